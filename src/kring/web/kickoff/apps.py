"""Kick-offs, as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _, ngettext_lazy


class KickOffConfig(AppConfig):
    """Several circles that start together."""

    name = "kring.web.kickoff"

    def ready(self) -> None:
        """Say how the trail reads, and where its pages are found."""
        from kring.web.enrolment.parts import show_to_participant
        from kring.web.kickoff.queries import hall, places_of, told_to_participant
        from kring.web.meetings.halls import knows_hall
        from kring.web.organisations import traces
        from kring.web.people.places import leads_to
        from kring.web.programmes.parts import show_way

        traces.say("looked-at-kick-off", _("%(name)s looked at the kick-off."), look=True)
        traces.say("planned-kick-off", _("%(name)s planned the kick-off."))
        traces.say("opened-kick-off", _("%(name)s opened the room of the kick-off."))
        traces.say(
            "told-of-kick-off",
            ngettext_lazy(
                "%(name)s wrote to %(count)s person about the kick-off.",
                "%(name)s wrote to %(count)s people about the kick-off.",
                "count",
            ),
        )
        show_way(40, "kick-off", _("Kick-off"))
        show_to_participant(20, "kickoff/_mine.html", told_to_participant)
        knows_hall(hall)
        leads_to(places_of)
