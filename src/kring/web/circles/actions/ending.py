"""Going on with a new agreement, or ending a circle well."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from kring.core.rhythm.months import months_after
from kring.core.rhythm.shelf_life import MONTHS
from kring.web.circles import queries
from kring.web.circles.access import circle_for
from kring.web.circles.models import Circle, EndingVoice, Gathered
from kring.web.circles.reminding import say_end_is_wished, say_goodbye
from kring.web.meetings import actions as meetings
from kring.web.meetings.models import Why
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused
from kring.web.vault import actions as walls


@transaction.atomic
def renew(actor: Person, circle: UUID, until: date, *, now: datetime) -> None:
    """
    Put a new agreement to the circle: from now on everybody is asked to assent anew, and by that they agree to it.

    `until` is its last day.

    Raises:
        Refused: that day is over, or more than two years ahead; or confidence is broken.
    """
    row = circle_for(actor, circle, lock=True).circle
    today = now.astimezone(ZoneInfo(row.zone)).date()
    if not today < until <= months_after(today, MONTHS):
        raise Refused(422, "until", _("Choose a day that is still to come, at most two years ahead."))
    if not queries.course_of(row).trust.allows_cases:
        say = _("Something got out, and that isn't settled yet. Do that first; then agree anew.")
        raise Refused(409, "broken", say)
    row.agreed_until, row.renewed_at, row.renewed_by = until, now, actor
    row.save(update_fields=["agreed_until", "renewed_at", "renewed_by"])


@transaction.atomic
def agree_to_end(actor: Person, circle: UUID, *, now: datetime) -> bool:
    """
    Agree that the circle ends. Once all members agree, everything of it is destroyed. Returns whether it is gone.

    Raises:
        Refused: its room is open.
    """
    row = circle_for(actor, circle, lock=True).circle
    if row.held.filter(closed_at=None).exists():
        raise Refused(409, "open", _("The room is open. Close the meeting first, and then end the circle."))
    is_first = not row.ending_voices.exists()
    EndingVoice.objects.get_or_create(circle=row, by=actor, defaults={"at": now})
    if queries.waits_for(row):
        others = [one for one in queries.people_of(row) if one != actor]
        if is_first:
            transaction.on_commit(lambda: say_end_is_wished(row, others))
        return False
    name, people = row.name, queries.people_of(row)
    destroy(row, now=now)
    transaction.on_commit(lambda: say_goodbye(name, people))
    return True


@transaction.atomic
def think_again(actor: Person, circle: UUID) -> None:
    """Rather not end it."""
    row = circle_for(actor, circle).circle
    EndingVoice.objects.filter(circle=row, by=actor).delete()


def destroy(circle: Circle, *, now: datetime) -> None:
    """
    Destroy everything of a circle: keys and sealed texts first, then what was in the open.

    A meeting that was closed a moment ago goes along; one that goes on has its own end.
    """
    for meeting in circle.held.exclude(closed_at=None).values_list("pk", flat=True):
        meetings.destroy_content(meeting, Why.CLOSING, now=now)
    walls.destroy_lasting(circle.pk)
    Circle.objects.filter(pk=circle.pk).delete()
    Gathered.objects.filter(pk=circle.pk).delete()
    transaction.on_commit(meetings.empty_log)
