"""
What rooms above this one add to a participant's own page.

They can't be called by name from here, so each leaves word when the site starts (`AppConfig.ready`):

    show_to_participant(10, "forming/_mine.html", tell)
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from kring.web.enrolment.models import Participant
from kring.web.programmes.parts import Part

Told = Mapping[str, Any]

_for_participant: list[tuple[int, str, Callable[[Participant, datetime], Told | None]]] = []


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
