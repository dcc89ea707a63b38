"""Each role against each page and action: who isn't meant to get in finds nothing, and nothing changes."""

from collections import Counter

import pytest
from django.apps import apps

from kring.web.people.models import Person
from tests.web.access.asking import ask, words_of
from tests.web.access.roles import IN_CIRCLE, MEMBER, ORGANISER, OTHER_MEMBER, OTHER_ORGANISER, VISITOR
from tests.web.access.table import Row, addresses, names_of, rooms, rows_of
from tests.web.access.world import World

pytestmark = pytest.mark.django_db

ROWS = [row for room in rooms() for row in rows_of(room)]
OURS = list(
    {row.name: row for room in rooms() if room != "people" for row in rows_of(room)}.values()
)  # those of `people` are allauth's
ASTRAY = [
    (OTHER_MEMBER, "circle", "other circle"),
    (OTHER_ORGANISER, "programme", "programme elsewhere"),
    (OTHER_ORGANISER, "organisation", "other organisation"),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_hears_what_is_meant_for_it(world: World, row: Row) -> None:
    expected = row.expected()

    heard = {role: ask(world, role, row) for role in expected}

    assert {role: one.answer for role, one in heard.items()} == expected
    assert {role: one.changed for role, one in heard.items() if role not in row.roles and one.changed} == {}
    assert {role: one.signed_in for role, one in heard.items() if one.signed_in} == {}


@pytest.mark.parametrize("room", rooms())
def test_no_address_is_left_out(room: str) -> None:
    """Rows belong in `tests/web/access/rows/<room>.py`."""
    assert {row.name for row in rows_of(room)} == set(names_of(room))


def test_no_two_addresses_are_called_the_same() -> None:
    assert {name for name, many in Counter(one.name for one in addresses()).items() if many > 1} == set()


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_what_has_no_row_does_nothing(world: World, method: str) -> None:
    """What isn't in the table takes nothing in: it says so, or shows the way to the page with the button."""
    said = {(row.name, row.method) for row in ROWS}
    rest = [row.but(method=method, sent={}, query="") for row in OURS if (row.name, method) not in said]

    heard = {(row.name, role): ask(world, role, row) for row in rest for role in (VISITOR, ORGANISER, MEMBER)}

    assert {where: one.answer for where, one in heard.items() if one.answer not in {405, 302}} == {}
    assert {where: one.changed for where, one in heard.items() if one.changed} == {}


@pytest.mark.parametrize(("role", "whole", "theirs"), ASTRAY)
def test_nobody_gets_at_something_by_way_of_what_is_theirs(
    world: World, role: str, whole: str, theirs: str
) -> None:
    rows = [
        row
        for row in ROWS
        if row.astray and words_of(row)[:1] == [whole] and words_of(row)[1:] and not row.about
    ]

    heard = [(row, ask(world, role, row.but(about={whole: theirs}))) for row in rows]

    assert {str(row): one.answer for row, one in heard if one.answer != row.astray} == {}
    assert {str(row): one.changed for row, one in heard if one.changed} == {}


def test_what_is_in_a_circle_is_for_its_members_alone() -> None:
    by_link = {"invitation", "decline", "deletion"}
    outside = {
        row.name for row in ROWS if {"circle", "meeting"} & set(words_of(row)) and not row.roles <= IN_CIRCLE
    }

    assert outside == by_link


def test_there_is_no_account_that_sees_more() -> None:
    fields = {one.name for one in Person._meta.get_fields()}

    assert fields & {"is_staff", "is_superuser", "groups", "user_permissions"} == set()
    assert not apps.is_installed("django.contrib.admin")
