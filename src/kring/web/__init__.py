"""The site: Django, thin, one folder per room."""
