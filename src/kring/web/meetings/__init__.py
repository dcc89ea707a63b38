"""Meetings as they are kept: made, opened, closed and destroyed."""
