"""What is left of a meeting: where the time went, whose cases it was about, how the floor was shared."""

from datetime import timedelta

from kring.core.meetings import Numbered, Pace, PersonId, commands, events as happened
from kring.core.members import MemberId
from kring.core.vitality import Stretch, Worked, course_of
from tests.core.meetings.circle import BRAM, IMANE, JOOST, NOOR, Circle, plan_of
from tests.core.vitality.course_vectors import FILE, as_text, meetings


def test_vectors_are_current() -> None:
    assert FILE.read_text(encoding="utf-8") == as_text(), (
        "write them anew: python -m tests.core.vitality.course_vectors"
    )


def test_phases_never_take_longer_than_the_meeting() -> None:
    for plan, events in meetings():
        course = course_of(plan, events, events[0].at.date())
        if course.used_minutes:
            used = sum(time.used_seconds for time in course.stretches)
            assert used <= 60 * course.used_minutes + 60


def test_time_of_a_pause_is_the_meetings_alone() -> None:
    circle = begun()
    circle.wait(milliseconds=60_000)
    circle.do(BRAM, commands.Pause)
    circle.wait(milliseconds=600_000)
    circle.do(BRAM, commands.Resume)
    circle.wait(milliseconds=60_000)
    circle.do(BRAM, commands.CloseMeeting)

    course = course_of(circle.plan, circle.history, circle.now.date())

    assert course.used_minutes == 12
    used = {time.stretch: time.used_seconds for time in course.stretches}
    assert 120 <= used[Stretch.SMALL_TALK] < 130  # each deed takes a second of its own


def test_case_is_of_who_presented_it_in_the_end() -> None:
    circle = begun(blocks=False)
    circle.do(BRAM, commands.ChoosePresenter, person=IMANE)
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)
    circle.do(BRAM, commands.CloseMeeting)

    course = course_of(circle.plan, circle.history, circle.now.date())

    assert course.cases == (Worked(presenter=MemberId(NOOR), method="basis"),)


def test_meeting_that_never_got_to_its_method_had_no_case() -> None:
    circle = begun()
    circle.do(BRAM, commands.CloseMeeting)

    course = course_of(circle.plan, circle.history, circle.now.date())

    assert course.cases == ()
    assert course.facilitator == MemberId(BRAM)


def test_days_are_planned_as_the_phases_have_them() -> None:
    plan = plan_of("basis", pace=Pace.DAYS)
    start = happened.Started(by=PersonId("bram"))
    circle = Circle(plan)
    events = [Numbered(number=1, at=circle.now, event=start)]
    ended = circle.now + timedelta(days=3)
    closed = Numbered(number=2, at=ended, event=happened.Closed(by=PersonId("bram")))

    course = course_of(plan, [*events, closed], circle.now.date())

    assert course.planned_minutes == sum(phase.seconds for phase in plan.phases) // 60
    assert course.used_minutes == 3 * 24 * 60


def begun(*, blocks: bool = True) -> Circle:
    """A meeting of four that has started; Bram facilitates."""
    circle = Circle(plan_of("basis", blocks=blocks))
    for person in (BRAM, NOOR, IMANE, JOOST):
        circle.do(person, commands.Join)
        circle.do(person, commands.Introduce, text=person)
        circle.do(person, commands.Assent)
    circle.do(BRAM, commands.Start)
    return circle
