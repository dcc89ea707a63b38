"""Template tags that every template knows."""
