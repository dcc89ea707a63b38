"""Enrolment, as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _, ngettext_lazy


class EnrolmentConfig(AppConfig):
    """People in by table, form or link."""

    name = "kring.web.enrolment"

    def ready(self) -> None:
        """Say how the trail reads, what a programme's pages show of this room, and hear of addresses and leaving."""
        from kring.web.circles.reminding import remind_also
        from kring.web.enrolment.actions.claiming import claim_part
        from kring.web.enrolment.actions.own import forget_asked, leave_all
        from kring.web.enrolment.actions.tables import forget_tables
        from kring.web.enrolment.mailing import send_invitations
        from kring.web.enrolment.queries import enrolled, held_of, on_programme, places_of
        from kring.web.people import belongings, claims, places
        from kring.web.programmes.parts import (
            people_are,
            show_on_programme,
            show_way,
            show_way_of_organisation,
        )

        say_traces()
        claims.at_confirming(claim_part)
        places.leads_to(places_of)
        belongings.holds("enrolment", held_of)
        belongings.parts("enrolment", leave_all)
        remind_also(forget_tables)
        remind_also(forget_asked)
        remind_also(send_invitations)
        show_way(10, "people-of-programme", _("People"))
        show_way_of_organisation(50, "pooling-agreements", _("Together with others"))
        show_on_programme(10, "enrolment/_on_programme.html", on_programme)
        people_are(enrolled)


def say_traces() -> None:
    """What organisers looked at and did with people."""
    from kring.web.organisations import traces

    traces.say("looked-at-people", _("%(name)s looked at the list of people."), look=True)
    traces.say("looked-at-participant", _("%(name)s looked at what is known of a participant."), look=True)
    traces.say(
        "looked-at-pooling", _("%(name)s looked at the agreements with other organisations."), look=True
    )
    traces.say("added-participant", _("%(name)s added a participant."))
    traces.say("changed-participant", _("%(name)s changed what is known of a participant."))
    traces.say("removed-participant", _("%(name)s removed a participant."))
    traces.say("opened-enrolment", _("%(name)s opened the link for enrolling."))
    traces.say("closed-enrolment", _("%(name)s closed the link for enrolling."))
    traces.say(
        "took-in-table",
        _(
            "%(name)s took in a table: %(new)s new, %(changed)s changed, %(same)s the same, %(left_out)s left out."
        ),
    )
    traces.say(
        "wrote-to-people",
        ngettext_lazy(
            "%(name)s wrote to %(count)s person of the list.",
            "%(name)s wrote to %(count)s people of the list.",
            "count",
        ),
    )
    traces.say("agreed-to-pool", _("%(name)s agreed to put people together with %(other)s."))
    traces.say("stopped-pooling", _("%(name)s stopped putting people together with %(other)s."))
    traces.say(
        "took-from-other",
        ngettext_lazy(
            "%(name)s took in %(count)s participant of another organisation, who had said yes.",
            "%(name)s took in %(count)s participants of another organisation, who had said yes.",
            "count",
        ),
    )
    traces.say(
        "gave-back",
        ngettext_lazy(
            "%(name)s let %(count)s participant of another organisation go back.",
            "%(name)s let %(count)s participants of another organisation go back.",
            "count",
        ),
    )
