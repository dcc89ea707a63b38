"""Pages and addresses of how a circle does."""
