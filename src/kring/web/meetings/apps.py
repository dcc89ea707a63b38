"""Meetings, as a Django application."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings, what happened in them, and that they are gone."""

    name = "kring.web.meetings"
