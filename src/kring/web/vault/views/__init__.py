"""Keys over HTTP, and the pages of somebody's own keys."""
