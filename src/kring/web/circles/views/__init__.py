"""Pages of a circle."""
