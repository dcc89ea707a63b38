"""Everything that the library offers, played from begin to end over real sockets with real keys."""

from collections.abc import Iterator

import pytest

from kring.core.meetings import Stage
from kring.core.methods.load import load_library
from kring.core.methods.method import Method
from tests.live.company import PEOPLE, attend, for_all, gather
from tests.live.served import Served


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("kring"))
    yield server
    server.stop()


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
async def test_companions_play_every_method_from_begin_to_end(server: Served, method: Method) -> None:
    people = min(max(PEOPLE, method.group.least), method.group.most)
    companions = await gather(server.site, method.id, people)

    await attend(companions)

    states = [state for companion in companions if (state := companion.room.state)]
    assert [state.stage for state in states] == [Stage.CLOSED] * people
    assert len({state.number for state in states}) == 1
    last = states[0]
    assert last.phase == len(last.plan.phases) - 1
    assert {person.id for person in last.people.values() if person.turns} == set(last.people)
    for companion, state in zip(companions, states, strict=True):
        assert set(companion.room.table.opened(state, tuple(for_all(state)))) == for_all(state) != set()
