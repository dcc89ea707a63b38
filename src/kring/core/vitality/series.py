"""What a circle can see at a glance: plain rows, to draw or to read as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from kring.core.methods.method import Text
from kring.core.vitality.book import load_book
from kring.core.vitality.history import History, Meeting
from kring.core.vitality.signal import tenths

MINUTE = 60
LEAST_ANSWERS = 4  # with fewer one would see who said it


class Row(msgspec.Struct, frozen=True):
    """
    One point or bar.

    Attributes:
        key: A date, the id of a member, or the id of a method, as the series says.
        values: One for each column; none where too few gave an answer.
    """

    key: str
    values: tuple[float | None, ...]


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """
    A drawing and its table in one.

    Attributes:
        id: `turn_out` and `depth_and_safety` run over dates; `methods` has methods, `voices` and `cases` members.
        name: What it shows; `key` and `columns` are the heads of the table.
        rows: Dates in order; members as the history has them, and those who left after them; methods most used first.
    """

    id: str
    name: Text
    key: Text
    columns: tuple[Text, ...]
    rows: tuple[Row, ...]


def drawings(history: History) -> tuple[Series, ...]:
    """All series, in the order of the file. One without rows has nothing to draw yet."""
    return tuple(
        Series(id=id, name=words.name, key=words.key, columns=words.columns, rows=tuple(_ROWS[id](history)))
        for id, words in load_book().series.items()
    )


def _turn_out(history: History) -> Iterable[Row]:
    return (
        Row(meeting.on.isoformat(), (meeting.present, len(meeting.presences)))
        for meeting in history.meetings
        if meeting.presences
    )


def _methods(history: History) -> Iterable[Row]:
    methods = [case.method for meeting in history.meetings for case in meeting.cases]
    rows = [Row(method, (methods.count(method),)) for method in dict.fromkeys(methods)]
    return sorted(rows, key=lambda row: -(row.values[0] or 0))


def _voices(history: History) -> Iterable[Row]:
    voices = [voice for meeting in history.meetings for voice in meeting.voices]
    if not voices:
        return
    for member in dict.fromkeys((*history.members, *(voice.member for voice in voices))):
        own = [voice for voice in voices if voice.member == member]
        seconds = sum(voice.seconds for voice in own)
        yield Row(member, (int(seconds / MINUTE + 0.5), sum(voice.turns for voice in own)))


def _cases(history: History) -> Iterable[Row]:
    cases = [case for meeting in history.meetings for case in meeting.cases]
    presenters = [case.presenter for case in cases if case.presenter is not None]
    if not presenters:
        return
    for member in dict.fromkeys((*history.members, *presenters)):
        yield Row(member, (presenters.count(member),))


def _depth_and_safety(history: History) -> Iterable[Row]:
    for meeting in history.meetings:
        if meeting.ratings:
            yield Row(meeting.on.isoformat(), _means(meeting))


def _means(meeting: Meeting) -> tuple[float | None, ...]:
    if len(meeting.ratings) < LEAST_ANSWERS:
        return (None, None)
    return (
        _mean([rating.depth for rating in meeting.ratings]),
        _mean([rating.safety for rating in meeting.ratings]),
    )


def _mean(answers: Sequence[int]) -> float:
    return tenths(sum(answers) / len(answers))


_ROWS: Mapping[str, Callable[[History], Iterable[Row]]] = MappingProxyType(
    {
        "turn_out": _turn_out,
        "methods": _methods,
        "voices": _voices,
        "cases": _cases,
        "depth_and_safety": _depth_and_safety,
    }
)
