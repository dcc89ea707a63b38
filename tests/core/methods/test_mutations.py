"""Whatever somebody does to a method file, they hear where and what to do, and never see a traceback."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import given, strategies as st

from kring.core.methods.faults import Fault
from kring.core.methods.load import METHOD_FILE
from kring.core.methods.schema import schema_of
from tests.core.methods.files import METHODS, Plain, Way, faults_in, plain, set_at, written

ORIGINALS = {path.stem: plain(path.stem) for path in METHODS}
REQUIRED = {name: set(shape.get("required", [])) for name, shape in schema_of(METHOD_FILE)["$defs"].items()}
methods = st.sampled_from(sorted(ORIGINALS))
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)


@given(methods, st.data())
def test_dropped_key_is_asked_back(method: str, data: st.DataObject) -> None:
    changed = copy.deepcopy(ORIGINALS[method])
    holders = [
        way for way in ways(changed) if isinstance(at(changed, way), dict) and required_of(changed, way)
    ]
    way = data.draw(st.sampled_from(holders))
    key = data.draw(st.sampled_from(sorted(required_of(changed, way))))
    del at(changed, way)[key]

    faults = faults_in(written(changed))

    assert key in {fault.place[-1] for fault in faults}
    assert_helpful(faults)


@given(methods, st.text("abcdefghij_", min_size=1, max_size=12), st.data())
def test_unknown_key_is_told(method: str, key: str, data: st.DataObject) -> None:
    changed = copy.deepcopy(ORIGINALS[method])
    way = data.draw(st.sampled_from([way for way in ways(changed) if isinstance(at(changed, way), dict)]))
    key = f"{key}_too_many"
    at(changed, way)[key] = "x"

    faults = faults_in(written(changed))

    assert [fault.place[-1] for fault in faults] == [key]
    assert_helpful(faults)


@given(methods, st.data())
def test_list_in_place_of_a_word_is_told(method: str, data: st.DataObject) -> None:
    changed = copy.deepcopy(ORIGINALS[method])
    leaves = [way for way in ways(changed) if not isinstance(at(changed, way), (dict, list))]
    set_at(changed, data.draw(st.sampled_from(leaves)), [1, 2])

    assert_helpful(faults_in(written(changed)))


@given(methods, st.data())
def test_minutes_the_wrong_way_round_are_told(method: str, data: st.DataObject) -> None:
    changed = copy.deepcopy(ORIGINALS[method])
    phase = data.draw(st.sampled_from(changed["phases"]))
    minutes = phase["minutes"]
    minutes["least"], minutes["most"] = minutes["most"] + 1, minutes["least"]

    faults = faults_in(written(changed))

    assert ("phases", phase["id"], "minutes", "usual") in {fault.place for fault in faults}
    assert_helpful(faults)


@given(
    st.sampled_from(["incident-kort", "tien-stappen", "dilemma"]),
    st.text("abc", min_size=1, max_size=3),
    st.data(),
)
def test_reveal_of_cards_that_dont_exist_is_told(method: str, name: str, data: st.DataObject) -> None:
    changed = copy.deepcopy(ORIGINALS[method])
    phase = data.draw(st.sampled_from([phase for phase in changed["phases"] if "reveals" in phase]))
    phase["reveals"] = [name]

    faults = faults_in(written(changed))

    assert ("phases", phase["id"], "reveals") in {fault.place for fault in faults}
    assert_helpful(faults)


@given(methods, anything, st.data())
def test_anything_anywhere_is_read_or_told(method: str, value: object, data: st.DataObject) -> None:
    changed = copy.deepcopy(ORIGINALS[method])
    set_at(changed, data.draw(st.sampled_from(list(ways(changed))[1:])), value)

    told(faults_in(written(changed)))


@given(methods, st.text(max_size=5), st.data())
def test_text_put_anywhere_in_the_file_is_read_or_told(method: str, text: str, data: st.DataObject) -> None:
    whole = written(ORIGINALS[method])
    begin = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(begin, min(len(whole), begin + 30)))

    told(faults_in(whole[:begin] + text + whole[end:]))


@given(st.text(max_size=200))
def test_any_text_at_all_is_told(text: str) -> None:
    assert_helpful(faults_in(text))


def assert_helpful(faults: tuple[Fault, ...]) -> None:
    assert faults
    told(faults)


def told(faults: tuple[Fault, ...]) -> None:
    """Every fault has a place and a remedy in both languages."""
    for fault in faults:
        assert fault.where("nl")
        assert fault.where("en")
        assert all((fault.wrong.nl, fault.wrong.en, fault.mend.nl, fault.mend.en))
        assert fault.mend.nl != fault.mend.en


def ways(data: Any, way: Way = ()) -> Iterator[Way]:
    """The way to every place in the data, the top first."""
    yield way
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, below in steps:
        yield from ways(below, (*way, step))


def at(data: Any, way: Way) -> Any:
    for step in way:
        data = data[step]
    return data


def required_of(data: Plain, way: Way) -> set[str]:
    """The keys that must be in the mapping at the end of a way."""
    keys = set(at(data, way))
    fitting = [required for required in REQUIRED.values() if required and required <= keys]
    return max(fitting, key=len, default=set())
