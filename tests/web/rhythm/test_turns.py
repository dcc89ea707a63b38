"""Turns to come follow from who is in the circle, how each stands and who can't come; what was agreed stays."""

from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kring.web.circles.models import Circle, PlannedDate
from kring.web.circles.preparing import method_chosen
from kring.web.circles.reminding import prepare_people
from kring.web.people import belongings
from kring.web.rhythm.models import Turn, Why
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account
from tests.web.rhythm.conftest import CHOOSE, LEAD, names, now, plan, rota, stand


def take(circle: Members, one: Account, date: PlannedDate, **other: str) -> int:
    address = circle.path(f"turns/{date.pk}/facilitate/taking/")
    return int(one.browser.post(address, other).status_code)


def excuse(circle: Members, one: Account, date: PlannedDate, coming: str = "no") -> None:
    one.browser.post(circle.path(f"dates/{date.pk}/excuse/"), {"coming": coming})


def test_everybody_in_turn_and_another_chooses(circle: Members, dates: list[PlannedDate]) -> None:
    leading, choosing = names(circle.row), names(circle.row, CHOOSE)

    assert leading == ["Noor", "Bram", "Imane", "Noor"]
    assert all(lead != choose for lead, choose in zip(leading, choosing, strict=True))


def test_who_can_not_come_is_passed_over(circle: Members, dates: list[PlannedDate], noor: Account) -> None:
    excuse(circle, noor, dates[0])
    assert names(circle.row) == ["Bram", "Noor", "Imane", "Bram"]

    excuse(circle, noor, dates[0], "yes")
    assert names(circle.row) == ["Noor", "Bram", "Imane", "Noor"]


def test_who_leaves_and_who_joins_changes_proposals_and_not_what_was_agreed(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account, olga: Account
) -> None:
    assert take(circle, imane, dates[2]) == 302
    bram.browser.post(circle.path("leaving/"))
    assert names(circle.row) == ["Noor", "Noor", "Imane", "Imane"]

    circle.begin_epoch(noor, [noor, imane], why="remove")
    circle.join(noor, olga, [noor, imane])

    assert names(circle.row) == ["Noor", "Olga", "Imane", "Noor"]


def test_who_agreed_and_then_can_not_come_makes_room(
    circle: Members, dates: list[PlannedDate], noor: Account
) -> None:
    take(circle, noor, dates[0])

    excuse(circle, noor, dates[0])

    assert names(circle.row)[0] == "Bram"


def test_nobody_takes_what_is_somebody_elses(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account
) -> None:
    assert take(circle, bram, dates[0]) == 409
    assert take(circle, noor, dates[0]) == 302
    assert take(circle, bram, dates[0], back="yes") == 409
    assert take(circle, noor, dates[0], back="yes") == 302
    assert not Turn.objects.exists()


