"""What the rooms show on the circle's page, side by side."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.utils import timezone

from kring.web.circles import parts
from kring.web.circles.access import Within, circle_for
from kring.web.circles.parts import Place, Told, parts_of_circle, show_on_circle
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account


@pytest.fixture
def rooms() -> Iterator[None]:
    """None but those of the test."""
    before = parts._on_circle[:]
    parts._on_circle.clear()
    yield
    parts._on_circle[:] = before


@pytest.mark.usefixtures("rooms")
def test_who_is_sent_to_one_place_by_two_rooms_goes_once(circle: Members, noor: Account) -> None:
    def tell(**told: object) -> None:
        def of_room(within: Within, now: datetime) -> Told:
            return told

        show_on_circle(Place.WAITING, len(parts._on_circle), f"{told['name']}.html", of_room)

    tell(name="rate", once="meeting")
    tell(name="look_back", once="meeting")
    tell(name="check")
    tell(name="swap")

    found = parts_of_circle(circle_for(noor.person, circle.id), timezone.now())

    assert [part.template for part in found["waiting"]] == ["rate.html", "check.html", "swap.html"]
