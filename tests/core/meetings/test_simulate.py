"""Walking through a method before a circle does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from kring.core.meetings.simulate import simulate, simulate_all_sizes, simulate_block
from kring.core.methods.faults import Fault
from kring.core.methods.load import load_blocks, load_library
from kring.core.methods.method import GroupSize, Method, Phase, Role
from tests.core.meetings.circle import METHODS


@pytest.mark.parametrize("method", load_library(), ids=lambda method: method.id)
def test_every_shipped_method_can_be_carried_out(method: Method) -> None:
    for size in {method.group.least, method.group.most}:
        assert simulate(method, size) == ()


def test_every_mode_can_be_carried_out() -> None:
    assert simulate(METHODS["every-mode"], 5) == ()


def test_hidden_cards_that_nobody_turns_over_are_found() -> None:
    method = _changed("incident-kort", "advising", lambda phase: replace(phase, reveals=()))

    assert {fault.place for fault in simulate(method, 4)} == {
        ("phases", "analysing", "writing", "causes"),
        ("phases", "analysing", "writing", "own_part"),
        ("phases", "analysing", "writing", "advice"),
    }


def test_small_groups_of_one_are_found() -> None:
    method = METHODS["incident-kort"]

    assert _places(simulate(method, 3)) == [("phases", "analysing", "floor", "speakers")]
    assert simulate(method, 4) == ()


def test_block_in_which_only_a_presenter_speaks_is_found_while_there_is_none() -> None:
    arrival = load_blocks()["arrival"]
    (arriving,) = arrival.phases
    of_presenter = replace(arriving, floor=replace(arriving.floor, speakers=(Role.PRESENTER,)))
    block = replace(arrival, id="own", phases=(of_presenter,))

    assert simulate_block(replace(arrival, id="own"), GroupSize(least=3, most=5)) == ()
    assert _places(simulate_block(block, GroupSize(least=3, most=5))) == [
        ("phases", "arriving", "floor", "speakers")
    ]


def test_phase_in_which_nobody_can_speak_is_found() -> None:
    only_observers = _changed(
        "basis", "naming", lambda phase: replace(phase, floor=replace(phase.floor, speakers=(Role.OBSERVER,)))
    )

    assert _places(simulate(only_observers, 4)) == [("phases", "naming", "floor", "speakers")]


def test_presenter_without_the_last_word_is_found() -> None:
    method = METHODS["basis"]
    last = method.phases[-1]
    peers_only = replace(last, floor=replace(last.floor, speakers=(Role.PEERS,)), writing=())
    method = replace(method, phases=(*method.phases[:-1], peers_only))

    places = _places(simulate(method, 4))

    assert ("phases", last.id) in places


def test_fault_of_several_sizes_is_told_once() -> None:
    method = _changed("incident-kort", "advising", lambda phase: replace(phase, reveals=()))
    method = replace(method, group=replace(method.group, least=4, most=5))

    assert len(simulate_all_sizes(method)) == 3


def _changed(method_id: str, phase_id: str, change: Callable[[Phase], Phase]) -> Method:
    method = METHODS[method_id]
    assert any(phase.id == phase_id for phase in method.phases)
    phases = tuple(change(phase) if phase.id == phase_id else phase for phase in method.phases)
    return replace(method, phases=phases)


def _places(faults: tuple[Fault, ...]) -> list[tuple[str, ...]]:
    return [fault.place for fault in faults]
