"""Everything that the library offers, played from begin to end over real sockets with real keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kring.core.growth.exercise import Exercise
from kring.core.growth.load import load_exercises, load_own_blocks
from kring.core.meetings import Agenda, Part, PartKind, Stage, State, practice, usual
from kring.core.methods.load import load_blocks, load_library, load_method
from kring.core.methods.method import Block, GroupSize, Method
from tests.live.company import attend, for_all, gather, group_of
from tests.live.served import Served

# Made in the editor by following 'Write your own method' in the guide for facilitators, and kept as a file.
OF_THE_SITE = Path(__file__).parent / "denkrondes.yaml"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("kring")
    (data / "methods").mkdir()
    shutil.copy(OF_THE_SITE, data / "methods")
    server = Served(data)
    yield server
    server.stop()


@pytest.mark.parametrize("method", [*load_library(), load_method(OF_THE_SITE)], ids=lambda method: method.id)
async def test_companions_play_every_method_from_begin_to_end(server: Served, method: Method) -> None:
    state = await play(server, usual(method, load_blocks()), method.group)

    assert any(person.has_presented for person in state.people.values())


@pytest.mark.parametrize("exercise", load_exercises(), ids=lambda exercise: exercise.id)
async def test_companions_do_every_exercise_from_begin_to_end(server: Served, exercise: Exercise) -> None:
    state = await play(server, practice(exercise, load_blocks()), exercise.group)

    done = [planned.phase.id for planned in state.plan.phases if planned.block == exercise.id]
    assert done == [phase.id for phase in exercise.phases]


@pytest.mark.parametrize("block", load_own_blocks().values(), ids=list(load_own_blocks()))
async def test_companions_hold_every_block_of_a_circles_own_life(server: Served, block: Block) -> None:
    named = (Part(kind=PartKind.BLOCK, id=name) for name in ("arrival", block.id, "closing"))

    state = await play(server, Agenda(parts=tuple(named), minutes=60), GroupSize(least=3, most=8))

    assert state.plan.method_name == block.name
    assert [planned.phase.id for planned in state.plan.phases if planned.block == block.id] == [
        phase.id for phase in block.phases
    ]


async def play(server: Served, agenda: Agenda, size: GroupSize) -> State:
    """The meeting as it was at its end: the same for everybody, and everybody took part."""
    people = group_of(size)
    companions = await gather(server.site, agenda, people)
    await attend(companions)

    states = [state for companion in companions if (state := companion.room.state)]
    assert [state.stage for state in states] == [Stage.CLOSED] * people
    assert len({state.number for state in states}) == 1
    last = states[0]
    assert last.phase == len(last.plan.phases) - 1
    assert {person.id for person in last.people.values() if person.turns} == set(last.people)
    for companion, state in zip(companions, states, strict=True):
        assert set(companion.room.table.opened(state, tuple(for_all(state)))) == for_all(state) != set()
    return last
