"""How a circle's self-check stands: whether it is due, who may still answer, and the sheets once they may be seen."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kring.core.growth.self_check import LEAST_ANSWERS
from kring.core.rhythm.shelf_life import is_self_check_due
from kring.web.circles.access import Within
from kring.web.circles.models import Circle
from kring.web.people.models import Person
from kring.web.vault.queries import sealed_texts
from kring.web.vitality.fields import CHECK_SHEET
from kring.web.vitality.models import CheckRound, CheckSheet

LONG_ENOUGH = timedelta(days=14)  # who hasn't answered by then won't, and the circle shouldn't wait for it


@dataclass(frozen=True, slots=True)
class RoundNow:
    """
    A self-check as one member sees it: how many answered, and never who.

    Attributes:
        members: How many are asked.
        mine: Under which item one's own sheet is sealed, where there is one.
    """

    round: CheckRound
    answered: int
    members: int
    mine: UUID | None
    may_close: bool

    @property
    def is_open(self) -> bool:
        """Whether one can still answer."""
        return self.round.closed_at is None

    @property
    def shows(self) -> bool:
        """Whether the answers are handed out."""
        return not self.is_open and self.answered >= LEAST_ANSWERS


def round_now(found: CheckRound, person: Person, now: datetime) -> RoundNow:
    """How it stands for somebody."""
    sheets = list(found.sheets.values_list("person", "item"))
    enough = len(sheets) >= LEAST_ANSWERS or now - found.opened_at >= LONG_ENOUGH
    return RoundNow(
        round=found,
        answered=len(sheets),
        members=found.circle.memberships.filter(left_at=None).count(),
        mine=next((item for who, item in sheets if who == person.pk), None),
        may_close=found.closed_at is None and enough,
    )


def open_round(circle: Circle) -> CheckRound | None:
    """The one that can be answered now."""
    return CheckRound.objects.filter(circle=circle, closed_at=None).select_related("circle").first()


def closed_rounds(circle: Circle) -> list[CheckRound]:
    """Those that are over, the newest first."""
    over = CheckRound.objects.filter(circle=circle).exclude(closed_at=None)
    return list(over.order_by("-opened_at"))


def is_due(circle: Circle) -> bool:
    """Whether the coming meeting is one with a self-check, and none was begun since the last."""
    last = CheckRound.objects.filter(circle=circle).order_by("-opened_at").first()
    held = circle.held.exclude(closed_at=None)
    if last is not None:
        held = held.filter(closed_at__gt=last.opened_at)
    return is_self_check_due(held.count())


def has_enough_members(circle: Circle) -> bool:
    """Whether a blind check can come to anything: with fewer than four, answers are never shown."""
    return circle.memberships.filter(left_at=None).count() >= LEAST_ANSWERS


def everybody_answered(found: CheckRound) -> bool:
    """All who are in the circle now, and enough of them to show it."""
    answered = set(found.sheets.values_list("person", flat=True))
    members = set(found.circle.memberships.filter(left_at=None).values_list("person", flat=True))
    return members <= answered and len(answered) >= LEAST_ANSWERS


def held_of(person: Person) -> list[dict[str, object]]:
    """Which self-checks somebody answered, for their own download; what they answered stays sealed."""
    answered = CheckSheet.objects.filter(person=person).select_related("round__circle").order_by("pk")
    return [
        {"circle": one.round.circle.name, "self_check": one.round.opened_at.isoformat()} for one in answered
    ]


def sheets_for(within: Within, found: CheckRound) -> list[dict[str, object]]:
    """
    The sheets that somebody may open: their own, and all of them once the check is closed and enough people answered.

    Laid down by their random items, so that their order says nothing.
    """
    sheets = found.sheets.order_by("item")
    if found.closed_at is None or sheets.count() < LEAST_ANSWERS:
        sheets = sheets.filter(person=within.person)
    items = list(sheets.values_list("item", flat=True))
    return sealed_texts(within.circle.pk, within.person.pk, fields=[CHECK_SHEET.name], items=items)
