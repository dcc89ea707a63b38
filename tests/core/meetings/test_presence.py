"""Coming, going, leading and taking over."""

from __future__ import annotations

from msgspec.structs import replace

from kring.core.meetings import Code, Now, Pace, Refusal, Stage, commands
from kring.core.methods.method import Role, Rotation
from tests.core.meetings.circle import BRAM, IMANE, JOOST, NOOR, OLGA, SASKIA, WEI, Circle, plan_of

FIVE = (BRAM, NOOR, IMANE, JOOST, WEI)


def started(method: str = "basis", pace: Pace = Pace.LIVE) -> Circle:
    circle = Circle(plan_of(method, blocks=False, pace=pace))
    circle.start(*FIVE)
    return circle


def test_first_to_come_facilitates() -> None:
    circle = Circle(plan_of("basis"))
    circle.gather(BRAM, NOOR)

    assert circle.view(BRAM).role is Role.FACILITATOR
    assert circle.view(BRAM).now is Now.MAY_START
    assert circle.view(NOOR).now is Now.WAIT_FOR_START


def test_nobody_starts_before_everybody_who_is_here_has_agreed() -> None:
    circle = Circle(plan_of("basis"))
    circle.gather(BRAM, NOOR)
    circle.do(IMANE, commands.Join)

    assert circle.do(BRAM, commands.Start) == Refusal(Code.WAIT_FOR_ASSENT, {"waiting": 1})
    assert circle.view(BRAM).people_to_wait_for == (IMANE,)
    assert circle.view(IMANE).now is Now.INTRODUCE
    circle.loses(IMANE)
    assert "start" in circle.view(BRAM).may


def test_alone_is_no_meeting() -> None:
    circle = Circle(plan_of("basis"))
    circle.gather(BRAM)

    assert circle.do(BRAM, commands.Start) == Refusal(Code.TOO_FEW)


def test_late_comer_holds_nobody_up_and_says_nothing_before_agreeing() -> None:
    circle = started()
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)
    circle.do(SASKIA, commands.Join)

    assert circle.view(SASKIA).may == ("assent", "introduce", "leave")
    assert circle.do(BRAM, commands.Next, from_phase=0) != Refusal(Code.WAIT_FOR_ASSENT)
    assert circle.state.phase == 1
    assert circle.do(SASKIA, commands.TakeFloor) == Refusal(Code.NOT_ASSENTED)


def test_stranger_can_only_join() -> None:
    circle = started()

    assert circle.view(OLGA).may == ("join",)
    assert circle.do(OLGA, commands.Next, from_phase=0) == Refusal(Code.NOT_JOINED)


def test_two_presses_of_next_move_one_phase() -> None:
    circle = started()
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)
    circle.do(BRAM, commands.Next, from_phase=0)

    assert circle.do(BRAM, commands.Next, from_phase=0) == Refusal(Code.ALREADY_MOVED, {"phase": 1})


def test_after_a_minute_anybody_takes_over_and_can_hand_back() -> None:
    circle = started()
    circle.loses(BRAM)
    circle.wait(seconds=30)
    assert circle.do(WEI, commands.TakeOver) == Refusal(Code.FACILITATOR_IS_HERE, {"seconds": 29})
    circle.wait(seconds=29)

    assert circle.view(IMANE).now is Now.MAY_TAKE_OVER
    circle.do(WEI, commands.TakeOver)
    assert circle.view(WEI).role is Role.FACILITATOR
    circle.do(BRAM, commands.Join)
    circle.do(WEI, commands.HandOver, to=BRAM)
    assert circle.state.facilitator == BRAM


def test_nobody_takes_over_from_a_facilitator_who_is_here() -> None:
    circle = started()

    assert isinstance(circle.do(WEI, commands.TakeOver), Refusal)
    assert circle.do(WEI, commands.Next, from_phase=0) == Refusal(Code.NOT_YOUR_DECISION)
    assert circle.do(WEI, commands.Pause) == Refusal(Code.FACILITATOR_ONLY)


def test_when_the_facilitator_leaves_anybody_takes_over_at_once() -> None:
    circle = started()

    circle.do(BRAM, commands.Leave)

    assert "take_over" in circle.view(IMANE).may
    assert circle.do(BRAM, commands.Join) == Refusal(Code.HAS_LEFT)


def test_meeting_goes_on_when_the_presenter_leaves() -> None:
    circle = started()
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)

    circle.do(NOOR, commands.Leave)

    assert circle.state.presenter is None
    assert circle.view(BRAM).now is Now.CHOOSE
    assert {"choose_presenter", "next"} <= set(circle.view(BRAM).may)
    circle.do(BRAM, commands.ChoosePresenter, person=IMANE)
    assert circle.view(IMANE).now is Now.YOUR_TURN


