"""Everything that is kept of learning is sealed, and one's own."""

from uuid import uuid4

import pytest

from tests.web import keys
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account

OWN = ["goal.mirror", "goal.quadrant", "goal.own", "goal.mark", "reflection.text"]
OF_AUTHOR = ["goal.shared", "goal.feedback"]


@pytest.mark.parametrize("name", OWN)
def test_what_is_ones_own_is_handed_to_nobody_else(
    circle: Members, noor: Account, bram: Account, name: str
) -> None:
    own_box = {"id": str(uuid4()), "salt": keys.key()}
    noor.post(circle.path("own-box/"), own_box)
    item = uuid4()

    assert circle.keep(noor, name, item, box=own_box["id"]).status_code == 200

    assert [text["item"] for text in sealed(noor, circle, name)] == [str(item)]
    assert sealed(bram, circle, name) == []


@pytest.mark.parametrize("name", OF_AUTHOR)
def test_what_is_shared_is_its_authors_to_change(
    circle: Members, noor: Account, bram: Account, name: str
) -> None:
    item = uuid4()
    assert circle.keep(noor, name, item).status_code == 200

    assert circle.keep(bram, name, item, rev=2).status_code == 409
    bram.browser.delete(
        circle.path("sealed/"), {"item": str(item), "field": name}, content_type="application/json"
    )

    assert [(text["author"], text["rev"]) for text in sealed(bram, circle, name)] == [(str(noor.acct), 1)]


@pytest.mark.parametrize("name", [*OWN, *OF_AUTHOR])
def test_what_isnt_sealed_is_refused(circle: Members, noor: Account, name: str) -> None:
    body = {"item": str(uuid4()), "field": name, "rev": 1, "text": "I want to learn to ask on"}

    assert noor.post(circle.path("sealed/"), body).status_code == 422


def sealed(one: Account, circle: Members, name: str) -> list[dict[str, object]]:
    texts: list[dict[str, object]] = one.browser.get(circle.path(f"sealed/?field={name}")).json()["sealed"]
    return texts
