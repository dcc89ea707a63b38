"""Words for what a circle's pages show."""
