"""Whose name stands on a page of an organiser or a client, by the same table: on a client's nobody's who takes part."""

import pytest

from tests.web.access.asking import ask
from tests.web.access.roles import (
    CALLED,
    CLIENT,
    ORGANISER,
    OTHER_CLIENT,
    OTHER_ORGANISER,
    SAT_DOWN,
    SIGNED_IN,
)
from tests.web.access.table import Row, rooms, rows_of
from tests.web.access.world import AVOIDED, World, mail_of

pytestmark = pytest.mark.django_db

OUTSIDE = (ORGANISER, OTHER_ORGANISER, CLIENT, OTHER_CLIENT)
PAGES = [
    row
    for room in rooms()
    for row in rows_of(room)
    if row.method == "GET" and row.inside == 200 and row.roles <= SIGNED_IN and row.roles & set(OUTSIDE)
]


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_page_names_nobody_but_whom_it_is_about(world: World, row: Row) -> None:
    heard = {role: ask(world, role, row).text for role in OUTSIDE if role in row.roles}

    for role, text in heard.items():
        assert named_in(text) == (set() if "client" in role else row.shows), role
        assert AVOIDED not in text


def named_in(text: str) -> set[str]:
    """Roles of those who take part, by name or address."""
    return {role for role in SAT_DOWN if CALLED[role] in text or mail_of(role) in text}


def test_names_would_be_found(world: World) -> None:
    """What the server tells about somebody to themselves has their name, and whom they would rather avoid."""
    [mine] = [
        row
        for room in rooms()
        for row in rows_of(room)
        if row.name == "my-facts" and row.method == "GET" and not row.about
    ]
    text = ask(world, "member", mine).text

    assert named_in(text) == {"member"}
    assert AVOIDED in text
