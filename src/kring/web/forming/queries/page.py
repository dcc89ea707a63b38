"""The organiser's page of forming: how far it is, and a page of what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator

from kring.core.circles.forming.formed import Progress
from kring.core.circles.forming.forming import is_installed
from kring.core.circles.forming.people import Rules
from kring.core.circles.forming.saying import Language
from kring.core.circles.forming.telling import points_each
from kring.web.enrolment.queries.seating import assumed_of, to_seat
from kring.web.enrolment.telling import told_assumed
from kring.web.forming import running
from kring.web.forming.models import Division
from kring.web.forming.queries.alone import Alone, alone_in, reasons_of, told_why
from kring.web.forming.queries.cards import Card, card_of
from kring.web.forming.queries.earlier import Earlier, told_earlier
from kring.web.forming.queries.rules import rules_of
from kring.web.forming.queries.seats import Seated, seated
from kring.web.forming.queries.telling import bound_of, proven_of
from kring.web.programmes.models import Programme

CARDS = 12  # on a page
PEOPLE = 10


@dataclass(frozen=True, slots=True)
class Going:
    """How far a forming is; `progress` is None until there is something to tell."""

    progress: Progress | None
    is_waiting: bool

    @property
    def percent(self) -> int:
        """Of the whole work."""
        return round(self.progress.share * 100) if self.progress else 0


@dataclass(frozen=True, slots=True)
class State:
    """
    What there is, before anything of it is shown.

    Attributes:
        going: The forming that runs.
        assumed: What is taken for granted, in sentences.
        failed: Why the last one came to nothing; empty where it didn't.
        division: The one that counts.
        is_old: Whether the rules have changed since.
    """

    programme: Programme
    rules: Rules
    people: int
    leaders: int
    installed: bool
    assumed: Sequence[str]
    going: Going | None
    failed: str
    division: Division | None
    is_old: bool


@dataclass(frozen=True, slots=True)
class Result:
    """
    What came of it.

    Attributes:
        cards: A page of circles.
        alone: A page of people without a circle.
        placed: How many have one.
        can_undo: Whether something was changed by hand that can be taken back.
        points: For each person, as it was when it was formed; fewer is better.
        earlier: Divisions to go back to.
    """

    bound: str
    circles: int
    placed: int
    published: int
    without_leader: int
    cards: "Page[int]"
    shown: Sequence[Card]
    alone: "Page[UUID]"
    shown_alone: Sequence[Alone]
    can_undo: bool
    points: float
    earlier: Sequence[Earlier]


def state_of(programme: Programme) -> State:
    """Of a programme."""
    divisions = list(programme.divisions.order_by("started_at"))
    division = next((one for one in divisions if one.is_current), None)
    last = divisions[-1] if divisions else None
    run = running.run_of(last.pk) if last else None
    broken_off = last is not None and last.ended_at is None and run is None
    if division is not None:
        division.programme = programme
    return State(
        programme=programme,
        rules=rules_of(programme),
        people=to_seat(programme).count(),
        leaders=programme.participants.facilitators().count(),
        installed=is_installed(),
        assumed=[told_assumed(one) for one in assumed_of(programme)],
        going=Going(run.progress, run.is_waiting) if run else None,
        failed="broken" if broken_off else last.failed if last and not last.is_current else "",
        division=division,
        is_old=division is not None and division.rules != programme.rules,
    )


def result_of(division: Division, asked: dict[str, str], language: Language) -> Result:
    """What came of it; `asked` may have a page of circles, a name to look for, and a page of people without one."""
    seats = seated(division)
    places = _looked_for(asked.get("q", ""), seats)
    cards = Paginator(places, CARDS).get_page(asked.get("page"))
    alone_ids = alone_in(seats)
    alone = Paginator(alone_ids, PEOPLE).get_page(asked.get("alone"))
    reasons = reasons_of(division, list(alone))
    near = {reason.change.circle for reason in reasons.values() if reason.change}
    known = seats.around({*cards, *near}, *alone)
    return Result(
        bound=bound_of(division, language),
        circles=len(seats.standing),
        placed=sum(len(circle.members) for circle in seats.circles),
        published=len(seats.published),
        without_leader=sum(1 for place in seats.standing if seats.circles[place].facilitator is None),
        cards=cards,
        shown=[card_of(place, seats, known, language) for place in cards],
        alone=alone,
        shown_alone=[
            Alone(known.rows[str(pk)], told_why(reasons.get(pk), seats, known, language)) for pk in alone
        ],
        can_undo=division.changes.exists(),
        points=points_each(proven_of(division)),
        earlier=told_earlier(division),
    )


def _looked_for(name: str, seats: Seated) -> list[int]:
    """Places of all circles, of the one with that number, or of those with somebody of that name."""
    if not name.strip():
        return seats.standing
    if name.strip().isdecimal():
        return [place for place in seats.standing if place + 1 == int(name)]
    found = seats.division.seats.filter(participant__name__icontains=name.strip(), participant__left_at=None)
    return sorted(number - 1 for number in set(found.values_list("circle__number", flat=True)))
