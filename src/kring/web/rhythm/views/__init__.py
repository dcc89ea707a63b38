"""Pages of turns and of the path."""
