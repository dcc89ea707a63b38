"""A circle in which everybody agreed to everything that comes before the first case."""

import pytest

from tests.web.circles.conftest import (  # noqa: F401 -- fixtures
    Members,
    bram,
    circle,
    imane,
    noor,
    olga,
    ruud,
)
from tests.web.circles.test_agreeing import answer, assent, put_rules
from tests.web.people.conftest import Account, join, nobody_was_too_fast  # noqa: F401 -- fixtures


@pytest.fixture
def agreed(circle: Members, noor: Account, bram: Account, imane: Account) -> Members:  # noqa: F811
    agree(circle, noor, bram, imane)
    return circle


def agree(members: Members, *everybody: Account) -> None:
    for one in everybody:
        answer(members, one)
    version = put_rules(members, everybody[0])
    for one in everybody:
        assert assent(members, one, version) == 302
