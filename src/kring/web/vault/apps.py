"""The four walls, as a Django application."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Statements, grants, boxes, seats."""

    name = "kring.web.vault"
