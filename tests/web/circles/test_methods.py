"""What the server does with the methods that a circle did, and with those of its own."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from kring.web.circles.models import Held
from tests.web.circles.conftest import Members, start
from tests.web.people.conftest import Account


def hold(circle: Members, *methods: str) -> None:
    """Meetings by these, the earliest first, and one that still goes on."""
    now = timezone.now()
    for ago, method in zip(range(len(methods), 0, -1), methods, strict=True):
        at = now - timedelta(days=30 * ago)
        Held.objects.create(
            id=uuid4(), circle=circle.row, opened_at=at, closed_at=at, method=method, minutes=120
        )
    Held.objects.create(id=uuid4(), circle=circle.row, opened_at=now, method="basis", minutes=120)


def test_the_adviser_is_told_what_the_circle_did(circle: Members, bram: Account) -> None:
    hold(circle, "roddel", "own", "incident-kort")

    html = bram.browser.get(circle.path("advice/")).content.decode()

    assert 'data-history="roddel own incident-kort"' in html
    assert "Jullie kwamen 3 keer bij elkaar, de laatste keer met: Incidentmethode, kort." in html
    assert f'href="{circle.path("meetings/new/")}?method=roddel"' in html


def test_a_method_of_their_own_has_no_name_here(circle: Members, bram: Account) -> None:
    hold(circle, "own")

    html = bram.browser.get(circle.path("meetings/")).content.decode()

    assert "een eigen methode" in html


def test_every_member_writes_the_circles_methods_and_agenda(
    circle: Members, noor: Account, bram: Account
) -> None:
    for field, item in (("circle.method", uuid4()), ("circle.agenda", circle.id)):
        assert circle.keep(noor, field, item).status_code == 200
        assert circle.keep(bram, field, item, rev=2).status_code == 200
        assert circle.keep(noor, field, item, rev=2).status_code == 409
        assert str(item) in {text["item"] for text in circle.keys(noor)["standing"]}


def test_who_is_in_one_circle_isnt_asked_with_which(circle: Members, noor: Account) -> None:
    assert noor.browser.get("/circles/methods/")["location"] == circle.path("methods/")

    other = start(noor)

    html = noor.browser.get("/circles/methods/").content.decode()
    assert {circle.path("methods/"), other.path("methods/")} <= set(html.split('"'))