def test_who_would_rather_not_gets_no_turn_and_may_take_one(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    assert stand(circle, noor, "rather_not") == 302
    assert names(circle.row) == ["Bram", "Imane", "Bram", "Imane"]
    assert "Noor" in names(circle.row, CHOOSE)

    for one in (bram, imane):
        stand(circle, one, "rather_not")
    assert names(circle.row) == [None] * 4
    assert take(circle, noor, dates[1]) == 302
    assert names(circle.row) == [None, "Noor", None, None]

    stand(circle, noor, "ready")
    assert names(circle.row) == ["Noor"] * 4


def test_method_is_chosen_by_whose_turn_it_is(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account
) -> None:
    assert names(circle.row, CHOOSE)[0] == "Bram"
    address = circle.path(f"turns/{dates[0].pk}/choose_method/method/")

    assert noor.browser.post(address, {"method": "incident-kort"}).status_code == 409
    assert bram.browser.post(address, {"method": "of my own making"}).status_code == 422
    assert bram.browser.post(address, {"method": "incident-kort"}).status_code == 302

    assert method_chosen(dates[0]) == "incident-kort"
    assert "Gekozen door Bram" in noor.browser.get(circle.path("turns/")).content.decode()
    excuse(circle, bram, dates[0])
    assert method_chosen(dates[0]) == "incident-kort"
    assert "Gekozen door" not in noor.browser.get(circle.path("turns/")).content.decode()
    assert "De methode is" in noor.browser.get(circle.path()).content.decode()


def test_room_opens_with_the_method_that_was_chosen(circle: Members, noor: Account, bram: Account) -> None:
    [date] = plan(circle.row, 1, first=now() + timedelta(hours=1))
    chosen = {"method": "zes-brillen"}
    bram.browser.post(circle.path(f"turns/{date.pk}/choose_method/method/"), chosen)

    context = noor.browser.get(circle.path("meetings/new/")).context

    assert context["chosen"].id == "zes-brillen"


def test_a_method_of_the_circles_own_is_chosen_by_its_id(
    circle: Members, noor: Account, bram: Account
) -> None:
    [date] = plan(circle.row, 1, first=now() + timedelta(hours=1))
    address, item = circle.path(f"turns/{date.pk}/choose_method/method/"), uuid4()
    assert bram.browser.post(address, {"method": f"own:{item}"}).status_code == 422
    circle.keep(noor, "circle.method", item)

    assert bram.browser.post(address, {"method": f"own:{item}"}).status_code == 302

    assert noor.browser.get(circle.path("meetings/new/")).context["wished"] == f"own:{item}"
    for page in ("", "turns/", f"turns/{date.pk}/choose_method/"):
        html = noor.browser.get(circle.path(page)).content.decode()
        assert "De methode is er een van jullie eigen kring." in html
        assert f'<own-method data-item="{item}">' in html


def test_mail_tells_who_does_what_and_then_it_stays(
    circle: Members, noor: Account, bram: Account, imane: Account, mailoutbox: list[object]
) -> None:
    [date] = plan(circle.row, 1, first=now() + timedelta(days=2))
    mailoutbox.clear()

    assert prepare_people(now()) == 3

    bodies = [str(getattr(mail, "body", "")) for mail in mailoutbox]
    [to_noor] = [body for body in bodies if body.startswith("Dag Noor")]
    [to_bram] = [body for body in bodies if body.startswith("Dag Bram")]
    assert "Jij begeleidt. Bram kiest de methode." in to_noor
    assert "Noor begeleidt. Jij kiest de methode." in to_bram
    assert "Kies de methode op de pagina van je kring" in to_bram
    assert [turn.why for turn in rota(circle.row).turns] == [Why.TOLD, Why.TOLD]
    stand(circle, noor, "rather_not")
    assert names(circle.row) == ["Noor"]
    assert take(circle, noor, date, back="yes") == 409


def test_mail_says_which_method_and_what_to_expect(
    circle: Members, noor: Account, bram: Account, mailoutbox: list[object]
) -> None:
    [date] = plan(circle.row, 1, first=now() + timedelta(days=2))
    bram.browser.post(circle.path(f"turns/{date.pk}/choose_method/method/"), {"method": "zes-brillen"})
    mailoutbox.clear()

    prepare_people(now())

    bodies = [str(getattr(mail, "body", "")) for mail in mailoutbox]
    assert all("Iedereen kijkt op hetzelfde moment door dezelfde bril" in body for body in bodies)


def test_moved_and_cancelled_dates(circle: Members, dates: list[PlannedDate], noor: Account) -> None:
    noor.browser.post(circle.path(f"dates/{dates[0].pk}/cancelling/"))

    assert len(names(circle.row)) == 3
    assert noor.browser.get(circle.path(f"turns/{dates[0].pk}/facilitate/")).status_code == 404


def test_page_asks_the_database_as_often_for_many_dates(circle: Members, noor: Account) -> None:
    plan(circle.row, 1)
    asked = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert noor.browser.get(circle.path("turns/")).status_code == 200
        asked.append(len(queries))
        plan(circle.row, 9, first=now() + timedelta(days=100))

    assert asked[0] == asked[1]


def test_what_no_button_says_is_refused(circle: Members, noor: Account) -> None:
    given = {"duty": "facilitate", "said": "never", "deed": "leap"}

    for deed in ("turns/readiness/", "swaps/", "path/"):
        assert noor.browser.post(circle.path(deed), given).status_code == 422


def test_visitor_is_asked_to_sign_in(circle: Members) -> None:
    assert Client().get(circle.path("turns/")).status_code == 302


def test_own_download_tells_it(circle: Members, dates: list[PlannedDate], noor: Account) -> None:
    take(circle, noor, dates[0])
    stand(circle, noor, "rather_not", CHOOSE)

    held = belongings.held_of(noor.person)["rhythm"]

    assert isinstance(held, dict)
    assert [turn["duty"] for turn in held["turns"]] == [LEAD.value]
    assert held["readiness"] == [{"circle": "Kring Noord", "duty": CHOOSE.value, "said": "rather_not"}]


def test_last_who_leaves_takes_the_turns_along(
    circle: Members, dates: list[PlannedDate], noor: Account, bram: Account, imane: Account
) -> None:
    take(circle, noor, dates[0])
    for one in (bram, imane, noor):
        one.browser.post(circle.path("leaving/"))

    assert not Circle.objects.exists()
    assert not Turn.objects.exists()
