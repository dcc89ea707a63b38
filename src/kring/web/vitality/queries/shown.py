"""What stands about how a circle does on its own page and on that of a meeting. See `circles.parts`."""

from datetime import datetime, timedelta

from kring.core.circles.attendance import Attendance
from kring.core.growth.self_check import load_self_check
from kring.web.circles.access import Within
from kring.web.circles.models import Held
from kring.web.circles.parts import Told
from kring.web.vault.queries import has_written
from kring.web.vitality.fields import MEETING_RATING
from kring.web.vitality.queries import checks

ASKED_FOR = timedelta(days=14)  # after that one no longer remembers how it was
VITALITY = "vitality"  # where two lines would lead


def about_vitality(within: Within, now: datetime) -> Told | None:
    """The way to the page, once there was a meeting."""
    if not within.circle.held.exclude(closed_at=None).exists():
        return None
    return {"closed_checks": checks.closed_rounds(within.circle)[:1]}


def meeting_to_rate(within: Within, now: datetime) -> Told | None:
    """The newest meeting that one was at and hasn't said anything about yet."""
    over = within.circle.held.filter(closed_at__gt=now - ASKED_FOR)
    held = over.order_by("-closed_at").first()
    if held is None or not was_there(within, held):
        return None
    assert held.closed_at is not None
    if has_written(within.circle.pk, within.person.pk, MEETING_RATING.name, held.closed_at):
        return None
    return {"held": held, "once": held.pk}


def self_check(within: Within, now: datetime) -> Told | None:
    """One that is open and waits for this person, or that it is time for one."""
    found = checks.open_round(within.circle)
    if found is not None:
        standing = checks.round_now(found, within.person, now)
        return {"open": standing} if standing.mine is None else None
    if checks.is_due(within.circle) and checks.has_enough_members(within.circle):
        return {"open": None, "once": VITALITY}
    return None


def something_to_look_at(within: Within, now: datetime) -> Told | None:
    """Whether there is, only the browser can tell; the line appears there."""
    return {"once": VITALITY} if within.circle.held.exclude(closed_at=None).exists() else None


def rating_of_meeting(within: Within, held: Held, now: datetime) -> Told | None:
    """Two questions for who was there, and for all what the circle thought of it."""
    if held.closed_at is None:
        return None
    return {"may_answer": was_there(within, held), "marks": load_self_check().marks}


def was_there(within: Within, held: Held) -> bool:
    """Whether the asker was at a meeting."""
    return held.presences.filter(person=within.person, attendance=Attendance.PRESENT.value).exists()
