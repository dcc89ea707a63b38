"""The picture and the table of a meeting for the developers' guide, drawn from the transitions themselves."""

from __future__ import annotations

from collections.abc import Iterator

from kring.core.meetings import events as happened
from kring.core.meetings.state import Stage
from kring.core.meetings.transitions import TABLE, During, Transition

_LEADS_TO = {
    happened.Started: "running",
    happened.Closed: "closed",
    happened.Paused: "paused",
    happened.Resumed: "running",
    happened.TimeOutCalled: "time_out",
    happened.TimeOutEnded: "running",
}
_WHILE_MEETING = {
    During.RUNNING: ("running",),
    During.PAUSE: ("running", "paused"),
    During.TIME_OUT: ("time_out",),
    During.ALWAYS: ("running", "paused", "time_out"),
}


def as_markdown() -> str:
    """A state diagram in Mermaid, and every command with who, when and what it leads to."""
    return f"```mermaid\n{_diagram()}\n```\n\n{_table()}\n"


def _diagram() -> str:
    arrows: dict[tuple[str, str], list[str]] = {}
    for row in TABLE.values():
        for origin, target in _arrows(row):
            arrows.setdefault((origin, target), []).append(row.tag)
    lines = ["stateDiagram-v2", "  [*] --> gathering"]
    lines += [f"  {origin} --> {target}: {', '.join(tags)}" for (origin, target), tags in arrows.items()]
    return "\n".join([*lines, "  closed --> [*]"])


def _arrows(row: Transition) -> Iterator[tuple[str, str]]:
    origins = [
        node
        for stage in row.stages
        for node in (_WHILE_MEETING[row.during] if stage is Stage.MEETING else (stage.value,))
    ]
    for origin in origins:
        for event in row.gives:
            target = _LEADS_TO.get(event, origin)
            # to go on from the paused or the running clock is the same deed; only a stop is undone
            if target != origin and not (event is happened.Resumed and origin == "running"):
                yield origin, target


def _table() -> str:
    head = "| command | stage | who | while standing still | when | leads to |\n|---|---|---|---|---|---|"
    return "\n".join([head, *(_line(row) for row in TABLE.values())])


def _line(row: Transition) -> str:
    stages = ", ".join(stage.value for stage in row.stages)
    events = ", ".join(f"`{event.__struct_config__.tag}`" for event in row.gives)
    return f"| `{row.tag}` | {stages} | {row.who.value} | {row.during.value} | {row.when} | {events} |"
