"""The library, as a Django application."""

from django.apps import AppConfig


class MethodsConfig(AppConfig):
    """Methods to choose from, on the screen and on paper."""

    name = "kring.web.methods"
