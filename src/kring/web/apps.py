"""The site as a Django application: it brings the system checks and nothing else."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Loaded before the rooms."""

    name = "kring.web"
    label = "site"

    def ready(self) -> None:
        """Register the checks."""
        from kring.web import checks  # noqa: F401 -- importing it registers them
