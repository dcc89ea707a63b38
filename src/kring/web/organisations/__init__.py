"""Organisations that start circles for people: apart from each other on one server, and with a trail of what they looked at."""
