"""
Two years of one circle: six people and a facilitator, six meetings, and everything that happens around them.

What people see is looked at in real browsers; whoever isn't needed there takes part with an account, keys and texts as real.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.browser.canaries import found
from tests.browser.gathering import Gather, Gathering
from tests.browser.season import TYPED, Season, hold
from tests.browser.season_changes import (
    one_is_helped_back,
    one_joins,
    one_leaves,
    the_coach_steps_out,
    who_left_is_out,
)
from tests.browser.season_first import they_agree, they_meet_for_the_first_time, they_start
from tests.browser.season_later import it_goes_less_well, it_goes_well, two_years_are_over
from tests.browser.site import Site
from tests.browser.test_canary import kept_by
from tests.browser.wire import Wire


@pytest_asyncio.fixture(loop_scope="session")
async def own_site(tmp_path: Path) -> AsyncIterator[Site]:
    """One whose clock moves on."""
    site = Site(tmp_path, by_jumping_clock=True)
    await site.start()
    yield site
    site.stop()


async def test_two_years_of_a_circle(own_site: Site, wire: Wire, gather: Gather) -> None:
    season = Season(own_site, gather(wire.origin, Gathering))
    await they_start(season)
    await they_agree(season)
    await they_meet_for_the_first_time(season)
    await hold(season, "roddel", presenter="Imane", offer=TYPED["early"])
    kept = await one_leaves(season)
    await hold(season, "basis", presenter="Joost", offer=TYPED["later"])
    await who_left_is_out(season, kept)
    await it_goes_well(season)
    await one_joins(season)
    await hold(season, "dilemma", presenter="Olga", offer=TYPED["joined"], minutes=60, absent=["Wei", "Bram"])
    await hold(
        season, "vijf-minuten", presenter="Wei", offer=TYPED["late"], minutes=60, absent=["Joost", "Olga"]
    )
    await hold(season, "basis", presenter="Bram", offer=TYPED["last"], minutes=95, absent=["Imane", "Wei"])
    await it_goes_less_well(season)
    await one_is_helped_back(season)
    await the_coach_steps_out(season)
    await two_years_are_over(season)

    assert found(TYPED, wire.heard()) == set()
    assert found(TYPED, kept_by(own_site)) == set()
    assert found({"name": "Kring Noord"}, kept_by(own_site)) == {
        "name"
    }  # said in the open: the net has no hole
