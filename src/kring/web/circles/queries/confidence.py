"""How confidence stands, and what happened; never why."""

from dataclasses import dataclass
from datetime import datetime

from kring.core.circles.confidence import (
    Course,
    Deed,
    Done,
    Happened,
    Stage,
    StageWords,
    Trust,
    deeds_now,
    load_protocol,
    replay,
)
from kring.core.members import MemberId
from kring.core.methods.method import Text
from kring.web.circles.access import Within
from kring.web.circles.models import Circle, ConfidenceDeed, Role
from kring.web.circles.queries.members import ids_of_members, people_of
from kring.web.people.models import Person

ASKED = {
    Stage.STOPPED: Deed.MEET_TO_TALK,
    Stage.TALKING: Deed.SETTLE,
    Stage.HELP: Deed.SETTLE,
    Stage.PARTING: Deed.HAS_LEFT,
}
PATH = (Stage.STOPPED, Stage.TALKING, Stage.HELP, Stage.PARTING)  # as the ground rules name them


@dataclass(frozen=True, slots=True)
class Seen:
    """A deed, as the circle sees it."""

    row: ConfidenceDeed
    words: Text


@dataclass(frozen=True, slots=True)
class ConfidencePage:
    """
    Where the circle is in the protocol, and what can be done.

    Attributes:
        asked: What the protocol asks for where the circle is now, if this member can do it.
        path: The four steps, each with whether it is where the circle is now.
        number: Of the newest deed, so that nobody acts on what they no longer see.
        settled: Who is in it, each with whether they have said that it is settled.
        near: Who comes from outside already and can be asked for help.
        happened: Since confidence was last broken.
    """

    trust: Trust
    words: StageWords
    path: tuple[tuple[StageWords, bool], ...]
    deeds: tuple[tuple[Deed, Text], ...]
    asked: Deed | None
    number: int
    settled: tuple[tuple[Person, bool], ...]
    have_settled: bool
    near: tuple[Person, ...]
    whom: tuple[Text, ...]
    happened: tuple[Seen, ...]


def course_of(circle: Circle) -> Course:
    """What became of everything that happened."""
    return replay(
        map(happened_in, circle.confidence.order_by("number")), map(MemberId, ids_of_members(circle))
    )


def calm_since(circle: Circle) -> datetime | None:
    """From when assents count again, where confidence was ever broken and mended."""
    return course_of(circle).calm_since


def confidence_page(within: Within) -> ConfidencePage:
    """The page of a member."""
    circle, protocol = within.circle, load_protocol()
    rows = list(circle.confidence.select_related("by").order_by("number"))
    people = people_of(circle)
    trust = replay(map(happened_in, rows), (MemberId(str(one.pk)) for one in people)).trust
    outsiders = set(
        circle.memberships.filter(left_at=None).exclude(role=Role.MEMBER).values_list("person", flat=True)
    )
    mine = MemberId(str(within.person.pk))
    can = [
        deed
        for deed in deeds_now(trust)
        if deed is not Deed.END and not (deed is Deed.SETTLE and mine in trust.settled_by)
    ]
    asked = ASKED.get(trust.stage)
    asked = asked if asked in can else None
    return ConfidencePage(
        trust=trust,
        words=protocol.stages[trust.stage],
        path=tuple((protocol.stages[stage], stage is trust.stage) for stage in PATH),
        deeds=tuple(
            (deed, protocol.deed_in(trust.stage, deed))
            for deed in sorted(can, key=lambda deed: deed is not asked)
        ),
        asked=asked,
        number=len(rows),
        settled=tuple((one, MemberId(str(one.pk)) in trust.settled_by) for one in people),
        have_settled=mine in trust.settled_by,
        near=tuple(one for one in people if one.pk in outsiders),
        whom=protocol.whom,
        happened=seen_since_stop(rows),
    )


def seen_since_stop(rows: list[ConfidenceDeed]) -> tuple[Seen, ...]:
    """The newest break of confidence from its beginning, each deed called as it was where it happened."""
    protocol, seen = load_protocol(), list[Seen]()
    for place, row in enumerate(rows):
        before = replay(map(happened_in, rows[:place]), map(MemberId, row.among)).trust
        if before.allows_cases:
            seen = []
        seen.append(Seen(row, protocol.deed_in(before.stage, Deed(row.deed))))
    return tuple(seen)


def happened_in(row: ConfidenceDeed) -> Happened:
    """As the craft reads it. Whose account is gone is nobody who is in the circle."""
    by = MemberId(f"gone-{row.number}" if row.by_id is None else str(row.by_id))
    return Happened(Done(Deed(row.deed), by), frozenset(map(MemberId, row.among)), row.at)
