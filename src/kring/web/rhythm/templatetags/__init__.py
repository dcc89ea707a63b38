"""Sentences about turns, for templates."""
