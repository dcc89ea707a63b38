"""Organisations, as a Django application."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Who starts circles for people, and the trail of what they looked at."""

    name = "kring.web.organisations"

    def ready(self) -> None:
        """Say how the trail reads, and hear who confirms an address under which an organiser was named."""
        from kring.web.organisations.actions import claim_organising
        from kring.web.organisations.sentences import say_all
        from kring.web.people import claims

        say_all()
        claims.at_confirming(claim_organising)
