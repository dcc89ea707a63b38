"""
What rooms above this one add to a participant's own page, and who hears that somebody goes.

They can't be called by name from here, so each leaves word when the site starts (`AppConfig.ready`):

    show_to_participant(10, "forming/_mine.html", tell)
    at_going(give_up_chairs)    # before the row goes, in the same transaction
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from kring.web.enrolment.models import Participant
from kring.web.programmes.parts import Part

Told = Mapping[str, Any]

_for_participant: list[tuple[int, str, Callable[[Participant, datetime], Told | None]]] = []
_hear_of_going: list[Callable[[Participant], object]] = []


def at_going(hear: Callable[[Participant], object]) -> None:
    """A room hears of a participant who goes, by themselves or removed, while their row is still there."""
    _hear_of_going.append(hear)


def tell_going(participant: Participant) -> None:
    """Let every room let go of them."""
    for hear in _hear_of_going:
        hear(participant)


def show_to_participant(
    order: int, template: str, tell: Callable[[Participant, datetime], Told | None]
) -> None:
    """On somebody's own page; lower orders stand first. Where `tell` gives None the part isn't shown."""
    _for_participant.append((order, template, tell))
    _for_participant.sort(key=lambda part: part[0])


def parts_for_participant(participant: Participant, now: datetime) -> list[Part]:
    """In order."""
    told = ((template, tell(participant, now)) for _order, template, tell in _for_participant)
    return [Part(template, about) for template, about in told if about is not None]
