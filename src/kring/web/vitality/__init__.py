"""How alive a circle is, for its members alone: the course of meetings, ratings, signals, and the blind self-check."""
