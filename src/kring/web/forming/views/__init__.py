"""Pages of forming."""
