"""Pages of taking part. One file a noun."""
