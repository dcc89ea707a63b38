"""Deeds of taking people in. One file a noun."""
