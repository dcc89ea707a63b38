"""What the pages of forming need. One file a noun."""
