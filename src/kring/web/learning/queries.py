"""What the pages about learning need. What anybody wants to learn is sealed: the words around it come from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo

from kring.core.circles.attendance import Attendance
from kring.core.growth.goals import GoalWords, load_goal_words
from kring.core.growth.reflection import ReflectionForm, load_reflection_forms
from kring.core.methods.method import Text
from kring.web.circles.access import Within
from kring.web.circles.models import Held
from kring.web.circles.queries import held_in_circle, may_meet
from kring.web.growth.queries import Listed, Named, capabilities, exercises, listed, themes
from kring.web.learning.fields import GOAL_OWN, REFLECTION_TEXT
from kring.web.vault.queries import sealed_texts

LOOK_BACK_WITHIN = timedelta(days=14)  # later one writes down what one made of it, not what it was


@dataclass(frozen=True, slots=True)
class Mirrored:
    """A capability as the mirror asks about it."""

    word: str
    name: Text
    asks: Text


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that can be looked back on."""

    id: UUID
    day: date


def words() -> GoalWords:
    """What is asked about goals."""
    return load_goal_words()


@cache
def mirror() -> tuple[Mirrored, ...]:
    """The ten capabilities, in order."""
    asks = {capability.value: text for capability, text in words().mirror_asks.items()}
    return tuple(Mirrored(one.word, one.name, asks[one.word]) for one in capabilities())


def to_touch() -> dict[str, tuple[Named, ...]]:
    """What a goal can be about."""
    return {"capabilities": capabilities(), "themes": themes()}


def to_practise() -> list[Listed]:
    """All exercises; which of them fit a goal is found where the goal is opened."""
    return [listed(exercise) for exercise in exercises()]


def forms() -> tuple[ReflectionForm, ...]:
    """The forms of a reflection."""
    return load_reflection_forms()


def meetings_of(within: Within) -> list[Meeting]:
    """Those that were held, the newest first."""
    return [meeting_of(within, held) for held in held_in_circle(within.circle)]


def meeting_of(within: Within, held: Held) -> Meeting:
    """With its day as the circle has it."""
    return Meeting(held.pk, held.opened_at.astimezone(ZoneInfo(within.circle.zone)).date())


# what other pages show ------------------------------------------------------------------------------


def goals_of_mine(within: Within, now: datetime) -> Mapping[str, object]:
    """One's own goals on the circle's page; they open there."""
    return {}


def goals_to_write(within: Within, now: datetime) -> Mapping[str, object] | None:
    """Once a circle may meet, whoever has no goal yet is asked for one: the first meeting is for them (rule 7)."""
    if sealed_texts(within.circle.pk, within.person.pk, fields=[GOAL_OWN.name]):
        return None
    return {} if may_meet(within.circle, now) else None


def meeting_to_look_back_on(within: Within, now: datetime) -> Mapping[str, object] | None:
    """The newest meeting that one was at, for a while, until one has written about it."""
    held = within.circle.held.exclude(closed_at=None).order_by("-opened_at").first()
    if held is None or held.opened_at < now - LOOK_BACK_WITHIN or not was_there(within, held):
        return None
    if sealed_texts(within.circle.pk, within.person.pk, fields=[REFLECTION_TEXT.name], items=[held.pk]):
        return None
    return {"meeting": meeting_of(within, held), "once": held.pk}


def about_goals(within: Within, held: Held, now: datetime) -> Mapping[str, object] | None:
    """What whoever was there saw of each other's goals, and how far one's own goes."""
    if held.closed_at is None or not was_there(within, held):
        return None
    return {"meeting": meeting_of(within, held), "words": words(), **to_touch()}


def about_reflection(within: Within, held: Held, now: datetime) -> Mapping[str, object] | None:
    """What one writes about a meeting for oneself."""
    return None if held.closed_at is None else {"meeting": meeting_of(within, held), "forms": forms()}


def was_there(within: Within, held: Held) -> bool:
    """Whether somebody was at a meeting."""
    return held.presences.filter(person=within.person, attendance=Attendance.PRESENT.value).exists()
