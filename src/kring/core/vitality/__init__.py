"""
How alive a circle is: signals as questions, each with one thing to try, and series to draw.

`watch` looks at a circle's history; `told` puts a signal into words; `drawings` gives the series. All of it is for the
circle alone (product rule 24). What rests on sealed content is worked out in the browser, by the twin in
`frontend/vitality`, which reads the same thresholds and passes the same vectors.
"""

from kring.core.vitality.course import course_of
from kring.core.vitality.history import (
    Cancelled,
    History,
    Intention,
    Meeting,
    Rating,
    Rules,
    Stretch,
    StretchTime,
    Voice,
    Worked,
)
from kring.core.vitality.series import Row, Series, drawings
from kring.core.vitality.signal import Level, Signal
from kring.core.vitality.stretches import stretches_of
from kring.core.vitality.telling import Told, told
from kring.core.vitality.watching import watch

__all__ = [
    "Cancelled",
    "History",
    "Intention",
    "Level",
    "Meeting",
    "Rating",
    "Row",
    "Rules",
    "Series",
    "Signal",
    "Stretch",
    "StretchTime",
    "Told",
    "Voice",
    "Worked",
    "course_of",
    "drawings",
    "stretches_of",
    "told",
    "watch",
]
