"""Exercises: finding one that helps with what one wants to learn, reading its theory and printing it."""
