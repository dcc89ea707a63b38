"""What a circle itself has waiting for its members, besides the one thing to do now."""

from datetime import datetime

from kring.core.rhythm.shelf_life import Stage
from kring.web.circles import queries
from kring.web.circles.access import Within
from kring.web.circles.parts import Told


def life_waits(within: Within, now: datetime) -> Told | None:
    """The agreement ends soon, or has ended."""
    life = queries.life_of(within.circle, now)
    if life.stage is Stage.FRESH:
        return None
    return {"until": life.until, "is_over": life.stage is Stage.OVER}


def end_waits(within: Within, now: datetime) -> Told | None:
    """Others would like to end the circle, and this member hasn't said anything to it."""
    voices = queries.voices_to_end(within.circle)
    if not voices or any(voice.by_id == within.person.pk for voice in voices):
        return None
    return {"names": [voice.by.name for voice in voices]}
