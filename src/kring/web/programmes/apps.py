"""Programmes, as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """What is asked for, proposed and agreed; the pages of organiser and client."""

    name = "kring.web.programmes"

    def ready(self) -> None:
        """Say how the trail reads, which pages there are, and hear who confirms a client's address."""
        from kring.web.circles.reminding import forget_also
        from kring.web.organisations.models import Organisation
        from kring.web.people import belongings, claims, places
        from kring.web.programmes import sentences
        from kring.web.programmes.actions import claim_client, forget_asker, forget_closed
        from kring.web.programmes.parts import show_way, show_way_of_organisation
        from kring.web.programmes.queries import held_of, places_of
        from kring.web.ui.first_page import offer

        sentences.say_all()
        show_way(0, "programme", _("How far it is"))
        show_way(80, "agreed-programme", _("What was agreed"))
        show_way(90, "trail-of-programme", _("Trail"))
        show_way_of_organisation(10, "organisers", _("Who organises"))
        show_way_of_organisation(90, "trail", _("Trail"))
        claims.at_confirming(claim_client)
        places.leads_to(places_of)
        offer("programmes/_offer.html", Organisation.objects.filter(takes_requests=True).exists)
        forget_also(forget_closed)
        belongings.holds("programmes", held_of)
        belongings.parts("programmes", forget_asker)
