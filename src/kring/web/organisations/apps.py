"""Organisations, as a Django application."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Who starts circles for people, and the trail of what they looked at."""

    name = "kring.web.organisations"
