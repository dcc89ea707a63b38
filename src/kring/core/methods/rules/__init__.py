"""The rules of the method language, by subject."""
