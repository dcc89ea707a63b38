"""A circle in good health, and histories of any kind."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from kring.core.circles.attendance import Attendance, Presence
from kring.core.members import MemberId
from kring.core.vitality import (
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

NOOR, BRAM, IMANE, JOOST, WEI, SASKIA = MEMBERS = tuple(
    MemberId(name) for name in ("noor", "bram", "imane", "joost", "wei", "saskia")
)
START = date(2026, 1, 8)
METHODS = ("basis", "incident-kort", "roddel", "dilemma", "vijf-minuten", "basis")


def healthy(meetings: int = 6) -> History:
    """Everybody there, everybody brings, another method each time, all in its time."""
    return History(
        members=MEMBERS,
        started_on=START,
        rules=Rules(agreed_on=START, everyone=True),
        meetings=tuple(_good_meeting(number) for number in range(meetings)),
    )


def today_of(history: History) -> date:
    """The day of its last meeting."""
    return history.meetings[-1].on if history.meetings else history.started_on


def _good_meeting(number: int) -> Meeting:
    presenter, facilitator = MEMBERS[number % 6], MEMBERS[(number + 1) % 6]
    return Meeting(
        on=START + timedelta(weeks=4 * number),
        planned_minutes=120,
        used_minutes=122,
        presences=tuple(Presence(member, Attendance.PRESENT) for member in MEMBERS),
        facilitator=facilitator,
        cases=(Worked(presenter, METHODS[number % len(METHODS)]),),
        case_ahead=True,
        stretches=(
            StretchTime(Stretch.SMALL_TALK, 600, 660),
            StretchTime(Stretch.QUESTIONS, 1500, 1400),
            StretchTime(Stretch.ADVICE, 900, 960),
            StretchTime(Stretch.OTHER, 4200, 4300),
        ),
        voices=tuple(
            Voice(member, 1200 if member == presenter else 500 + 40 * (index + number) % 6, 8)
            for index, member in enumerate(MEMBERS)
        ),
        ratings=tuple(Rating(depth=4 - (index == number % 6), safety=4 + index % 2) for index in range(6)),
        intentions=tuple(Intention(member, looked_back=True) for member in MEMBERS),
    )


_members = st.sampled_from(MEMBERS)
_seconds = st.integers(0, 2400)
_marks = st.integers(1, 5)

_meetings = st.builds(
    Meeting,
    on=st.dates(START, date(2027, 12, 31)),
    planned_minutes=st.sampled_from((60, 90, 120)),
    used_minutes=st.integers(45, 160),
    presences=st.one_of(
        st.just(()),
        st.tuples(*(st.builds(Presence, st.just(member), st.sampled_from(Attendance)) for member in MEMBERS)),
    ),
    facilitator=st.none() | _members,
    cases=st.lists(st.builds(Worked, _members, st.sampled_from(METHODS[:3])), max_size=2).map(tuple),
    case_ahead=st.none() | st.booleans(),
    stretches=st.one_of(
        st.just(()),
        st.tuples(*(st.builds(StretchTime, st.just(stretch), _seconds, _seconds) for stretch in Stretch)),
    ),
    voices=st.one_of(
        st.just(()),
        st.tuples(*(st.builds(Voice, st.just(member), _seconds, st.integers(0, 20)) for member in MEMBERS)),
    ),
    ratings=st.lists(st.builds(Rating, _marks, _marks), max_size=6).map(tuple),
    intentions=st.lists(st.builds(Intention, _members, st.booleans()), max_size=6).map(tuple),
)

histories = st.builds(
    History,
    members=st.integers(2, 6).map(lambda count: MEMBERS[:count]),
    started_on=st.just(START),
    agreed_until=st.none() | st.dates(START, date(2028, 12, 31)),
    rules=st.builds(Rules, agreed_on=st.none() | st.dates(START, date(2027, 12, 31)), everyone=st.booleans()),
    meetings=st.lists(_meetings, max_size=8).map(
        lambda found: tuple(sorted(found, key=lambda meeting: meeting.on))
    ),
    cancelled=st.lists(st.builds(Cancelled, st.dates(START, date(2027, 12, 31))), max_size=3).map(
        lambda found: tuple(sorted(found, key=lambda cancelled: cancelled.on))
    ),
)
days = st.dates(date(2026, 1, 8), date(2028, 12, 31))
