"""Where somebody could sit, for the organiser; and why they sit where they sit, for themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Abs
from msgspec.structs import replace

from kring.core.circles.forming.explaining import why_here
from kring.core.circles.forming.leading import against_leading
from kring.core.circles.forming.moving import has_time, move, place_of
from kring.core.circles.forming.saying import Language
from kring.core.circles.forming.telling import told_here
from kring.web.enrolment.models import Participant
from kring.web.enrolment.telling import goal_name
from kring.web.forming.models import Division, ProposedCircle
from kring.web.forming.queries.matching import why_nobody
from kring.web.forming.queries.people import known_of
from kring.web.forming.queries.seats import Seated, circles_of_kind, members_of, rules_in, seats_of_kind
from kring.web.forming.queries.telling import masked_why

MOST_LEADERS = 40
MOST_OPTIONS = (
    60  # circles looked at for somebody, and told of: enough to choose from, however many there are
)


@dataclass(frozen=True, slots=True)
class Option:
    """A circle to go to; `effect` is `better`, `worse` or `breaks`."""

    number: int
    people: int
    effect: str


@dataclass(frozen=True, slots=True)
class Choice:
    """
    Somebody, where they sit (a number), and where they could: what fits best first.

    Attributes:
        new: The number that a circle of their own would have.
        is_all: Whether those are all circles of their profession; otherwise any other goes by its number.
    """

    participant: Participant
    here: int | None
    options: Sequence[Option]
    new: int
    is_all: bool


def choice_of(participant: Participant, seats: Seated) -> Choice:
    """Of circles of their profession alone: in any other they can't sit. Of many, those with people from nearby."""
    who, here = str(participant.pk), place_of(str(participant.pk), seats.circles)
    near = circles_of_kind(participant, seats, but=here)
    places = near[:MOST_OPTIONS]
    known = seats.around({*places, *([] if here is None else [here])}, participant.pk)
    found = []
    for place in places:
        moved = move(who, seats.circles, known.everybody, into=place)
        effect = "breaks" if moved.broken else "worse" if moved.more > 0 else "better"
        option = Option(place + 1, len(seats.circles[place].members), effect)
        found.append((len(moved.broken), moved.more, option))
    options = [option for _faults, _more, option in sorted(found, key=lambda row: row[:2])]
    number = None if here is None else here + 1
    return Choice(participant, number, options, len(seats.circles) + 1, len(near) == len(places))


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who could lead a circle; `effect` is `fits`, `breaks` or `busy`."""

    participant: Participant
    effect: str


def leaders_for(place: int, seats: Seated, language: Language) -> tuple[list[Leader], str]:
    """
    Who leads circles: those who fit first, and no more than one can choose from.

    And where nobody leads this one and nobody can, why.
    """
    led = seats.circles[place].facilitator
    everyone = seats.division.programme.participants.facilitators().values_list("pk", flat=True)
    known = seats.around({place}, *everyone)
    everybody, members = known.everybody, known.everybody.of(seats.circles[place].members)
    order = ("fits", "busy", "breaks")
    found = []
    for one in everybody.by_id.values():
        if not known.rows[one.id].facilitates or one.id == led:
            continue
        if against_leading(one, members, everybody):
            effect = "breaks"
        else:
            effect = "fits" if has_time(one.id, seats.circles, everybody) else "busy"
        found.append(Leader(known.rows[one.id], effect))
    found.sort(key=lambda leader: (order.index(leader.effect), leader.participant.name))
    nobody = led is None and not any(leader.effect == "fits" for leader in found)
    return found[:MOST_LEADERS], why_nobody(place, seats.circles, known, language) if nobody else ""


@dataclass(frozen=True, slots=True)
class Mine:
    """A published circle of one's own: its number, and why one sits in it; no reasons for who leads it."""

    number: int
    circle: UUID
    reasons: Sequence[str]


def circles_of_mine(participant: Participant, language: Language) -> list[Mine]:
    """For somebody themselves; none as long as nothing is published."""
    programme = participant.pooled_into or participant.programme
    division = Division.objects.current().filter(programme=programme).first()
    if division is None:
        return []
    division.programme = programme
    theirs = Q(seats__participant=participant) | Q(facilitator=participant)
    rows = division.circles.filter(theirs).exclude(published=None).order_by("number").distinct()
    return [
        Mine(row.number, row.published, _why(participant, row, division, language))
        for row in rows
        if row.published
    ]


def _why(
    participant: Participant, row: ProposedCircle, division: Division, language: Language
) -> Sequence[str]:
    """Beside the circles that are next to theirs in number, which are of the same profession as far as there are any."""
    rules = rules_in(division)
    near = seats_of_kind(participant, division, rules).exclude(circle=row)
    numbers = (
        near.annotate(away=Abs(F("circle__number") - row.number))
        .order_by("away")
        .values_list("circle", "away")
    )
    circles = members_of([row.pk, *(pk for pk, _away in numbers.distinct()[:MOST_OPTIONS])])
    known = known_of({UUID(one) for circle in circles for one in circle.members}, division.programme, rules)
    here = why_here(str(participant.pk), circles, known.everybody)
    if here is None:
        return ()
    named = replace(here, goals=tuple((goal_name(goal), count) for goal, count in here.goals))
    return told_here(masked_why(named), len(circles[0].members) - 1, language)