def test_observer_watches() -> None:
    circle = started()
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)
    circle.do(WEI, commands.Observe, on=True)
    circle.do(BRAM, commands.Next, from_phase=0)

    assert circle.view(WEI).role is Role.OBSERVER
    assert circle.do(WEI, commands.TakeFloor) == Refusal(Code.MUST_BE_SILENT)
    assert circle.do(NOOR, commands.Observe, on=True) == Refusal(Code.CANNOT_OBSERVE)


def test_break_is_asked_and_given() -> None:
    circle = started()

    circle.do(WEI, commands.AskBreak)
    assert list(circle.state.break_asked_by) == [WEI]
    circle.do(BRAM, commands.Pause)

    assert {circle.view(person).now for person in FIVE} == {Now.PAUSED}
    assert circle.state.break_asked_by == ()


def test_more_time_is_given_within_reason() -> None:
    circle = started()
    before = circle.view(BRAM).remaining_seconds
    circle.do(BRAM, commands.GiveTime, seconds=120)

    assert before is not None
    assert circle.view(BRAM).remaining_seconds == before + 119
    refused = circle.do(BRAM, commands.GiveTime, seconds=10**9)
    assert refused == Refusal(Code.NO_SUCH_TIME, {"least": 1, "most": 3600})


def test_everybody_presents_in_turn_where_the_method_says_so() -> None:
    circle = Circle(plan_of("every-mode", blocks=False))
    circle.start(*FIVE)
    presenters = [NOOR]
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)

    while circle.state.stage is Stage.MEETING:
        circle.do(circle.state.facilitator or BRAM, commands.Next, from_phase=circle.state.phase)
        assert circle.state.presenter != circle.state.facilitator, "nobody leads their own case"
        if circle.state.presenter not in (None, presenters[-1]):
            presenters.append(circle.state.presenter)

    assert presenters == [NOOR, IMANE, JOOST, WEI, BRAM]
    assert circle.state.facilitator == WEI


def test_facilitator_may_go_on_without_a_next_presenter() -> None:
    circle = Circle(plan_of("troika"))
    circle.start(BRAM, NOOR, IMANE)
    circle.go_to("most_valuable")

    circle.do(BRAM, commands.Next, from_phase=circle.state.phase, no_more_cases=True)

    assert circle.plan.phases[circle.state.phase].block == "learning_round"
    assert circle.state.presenter == NOOR


def test_no_more_people_present_than_the_method_says() -> None:
    plan = plan_of("troika")
    phases = tuple(
        replace(planned, phase=replace(planned.phase, next_presenter=Rotation(to="thinking", presenters=2)))
        if planned.phase.next_presenter
        else planned
        for planned in plan.phases
    )
    circle = Circle(replace(plan, phases=phases))
    circle.start(BRAM, NOOR, IMANE)
    circle.go_to("most_valuable")

    circle.do(BRAM, commands.Next, from_phase=circle.state.phase)
    assert circle.state.presenter == IMANE
    circle.go_to("learning")

    assert circle.state.presenter == IMANE


def test_anybody_goes_on_after_the_deadline_of_a_written_phase() -> None:
    circle = started(pace=Pace.DAYS)
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)
    circle.loses(BRAM)

    assert circle.do(WEI, commands.Next, from_phase=0) == Refusal(Code.NOT_YOUR_DECISION)
    circle.wait(days=2)
    circle.do(WEI, commands.Next, from_phase=0)

    assert circle.state.phase == 1


def test_questions_and_answers_are_written_over_days() -> None:
    circle = started(pace=Pace.DAYS)
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)
    circle.go_to("exploring")

    circle.do(WEI, commands.Contribute, entry="q", slot="spoken_exploring", text="sealed")
    circle.do(NOOR, commands.Contribute, entry="a", slot="answered_exploring", text="sealed", about="q")

    assert circle.view(IMANE).cards == ("q", "a")
    assert circle.view(IMANE).now is Now.WRITE
    assert circle.do(IMANE, commands.TakeFloor) == Refusal(Code.NOBODY_HAS_FLOOR)


def test_who_went_before_agreeing_holds_up_no_written_meeting() -> None:
    circle = Circle(plan_of("every-mode", blocks=False, pace=Pace.DAYS))
    circle.gather(BRAM, NOOR)
    circle.do(IMANE, commands.Join)
    assert circle.do(BRAM, commands.Start) == Refusal(Code.WAIT_FOR_ASSENT, {"waiting": 1})
    circle.loses(IMANE)
    circle.loses(NOOR)

    assert circle.view(BRAM).people_to_wait_for == ()
    circle.do(BRAM, commands.Start)
    circle.do(IMANE, commands.Join)

    assert circle.state.stage is Stage.MEETING
    assert circle.view(IMANE).now is Now.INTRODUCE
