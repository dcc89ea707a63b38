"""For each signal every way in which a circle can get one step worse at just that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from msgspec.structs import replace

from kring.core.circles.attendance import Attendance
from kring.core.members import MemberId
from kring.core.vitality import Cancelled, History, Level, Meeting, Rating, Rules, Stretch, watch
from tests.core.vitality.circles import healthy, today_of

Moment = tuple[History, date]
Change = Callable[[Meeting], Iterator[Meeting]]


def each_meeting(change: Change) -> Callable[[Moment], Iterator[Moment]]:
    def worse(moment: Moment) -> Iterator[Moment]:
        history, today = moment
        for number, meeting in enumerate(history.meetings):
            for changed in change(meeting):
                row = (*history.meetings[:number], changed, *history.meetings[number + 1 :])
                yield replace(history, meetings=row), today

    return worse


def somebody_stays_away(meeting: Meeting) -> Iterator[Meeting]:
    for number, presence in enumerate(meeting.presences):
        if presence.attendance is Attendance.PRESENT:
            gone = replace(presence, attendance=Attendance.ABSENT)
            row = (*meeting.presences[:number], gone, *meeting.presences[number + 1 :])
            yield replace(meeting, presences=row)


def one_is_cancelled(moment: Moment) -> Iterator[Moment]:
    history, today = moment
    for number, meeting in enumerate(history.meetings):
        held = (*history.meetings[:number], *history.meetings[number + 1 :])
        yield replace(history, meetings=held, cancelled=(*history.cancelled, Cancelled(meeting.on))), today


def no_case_was_ready(meeting: Meeting) -> Iterator[Meeting]:
    if meeting.case_ahead:
        yield replace(meeting, case_ahead=False)


def the_keenest_brings_it(moment: Moment) -> Iterator[Moment]:
    history, today = moment
    cases = [case for meeting in history.meetings for case in meeting.cases]
    last = [case.presenter for case in cases if case.presenter is not None][-12:]
    if last:
        keenest = Counter(last).most_common(1)[0][0]
        yield from _cases_changed(history, today, presenter=keenest)


def the_last_method_again(moment: Moment) -> Iterator[Moment]:
    history, today = moment
    methods = [case.method for meeting in history.meetings for case in meeting.cases]
    if methods:
        yield from _cases_changed(history, today, method=methods[-1])


def _cases_changed(history: History, today: date, **changes: str) -> Iterator[Moment]:
    def change(meeting: Meeting) -> Iterator[Meeting]:
        for number, case in enumerate(meeting.cases):
            row = (*meeting.cases[:number], replace(case, **changes), *meeting.cases[number + 1 :])
            if row != meeting.cases:
                yield replace(meeting, cases=row)

    yield from each_meeting(change)((history, today))


def takes(stretch: Stretch, seconds: int) -> Change:
    def change(meeting: Meeting) -> Iterator[Meeting]:
        for number, time in enumerate(meeting.stretches):
            if time.stretch is stretch:
                other = replace(time, used_seconds=max(0, time.used_seconds + seconds))
                row = (*meeting.stretches[:number], other, *meeting.stretches[number + 1 :])
                yield replace(meeting, stretches=row)

    return change


def lasts(minutes: int) -> Change:
    def change(meeting: Meeting) -> Iterator[Meeting]:
        yield replace(meeting, used_minutes=max(1, meeting.used_minutes + minutes))

    return change


def more_for(member: MemberId, moment: Moment) -> Moment:
    """In every meeting the member takes a minute of each other peer."""
    history, today = moment
    return replace(history, meetings=tuple(_more_for(member, meeting) for meeting in history.meetings)), today


def _more_for(member: MemberId, meeting: Meeting) -> Meeting:
    peers = {voice.member for voice in meeting.peer_voices()}
    if member not in peers:
        return meeting
    taken = {
        voice.member: min(60, voice.seconds)
        for voice in meeting.voices
        if voice.member in peers and voice.member != member
    }
    gains = {**{who: -seconds for who, seconds in taken.items()}, member: sum(taken.values())}
    return replace(
        meeting,
        voices=tuple(
            replace(voice, seconds=voice.seconds + gains.get(voice.member, 0)) for voice in meeting.voices
        ),
    )


def full_marks(meeting: Meeting) -> Iterator[Meeting]:
    for number, rating in enumerate(meeting.ratings):
        if rating != Rating(5, 5):
            yield replace(
                meeting, ratings=(*meeting.ratings[:number], Rating(5, 5), *meeting.ratings[number + 1 :])
            )


def felt_less_safe_last_time(moment: Moment) -> Iterator[Moment]:
    history, today = moment
    rated = [number for number, meeting in enumerate(history.meetings) if len(meeting.ratings) >= 4]
    if rated:
        at = rated[-1]
        meeting = history.meetings[at]
        lower = tuple(replace(rating, safety=max(1, rating.safety - 1)) for rating in meeting.ratings)
        row = (*history.meetings[:at], replace(meeting, ratings=lower), *history.meetings[at + 1 :])
        yield replace(history, meetings=row), today


def nobody_asked(meeting: Meeting) -> Iterator[Meeting]:
    for number, intention in enumerate(meeting.intentions):
        if intention.looked_back:
            forgotten = replace(intention, looked_back=False)
            row = (*meeting.intentions[:number], forgotten, *meeting.intentions[number + 1 :])
            yield replace(meeting, intentions=row)


def time_goes_by(moment: Moment) -> Iterator[Moment]:
    history, today = moment
    yield history, today + timedelta(days=40)


def rules_get_older(moment: Moment) -> Iterator[Moment]:
    history, today = moment
    yield from time_goes_by(moment)
    yield replace(history, rules=replace(history.rules, everyone=False)), today
    yield replace(history, rules=Rules()), today


WORSE: dict[str, Callable[[Moment], Iterator[Moment]]] = {
    "turn_out": each_meeting(somebody_stays_away),
    "cancelled_meetings": one_is_cancelled,
    "no_case_ahead": each_meeting(no_case_was_ready),
    "same_few": the_keenest_brings_it,
    "one_method": the_last_method_again,
    "advice_too_soon": each_meeting(takes(Stretch.QUESTIONS, -300)),
    "overrun": each_meeting(lasts(7)),
    "short_meetings": each_meeting(lasts(-7)),
    "small_talk": each_meeting(takes(Stretch.SMALL_TALK, 300)),
    "flat_and_perfect": each_meeting(full_marks),
    "safety_falling": felt_less_safe_last_time,
    "intentions_forgotten": each_meeting(nobody_asked),
    "rules_old": rules_get_older,
    "shelf_life": time_goes_by,
}


def level_of(signal: str, moment: Moment) -> Level:
    return next(found.level for found in watch(*moment) if found.id == signal)


@cache
def fallen_ill(signal: str) -> Moment:
    """A healthy circle that got worse at one thing, here and there, until it would be asked."""
    moment = (healthy(6), today_of(healthy(6)))
    for turn in range(150):
        steps = list(WORSE[signal](moment))
        if level_of(signal, moment) is Level.LOOK or not steps:
            break
        moment = steps[turn % len(steps)]
    return moment
