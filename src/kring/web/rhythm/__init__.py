"""Who leads and who chooses the method, by turns; and a circle's way to guiding itself."""
