"""The phases of a method as bars: as wide as their minutes, the higher the more voices."""

from dataclasses import dataclass

from kring.core.methods.method import Method, Place
from kring.core.methods.traits import Sound, sound_of

HEIGHTS = {
    Sound.SILENCE: 14,
    Sound.ONE_VOICE: 34,
    Sound.IN_TURN: 54,
    Sound.FREE: 74,
}  # percent of the drawing
FLOOR = 76  # percent; below it the line of whoever sits apart, and the numbers
GAP = 0.5  # percent between two bars
ROOM_FOR_A_NUMBER = 6.0  # percent; narrower bars on a phone are narrower than two figures


@dataclass(frozen=True, slots=True)
class Bar:
    """
    One phase. Places are percentages, as text: a template would write numbers with a comma in Dutch.

    Attributes:
        apart: Whether the presenter is turned away or out of the room.
        number: Counted from 1; empty where there is no room for it.
    """

    number: str
    sound: str
    apart: bool
    left: str
    middle: str
    width: str
    top: str
    height: str


def band_of(method: Method, minutes: int | None = None) -> tuple[Bar, ...]:
    """
    The bars of a method, in order.

    The whole width stands for so many minutes: the method's own, or more when it stands beside a longer one.
    """
    whole = minutes or method.usual_minutes
    bars, gone = [], 0
    for number, phase in enumerate(method.phases, start=1):
        left, width = 100 * gone / whole, 100 * phase.minutes.usual / whole
        sound = sound_of(phase)
        bars.append(
            Bar(
                number=str(number) if width >= ROOM_FOR_A_NUMBER else "",
                sound=sound.value,
                apart=phase.presenter_place is not Place.IN_THE_CIRCLE,
                left=_percent(left),
                middle=_percent(left + (width - GAP) / 2),
                width=_percent(width - GAP),
                top=_percent(FLOOR - HEIGHTS[sound]),
                height=_percent(HEIGHTS[sound]),
            )
        )
        gone += phase.minutes.usual
    return tuple(bars)


def _percent(number: float) -> str:
    return f"{number:.2f}%"
