"""People, as a Django application."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts and signing in."""

    name = "kring.web.people"
