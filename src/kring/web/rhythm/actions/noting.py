"""What was really done at a meeting, noted when it closes: by that, turns are counted."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kring.core.circles.attendance import Attendance
from kring.core.meetings.led import who_led
from kring.core.rhythm.path import Step
from kring.core.rhythm.rota import Duty
from kring.web.circles.models import Held, Presence
from kring.web.circles.queries import members_of
from kring.web.meetings.queries import told
from kring.web.rhythm.models import Done, Readiness, Turn
from kring.web.rhythm.queries.path import path_of
from kring.web.rhythm.queries.standing import standings_of


@transaction.atomic
def note_what_was_done(meeting: UUID, at: datetime) -> None:
    """
    Note who led a meeting of a circle, and who chose its method. Of one that never began nothing is counted.

    Called again for the same meeting it changes nothing.
    """
    held = Held.objects.filter(pk=meeting).select_related("circle", "date").first()
    known = told(meeting)
    if held is None or known is None or held.duties_done.exists():
        return
    leader = who_led(known.events)
    if leader is not None:
        count(held, UUID(leader))


def count(held: Held, leader: UUID) -> None:
    """What a meeting counts for, when this member facilitated it."""
    _settle_newcomers(held)
    done = {Duty.FACILITATE: _who_led(held, leader), Duty.CHOOSE_METHOD: _who_chose(held, leader)}
    for membership in members_of(held.circle):
        for duty, person in done.items():
            if person == membership.person_id:
                Done.objects.create(held=held, duty=duty.value, person_id=person)


def _who_led(held: Held, leader: UUID) -> UUID | None:
    """Who facilitated; where members are only learning to lead a round, whose turn that was."""
    if path_of(held.circle).step is Step.LEAD_A_ROUND:
        return _whose_turn(held, Duty.FACILITATE)
    return leader


def _who_chose(held: Held, leader: UUID) -> UUID:
    """Whose turn it was; otherwise whoever opened the room chose in it."""
    return _whose_turn(held, Duty.CHOOSE_METHOD) or held.opened_by_id or leader


def _whose_turn(held: Held, duty: Duty) -> UUID | None:
    """If they were there."""
    turn = Turn.objects.filter(date=held.date_id, duty=duty.value).first()
    there = Presence.objects.filter(held=held, attendance=Attendance.PRESENT.value)
    return None if turn is None or not there.filter(person=turn.person_id).exists() else turn.person_id


def _settle_newcomers(held: Held) -> None:
    """From the first meeting on, a newcomer's own count goes on from where the others' was when they came."""
    for duty, standings in standings_of(held.circle, members_of(held.circle), []).items():
        for one in standings:
            if one.start is None:
                Readiness.objects.update_or_create(
                    membership=one.membership,
                    duty=duty.value,
                    defaults={"start": one.candidate.done - one.times},
                )
