"""
A meeting for several circles: who sits with which, and the cards of each together.

The cards stay without names. Which circle a card comes from is told to everybody, so a circle of which only one or two
wrote is told of none of them: theirs lie with the cards of everybody else.
"""

from __future__ import annotations

from kring.core.meetings.plan import PersonId
from kring.core.meetings.standing import running, seated
from kring.core.meetings.state import Entry, State, slot_of
from kring.core.meetings.turns import Heap
from kring.core.methods.method import Mode, ShownTo

FEWEST_WRITERS = 3  # of two, each knows which cards are the other's
NO_CIRCLE = ""


def sits_by_circle(state: State) -> bool:
    """Whether people sit with their own circle in the phase that runs."""
    planned = running(state)
    return bool(state.plan.circles) and planned is not None and planned.phase.floor.mode is Mode.SMALL_GROUPS


def circles_seated(state: State) -> tuple[tuple[PersonId, ...], ...]:
    """Who sits together, in the order of the plan. Who sits with no circle is in none of these."""
    rows = (
        tuple(person.id for person in seated(state) if person.assented and person.circle == circle.id)
        for circle in state.plan.circles
    )
    return tuple(row for row in rows if row)


def heaps(state: State) -> tuple[Heap, ...]:
    """The cards that lie open for everybody, by circle in the order of the plan; the rest comes last."""
    entries = [entry for entry in state.entries.values() if _lies_open(state, entry)]
    named = {
        circle.id for circle in state.plan.circles if _writers(state, entries, circle.id) >= FEWEST_WRITERS
    }
    rows = {circle.id: list[Entry]() for circle in state.plan.circles if circle.id in named}
    rest: list[Entry] = []
    for entry in entries:
        rows.get(_circle_of(state, entry) or NO_CIRCLE, rest).append(entry)
    found = [*rows.items(), *([(NO_CIRCLE, rest)] if rest else [])]
    return tuple(
        Heap(circle=circle, entries=tuple(sorted(entry.id for entry in row))) for circle, row in found
    )


def has_cards_in_a_heap(state: State, person: PersonId) -> bool:
    """Whether cards of theirs were put with those of a circle."""
    lying = {entry for heap in state.heaps for entry in heap.entries}
    return any(entry.by == person and entry.id in lying for entry in state.entries.values())


def _writers(state: State, entries: list[Entry], circle: str) -> int:
    return len({entry.by for entry in entries if _circle_of(state, entry) == circle})


def _circle_of(state: State, entry: Entry) -> str | None:
    writer = state.people.get(entry.by)
    return None if writer is None else writer.circle


def _lies_open(state: State, entry: Entry) -> bool:
    return not (entry.hidden or entry.withdrawn) and slot_of(state.plan, entry).shown_to is ShownTo.GROUP
