"""The pictures of the guides, made by driving the screens as the tests do."""
