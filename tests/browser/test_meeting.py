"""Five people in five browsers hold a meeting, from 'Begin now' to what they take home."""

import asyncio

from tests.browser.browsers import DESKTOP, PHONE
from tests.browser.gathering import Gathering


async def test_five_people_hold_a_meeting(gathering: Gathering) -> None:
    bram = await gathering.sit("Bram", DESKTOP, "en")
    others = await asyncio.gather(
        *(gathering.sit(name, PHONE, "en") for name in ["Noor", "Imane", "Joost", "Wei"])
    )

    link = await bram.begin()
    await asyncio.gather(*(one.enter(link) for one in others))
    everybody = [bram, *others]
    words = await asyncio.gather(*(one.control_words() for one in everybody))
    assert len({tuple(four) for four in words}) == 1
    await asyncio.gather(*(one.assent() for one in everybody))
    await bram.start()
    await bram.sees_phase("arriving")
