"""What a circle itself has waiting for its members, besides the one thing to do now."""

from datetime import datetime

from kring.core.rhythm.shelf_life import Stage
from kring.web.circles import queries
from kring.web.circles.access import Within
from kring.web.circles.parts import Told
from kring.web.circles.queries.moving import own_move


def life_waits(within: Within, now: datetime) -> Told | None:
    """The agreement ends soon, or has ended."""
    life = queries.life_of(within.circle, now)
    if life.stage is Stage.FRESH:
        return None
    return {"until": life.until, "is_over": life.stage is Stage.OVER}


def move_waits(within: Within, now: datetime) -> Told | None:
    """The circle moves into another, and this member was asked in."""
    mine = own_move(within, now)
    return None if mine is None else {"into": mine.circle.name}


def end_waits(within: Within, now: datetime) -> Told | None:
    """Others would like to end the circle, and this member hasn't said anything to it."""
    voices = queries.voices_to_end(within.circle)
    if not voices or any(voice.by_id == within.person.pk for voice in voices):
        return None
    return {"names": [voice.by.name for voice in voices]}
