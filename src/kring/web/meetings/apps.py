"""Meetings, as a Django application."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings, what happened in them, and that they are gone."""

    name = "kring.web.meetings"

    def ready(self) -> None:
        """Say what may be kept sealed."""
        from kring.web.meetings.fields import declare_fields

        declare_fields()
