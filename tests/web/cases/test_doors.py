"""Who may see and do what with cases: a member, somebody who left, somebody of another circle."""

from uuid import uuid4

import pytest
from django.test import Client

from tests.web.circles.conftest import Members, start
from tests.web.people.conftest import Account

PAGES = ["cases/", "cases/new/", "cases/cccccccc-cccc-4ccc-8ccc-cccccccccccc/"]


@pytest.mark.parametrize("page", PAGES)
def test_member_may_look(circle: Members, bram: Account, page: str) -> None:
    assert bram.browser.get(circle.path(page)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_stranger_finds_nothing(circle: Members, olga: Account, page: str) -> None:
    start(olga)

    assert olga.browser.get(circle.path(page)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_who_left_finds_nothing(circle: Members, ruud: Account, page: str) -> None:
    assert ruud.browser.get(circle.path(page)).status_code == 404


def test_visitor_is_asked_to_sign_in(circle: Members) -> None:
    assert Client().get(circle.path("cases/")).status_code == 302


@pytest.mark.parametrize("name", ["case.own", "case.offered", "case.brought"])
def test_what_isnt_sealed_is_refused(agreed: Members, noor: Account, name: str) -> None:
    body = {"item": str(uuid4()), "field": name, "rev": 1, "text": "I said nothing, and it hurt"}
    if name == "case.brought":
        agreed.keep(noor, "case.offered", uuid4())

    assert noor.post(agreed.path("sealed/"), body).status_code in {409, 422}
    texts = noor.browser.get(agreed.path(f"sealed/?field={name}")).json()["sealed"]
    assert texts == []
