"""Texts that last: whose they are, who may change them, and what is told of an unnamed one."""

from uuid import uuid4

import pytest

from kring.web.vault import fields
from kring.web.vault.fields import Field, declare
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "_fields", dict(fields._fields))
    declare(Field("test.offered", of_author=True), Field("test.unnamed", unnamed=True))
    declare(Field("test.standing", standing=True))


@pytest.mark.parametrize("kind", ["test.offered", "test.unnamed"])
def test_only_the_writer_writes_again(circle: Members, noor: Account, bram: Account, kind: str) -> None:
    item = uuid4()
    assert circle.keep(noor, kind, item).status_code == 200

    assert circle.keep(bram, kind, item, rev=2).status_code == 409
    assert circle.keep(noor, kind, item, rev=2).status_code == 200


@pytest.mark.parametrize("kind", ["test.offered", "test.unnamed"])
def test_only_the_writer_takes_it_away(circle: Members, noor: Account, bram: Account, kind: str) -> None:
    item = uuid4()
    circle.keep(noor, kind, item)

    take_away(circle, bram, kind, item)
    assert len(texts(circle, bram, kind)) == 1
    take_away(circle, noor, kind, item)
    assert texts(circle, bram, kind) == []


def test_what_is_the_circles_nobody_takes_away(circle: Members, noor: Account) -> None:
    item = uuid4()
    circle.keep(noor, "test.standing", item)

    assert take_away(circle, noor, "test.standing", item) == 422
    assert len(texts(circle, noor, "test.standing")) == 1


def test_nobody_is_told_whose_an_unnamed_text_is(circle: Members, noor: Account, bram: Account) -> None:
    circle.keep(noor, "test.unnamed", uuid4())

    [told] = texts(circle, bram, "test.unnamed")
    assert str(noor.acct) not in str(told)
    assert (told["author"], told["mine"]) == ("anonymous", False)
    assert str(told["at"])[11:19] == "00:00:00"
    assert texts(circle, noor, "test.unnamed")[0]["mine"]


def test_what_stands_is_given_to_whoever_seals_it_anew(circle: Members, noor: Account, bram: Account) -> None:
    item = uuid4()
    circle.keep(noor, "test.standing", item)

    assert str(item) in {text["item"] for text in circle.keys(bram)["standing"]}


def take_away(circle: Members, by: Account, kind: str, item: object) -> int:
    answer = by.browser.delete(
        circle.path("sealed/"), {"item": str(item), "field": kind}, content_type="application/json"
    )
    return int(answer.status_code)


def texts(circle: Members, one: Account, kind: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = one.browser.get(circle.path(f"sealed/?field={kind}")).json()["sealed"]
    return found
