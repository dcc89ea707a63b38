"""What somebody takes along is called by words of the trade."""

import re

import pytest

from kring.web.circles.fields import worth_keeping
from tests.web.circles.conftest import Members
from tests.web.people.conftest import Account

NAMED = re.compile(r'data-text="archive\.field\.([\w.]+)">[^<]+<')


@pytest.mark.parametrize("page", ["/me/archive/", "ending/"])
def test_everything_that_an_archive_can_hold_has_a_name(circle: Members, bram: Account, page: str) -> None:
    address = page if page.startswith("/") else circle.path(page)

    shown = bram.browser.get(address).content.decode()

    assert set(NAMED.findall(shown)) == set(worth_keeping())
