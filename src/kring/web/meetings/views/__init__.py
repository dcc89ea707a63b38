"""Pages about meetings and about methods."""
