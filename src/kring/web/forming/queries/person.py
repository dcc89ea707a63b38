"""Where somebody could sit, for the organiser; and why they sit where they sit, for themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from msgspec.structs import replace

from kring.core.circles.forming.explaining import why_here
from kring.core.circles.forming.leading import against_leading
from kring.core.circles.forming.moving import has_time, move, place_of
from kring.core.circles.forming.saying import Language
from kring.core.circles.forming.telling import told_here
from kring.web.enrolment.models import Participant
from kring.web.enrolment.telling import goal_name
from kring.web.forming.models import Division
from kring.web.forming.queries.seats import Seated, people_in, seated
from kring.web.forming.queries.telling import masked_why

MOST_LEADERS = 40


@dataclass(frozen=True, slots=True)
class Option:
    """A circle to go to; `effect` is `better`, `worse` or `breaks`."""

    number: int
    people: int
    effect: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody, where they sit (a number), and where they could: what fits best first."""

    participant: Participant
    here: int | None
    options: Sequence[Option]
    new: int


def choice_of(participant: Participant, seats: Seated) -> Choice:
    """Of circles of their profession alone: in any other they can't sit."""
    who, known = str(participant.pk), seats.whole()
    everybody, here = known.everybody, place_of(who, seats.circles)
    found = []
    for place in seats.standing:
        circle = seats.circles[place]
        if place == here or everybody.family(circle.members[0]) != everybody.family(who):
            continue
        moved = move(who, seats.circles, everybody, into=place)
        effect = "breaks" if moved.broken else "worse" if moved.more > 0 else "better"
        found.append((len(moved.broken), moved.more, Option(place + 1, len(circle.members), effect)))
    options = [option for _faults, _more, option in sorted(found, key=lambda row: row[:2])]
    return Choice(participant, None if here is None else here + 1, options, len(seats.circles) + 1)


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who could lead a circle; `effect` is `fits`, `breaks` or `busy`."""

    participant: Participant
    effect: str


def leaders_for(place: int, seats: Seated) -> list[Leader]:
    """Who leads circles: those who fit first, and no more than one can choose from."""
    known = seats.whole()
    everybody, members = known.everybody, known.everybody.of(seats.circles[place].members)
    order = ("fits", "busy", "breaks")
    found = []
    for one in everybody.by_id.values():
        if not known.rows[one.id].facilitates or one.id == seats.circles[place].facilitator:
            continue
        if against_leading(one, members, everybody):
            effect = "breaks"
        else:
            effect = "fits" if has_time(one.id, seats.circles, everybody) else "busy"
        found.append(Leader(known.rows[one.id], effect))
    return sorted(found, key=lambda leader: (order.index(leader.effect), leader.participant.name))[
        :MOST_LEADERS
    ]


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
    seats, who = seated(division), str(participant.pk)
    concerned = [
        (place, row.published)
        for place, row in enumerate(seats.rows)
        if row.published and who in people_in(seats.circles[place])
    ]
    return [Mine(place + 1, circle, _why(who, place, seats, language)) for place, circle in concerned]


def _why(who: str, place: int, seats: Seated, language: Language) -> Sequence[str]:
    here = why_here(who, seats.circles, seats.whole().everybody)
    if here is None:
        return ()
    named = replace(here, goals=tuple((goal_name(goal), count) for goal, count in here.goals))
    return told_here(masked_why(named), len(seats.circles[place].members) - 1, language)
