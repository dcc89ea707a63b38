"""Each role against each page and action: who isn't meant to get in finds nothing, and nothing changes."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import PermissionsMixin
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from kring.web.people.models import Person
from tests.web.access.asking import ask
from tests.web.access.table import JSON, Row, addresses, deed, names_of, page, rooms, rows_of
from tests.web.access.world import World

pytestmark = pytest.mark.django_db

ROWS = [row for room in rooms() for row in rows_of(room)]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Made once; nothing of it is left afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_hears_what_is_meant_for_it(world: World, row: Row) -> None:
    expected = row.expected()

    heard = {role: ask(world, role, row) for role in expected}

    assert {role: one.answer for role, one in heard.items()} == expected
    assert {role: one.changed for role, one in heard.items() if role not in row.roles and one.changed} == {}
    assert {role: one.signed_in for role, one in heard.items() if one.signed_in} == {}
