"""What the pages need: the plain facts of a circle's history, and how its self-check stands."""
