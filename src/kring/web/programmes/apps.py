"""Programmes, as a Django application."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """What is asked for, proposed and agreed; the pages of organiser and client."""

    name = "kring.web.programmes"
