"""The room that knows no room, as a Django application."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Base pages, languages, headers."""

    name = "kring.web.ui"
