"""Exercises, as a Django application."""

from django.apps import AppConfig


class GrowthConfig(AppConfig):
    """Exercises to choose from, on the screen and on paper."""

    name = "kring.web.growth"
