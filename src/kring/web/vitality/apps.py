"""How alive a circle is, as a Django application."""

from django.apps import AppConfig


class VitalityConfig(AppConfig):
    """Courses of meetings, ratings, signals and the self-check."""

    name = "kring.web.vitality"

    def ready(self) -> None:
        """Say what may be kept sealed."""
        from kring.web.vitality.fields import declare_fields

        declare_fields()
