"""People who do what their screen asks of them, and nothing else."""

from __future__ import annotations

from kring.core.meetings import Now, PersonId, Refusal, Stage, View
from kring.core.meetings.fitting import fitting
from tests.core.meetings.circle import Circle

# What somebody does on reading the sentence on the screen; without one, they wait.
DOES = {
    Now.INTRODUCE: "introduce",
    Now.ASSENT: "assent",
    Now.SIT: "sit_with",
    Now.MAY_START: "start",
    Now.YOUR_TURN: "yield_floor",
    Now.ANSWER: "yield_floor",
    Now.WRITE: "finish",
    Now.RATE: "finish",
    Now.VOTE: "finish",
    Now.CHOOSE: "choose_presenter",
    Now.GO_ON: "next",
    Now.MAY_TAKE_OVER: "take_over",
    Now.PAUSED: "resume",
    Now.TIME_OUT: "end_time_out",
}


def walk_to_the_end(circle: Circle, deeds: int = 600) -> None:
    """Everybody who is here follows their screen until the meeting is over; when all wait, time passes."""
    for number in range(deeds):
        if circle.state.stage is Stage.CLOSED:
            return
        moved = [_step(circle, person, f"walk {number} {person}") for person in list(circle.state.people)]
        circle.wait(minutes=1) if any(moved) else circle.wait(days=2)


def _step(circle: Circle, person: PersonId, command_id: str) -> bool:
    found = circle.state.people[person]
    seen = circle.view(person)
    tag = _wish(seen, alone=sum(1 for other in circle.state.people.values() if other.present) < 2)
    if tag is None or found.left or not found.present:
        return False
    outcome = circle.send(person, fitting(circle.state, person, tag, command_id=command_id, text="x"))
    assert not isinstance(outcome, Refusal), (tag, outcome)
    return True


def _wish(seen: View, *, alone: bool) -> str | None:
    tag = DOES.get(seen.now)
    if tag in seen.may:
        return tag
    if alone and seen.now is Now.WAIT_FOR_OTHERS and "close_meeting" in seen.may:
        return "close_meeting"
    return None
