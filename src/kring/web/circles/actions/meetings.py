"""The circle's own meetings: opening the room, who was there, and what remains."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.core.circles.attendance import Attendance, attendance_of
from kring.core.meetings.plan import Plan
from kring.web.circles import queries
from kring.web.circles.access import circle_for, date_in
from kring.web.circles.fields import MEETING_LINK, MEETING_RECORD
from kring.web.circles.models import Excuse, Held, Presence
from kring.web.meetings import actions as meetings
from kring.web.meetings.actions import FirstKeys
from kring.web.meetings.agendas import FAREWELL
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused
from kring.web.vault import actions as walls
from kring.web.vault.actions import NewText
from kring.web.vault.queries import accounts_seated


@transaction.atomic
def open_room(
    actor: Person,
    circle: UUID,
    meeting: UUID,
    plan: Plan,
    keys: FirstKeys,
    *,
    link: str,
    date: UUID | None,
    minutes: int,
    now: datetime,
    words: str = "",
) -> str:
    """
    Open the circle's room. The members' vaults find the secret of its link sealed. Returns the token of the seat.

    Raises:
        Http404: not the actor's circle, or no such date.
        Refused: something has to be agreed first, a room is open already, or the keys aren't in order.
    """
    within = circle_for(actor, circle, lock=True)
    if has_case(plan) and not queries.may_meet(within.circle, now):
        say = _("The circle can't meet yet: look at its page for what has to be agreed first.")
        raise Refused(409, "not_agreed", say)
    if within.circle.held.filter(closed_at=None).exists():
        raise Refused(409, "open", _("The room is open already. Go back to the circle's page and walk in."))
    if keys.member[0] != str(actor.pk):
        raise Refused(422, "member", _("Your keys didn't arrive whole. Reload the page and try again."))
    planned = None if date is None else date_in(within, date)
    token = meetings.open_meeting(meeting, plan, keys, now=now, words=words, members_of=circle)
    walls.store_now(circle, actor.pk, NewText(meeting, MEETING_LINK.name, 1, link), now=now)
    Held.objects.create(
        id=meeting,
        circle=within.circle,
        date=planned,
        opened_by=actor,
        opened_at=now,
        method=plan.method,
        minutes=minutes,
    )
    return token


def has_case(plan: Plan) -> bool:
    """Whether anything is brought into it; to say goodbye nothing has to be agreed first."""
    return plan.method != FAREWELL


@transaction.atomic
def keep_earlier(
    actor: Person, circle: UUID, meeting: UUID, *, method: str, minutes: int, text: str, now: datetime
) -> None:
    """
    Keep the record of a meeting that went before the circle, held without accounts, as the first of its history.

    Raises:
        Refused: it is kept already, or isn't sealed.
    """
    within = circle_for(actor, circle, lock=True)
    if Held.objects.filter(pk=meeting).exists():
        raise Refused(409, "kept", _("The record of that meeting is kept already."))
    held = Held.objects.create(
        id=meeting,
        circle=within.circle,
        opened_by=actor,
        opened_at=now - timedelta(minutes=minutes),
        closed_at=now,
        method=method,
        minutes=minutes,
    )
    walls.store_now(circle, actor.pk, NewText(meeting, MEETING_RECORD.name, 1, text), now=now)
    Presence.objects.create(held=held, person=actor, attendance=Attendance.PRESENT.value)


@transaction.atomic
def take_attendance(meeting: UUID, at: datetime) -> None:
    """
    A meeting is over: who had a seat was there. Of one that isn't a circle's nothing is kept.

    Called again for the same meeting it changes nothing.
    """
    held = Held.objects.filter(pk=meeting, closed_at=None).select_related("circle", "date").first()
    if held is None:
        return
    held.closed_at = at
    held.save(update_fields=["closed_at"])
    walls.shred(held.circle_id, meeting, MEETING_LINK.name)
    seen = set(accounts_seated(meeting))
    excused = dict(Excuse.objects.filter(date=held.date_id).values_list("person", "at")) if held.date else {}
    starts_at = held.date.starts_at if held.date else held.opened_at
    expected = held.circle.memberships.filter(left_at=None, joined_at__lte=held.opened_at)
    for person in expected.values_list("person", flat=True):
        found = attendance_of(seen=person in seen, cancelled_at=excused.get(person), starts_at=starts_at)
        Presence.objects.get_or_create(held=held, person_id=person, defaults={"attendance": found.value})
