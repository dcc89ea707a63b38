"""What organiser and client see of how circles do: counts, from five people up, and nobody in them."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from kring.core.programmes.turn_out import TurnOut
from kring.web.circles.models import Circle, Held, Membership, Presence
from kring.web.people.models import Person
from kring.web.programmes import parts
from kring.web.programmes.models import Programme
from kring.web.programmes.queries import Counts, counts_of
from tests.web.programmes.conftest import Somebody


@dataclass
class Rooms:
    """The rooms that enrol people and put circles together, in small."""

    people: int = 0
    circles: list[UUID] = field(default_factory=list)

    def circle(self, members: int) -> tuple[Circle, list[Person]]:
        """Begun."""
        circle = Circle.objects.create(
            id=uuid4(),
            name="Canary circle",
            rhythm="monthly",
            weeks_between=4,
            minutes=120,
            guided=True,
            started_at=timezone.now(),
        )
        self.circles.append(circle.pk)
        people = [
            Person.objects.create(email=f"{uuid4()}@example.org", name="Canary") for _ in range(members)
        ]
        for person in people:
            Membership.objects.create(circle=circle, person=person, joined_at=timezone.now())
        return circle, people


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> Rooms:
    rooms = Rooms()
    monkeypatch.setattr(parts, "_counts_people", [lambda _programme: rooms.people])
    monkeypatch.setattr(parts, "_finds_circles", [lambda _programme: rooms.circles])
    return rooms


def meet(circle: Circle, *, came: list[Person], missed: list[Person], over: bool = True) -> None:
    now = timezone.now()
    held = Held.objects.create(
        id=uuid4(), circle=circle, opened_at=now, closed_at=now if over else None, method="basis", minutes=120
    )
    for person in came:
        Presence.objects.create(held=held, person=person, attendance="present")
    for person in missed:
        Presence.objects.create(held=held, person=person, attendance="absent")


def test_below_five_people_there_is_nothing_to_see(programme: Programme, rooms: Rooms) -> None:
    rooms.people = 4
    circle, people = rooms.circle(4)
    meet(circle, came=people, missed=[])

    assert counts_of(programme) == Counts(people=None)


def test_counts_are_of_all_circles_together(programme: Programme, rooms: Rooms) -> None:
    rooms.people = 9
    first, some = rooms.circle(4)
    _second, _others = rooms.circle(5)
    rooms.circles.append(uuid4())  # put together, and nobody has begun it
    meet(first, came=some, missed=[])
    meet(first, came=some, missed=[], over=False)

    assert counts_of(programme) == Counts(people=9, formed=3, started=2, met=1, turn_out=TurnOut.TOO_FEW)


def test_turn_out_is_a_band_over_everybody(programme: Programme, rooms: Rooms) -> None:
    rooms.people = 8
    first, some = rooms.circle(4)
    second, others = rooms.circle(4)
    meet(first, came=some, missed=[])
    meet(second, came=[], missed=others)

    assert counts_of(programme).turn_out is TurnOut.TO_THREE_QUARTERS


def test_a_circle_that_everybody_left_is_no_longer_begun(programme: Programme, rooms: Rooms) -> None:
    rooms.people = 5
    circle, _people = rooms.circle(5)
    circle.memberships.update(left_at=timezone.now())

    assert counts_of(programme).started == 0


def test_neither_organiser_nor_client_sees_a_circle_or_a_member(
    karin: Somebody, pieter: Somebody, programme: Programme, rooms: Rooms
) -> None:
    rooms.people = 5
    circle, people = rooms.circle(5)
    meet(circle, came=people, missed=[])

    pages = [
        karin.get(f"/programmes/{programme.pk}/").content.decode(),
        pieter.get(f"/programmes/{programme.pk}/client/").content.decode(),
    ]

    assert ["<dd>5</dd>" in page and "Turn-out: more than three quarters." in page for page in pages] == [
        True
    ] * 2
    assert ["Canary" in page or str(circle.pk) in page for page in pages] == [False] * 2


def test_the_same_words_tell_both_who_sees_what(
    karin: Somebody, pieter: Somebody, programme: Programme
) -> None:
    def told(page: str) -> str:
        return page[page.index("Who sees what?") : page.index("stands in the trail.")]

    organiser = told(karin.get(f"/programmes/{programme.pk}/").content.decode())

    assert organiser == told(pieter.get(f"/programmes/{programme.pk}/client/").content.decode())
    assert organiser.count("<li>") == 12
