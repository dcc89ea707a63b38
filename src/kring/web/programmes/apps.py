"""Programmes, as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """What is asked for, proposed and agreed; the pages of organiser and client."""

    name = "kring.web.programmes"

    def ready(self) -> None:
        """Say how the trail reads, which pages a programme has, and hear who confirms a client's address."""
        from kring.web.organisations import traces
        from kring.web.people import claims
        from kring.web.programmes.actions import claim_client
        from kring.web.programmes.parts import show_way

        claims.at_confirming(claim_client)
        show_way(0, "programme", _("How far it is"))
        traces.say(
            "looked-at-organisation", _("%(name)s looked at what is asked and at the programmes."), look=True
        )
        traces.say("looked-at-programme", _("%(name)s looked at the counts of the programme."), look=True)
