"""Who may speak, and how the floor passes."""

from __future__ import annotations

from kring.core.meetings import Code, FloorNow, Now, Refusal, Stage, commands
from kring.core.meetings.plan import PersonId
from tests.core.meetings.circle import BRAM, IMANE, JOOST, NOOR, SASKIA, WEI, Circle, plan_of

FIVE = (BRAM, NOOR, IMANE, JOOST, WEI)


def circle_in(method: str, phase: str, people: tuple[PersonId, ...] = FIVE) -> Circle:
    """Bram facilitates, Noor presents."""
    circle = Circle(plan_of(method, blocks=False))
    circle.start(*people)
    circle.go_to(phase)
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)
    return circle


def holder_and_queue(circle: Circle) -> tuple[PersonId | None, tuple[PersonId, ...]]:
    return circle.state.floor.holder, circle.state.floor.queue


def test_presenter_alone_speaks_in_a_monologue() -> None:
    circle = circle_in("basis", "telling")

    assert circle.view(NOOR).now is Now.YOUR_TURN
    assert circle.do(IMANE, commands.TakeFloor) == Refusal(Code.MUST_BE_SILENT)
    assert circle.do(IMANE, commands.RaiseHand) == Refusal(Code.MUST_BE_SILENT)


def test_round_goes_by_seats_from_the_presenter_on() -> None:
    circle = circle_in("basis", "naming")

    assert holder_and_queue(circle) == (IMANE, (JOOST, WEI))
    circle.do(IMANE, commands.YieldFloor)
    circle.do(JOOST, commands.Pass)
    assert circle.view(WEI).now is Now.YOUR_TURN
    circle.do(WEI, commands.YieldFloor)
    assert circle.state.floor.over
    assert circle.view(BRAM).now is Now.GO_ON


def test_second_round_begins_one_seat_further_and_ends_with_the_presenter() -> None:
    circle = circle_in("every-mode", "out_of_part")
    order = []

    while circle.state.floor.holder is not None:
        order.append(circle.state.floor.holder)
        circle.do(circle.state.floor.holder, commands.YieldFloor)

    assert order == [IMANE, JOOST, WEI, NOOR, JOOST, WEI, IMANE, NOOR]


def test_late_comer_joins_the_end_of_the_row() -> None:
    circle = circle_in("basis", "naming")

    circle.do(SASKIA, commands.Join)
    assert holder_and_queue(circle) == (IMANE, (JOOST, WEI))
    circle.do(SASKIA, commands.Assent)

    assert holder_and_queue(circle) == (IMANE, (JOOST, WEI, SASKIA))


def test_whoever_leaves_drops_out_of_the_row() -> None:
    circle = circle_in("basis", "naming")

    circle.do(JOOST, commands.Leave)
    circle.do(IMANE, commands.Leave)

    assert holder_and_queue(circle) == (WEI, ())


def test_facilitator_skips_somebody_who_is_not_there() -> None:
    circle = circle_in("basis", "naming")

    circle.loses(IMANE)
    assert circle.view(BRAM).people_to_wait_for == (IMANE,)
    circle.do(BRAM, commands.Skip, person=IMANE)

    assert holder_and_queue(circle) == (JOOST, (WEI,))


def test_tap_on_a_person_is_a_turn() -> None:
    circle = circle_in("basis", "naming")

    circle.do(BRAM, commands.GiveFloor, to=WEI)

    assert holder_and_queue(circle) == (WEI, (JOOST,))
    assert circle.state.people[WEI].turns == 1
    assert circle.do(BRAM, commands.GiveFloor, to=NOOR) == Refusal(Code.NOT_A_SPEAKER)


def test_presenter_answers_every_question_at_once() -> None:
    circle = circle_in("basis", "exploring")

    circle.do(JOOST, commands.TakeFloor)
    assert circle.do(WEI, commands.TakeFloor) == Refusal(Code.FLOOR_IS_HELD)
    circle.do(WEI, commands.RaiseHand)
    circle.do(JOOST, commands.YieldFloor)
    assert circle.view(NOOR).now is Now.ANSWER
    circle.do(NOOR, commands.YieldFloor)

    assert circle.view(WEI).now is Now.YOUR_TURN


def test_after_two_questions_in_a_row_another_goes_first() -> None:
    circle = circle_in("incident-kort", "informing")
    for _ in range(2):
        circle.do(WEI, commands.TakeFloor)
        circle.do(WEI, commands.YieldFloor)
        circle.do(NOOR, commands.YieldFloor)

    assert circle.do(WEI, commands.TakeFloor) == Refusal(Code.OTHERS_FIRST, {"most": 2})
    circle.loses(IMANE)
    circle.loses(JOOST)
    assert "take_floor" in circle.view(WEI).may


def test_only_who_was_asked_makes_a_statement() -> None:
    circle = circle_in("every-mode", "gated")

    circle.do(IMANE, commands.TakeFloor)
    circle.do(IMANE, commands.YieldFloor, to=WEI)

    assert circle.view(WEI).now is Now.ANSWER
    assert circle.do(JOOST, commands.TakeFloor) == Refusal(Code.FLOOR_IS_HELD)
    circle.do(WEI, commands.YieldFloor)
    assert circle.state.floor.holder is None


def test_interviewer_and_presenter_take_turns() -> None:
    circle = circle_in("every-mode", "answered")

    assert circle.view(BRAM).now is Now.YOUR_TURN
    circle.do(BRAM, commands.YieldFloor)
    assert circle.view(NOOR).now is Now.ANSWER
    circle.do(NOOR, commands.YieldFloor)
    assert circle.view(BRAM).now is Now.YOUR_TURN


def test_raised_hands_get_the_floor_in_order() -> None:
    circle = circle_in("every-mode", "turned_away")
    circle.do(IMANE, commands.TakeFloor)
    circle.do(WEI, commands.RaiseHand)
    circle.do(JOOST, commands.RaiseHand)
    circle.do(WEI, commands.LowerHand)

    circle.do(IMANE, commands.YieldFloor)

    assert holder_and_queue(circle) == (JOOST, ())


def test_presenter_who_turned_away_can_neither_speak_nor_be_given_the_floor() -> None:
    circle = circle_in("every-mode", "turned_away")

    assert circle.view(NOOR).now is Now.TURNED_AWAY
    assert circle.do(NOOR, commands.TakeFloor) == Refusal(Code.MUST_BE_SILENT)
    assert circle.do(BRAM, commands.GiveFloor, to=NOOR) == Refusal(Code.NOT_A_SPEAKER)
    assert circle.view(IMANE).presenter_turned_away


def test_small_groups_are_balanced_and_without_the_presenter() -> None:
    circle = circle_in("incident-kort", "analysing", (*FIVE, SASKIA))

    assert list(circle.state.groups) == [(IMANE, JOOST), (WEI, SASKIA)]
    assert circle.view(NOOR).now is Now.OUT_OF_ROOM
    circle.do(SASKIA, commands.Leave)
    assert circle.state.groups == ((IMANE, JOOST, WEI),)


def test_parts_are_taken_off_together() -> None:
    circle = circle_in("every-mode", "played")

    assert circle.do(WEI, commands.TakeFloor) == Refusal(Code.NEEDS_A_PART)
    circle.do(WEI, commands.TakePart, part="other")
    assert circle.view(WEI).now is Now.PLAY
    assert circle.do(IMANE, commands.TakePart, part="other") == Refusal(Code.NO_PARTS)
    circle.do(BRAM, commands.Next, from_phase=circle.state.phase)
    assert circle.state.people[WEI].part == "other"
    circle.do(BRAM, commands.Next, from_phase=circle.state.phase)

    assert circle.state.people[WEI].part is None


def test_nobody_speaks_or_writes_in_a_stillness() -> None:
    circle = circle_in("every-mode", "still")

    assert {circle.view(person).now for person in (NOOR, IMANE, WEI)} == {Now.STILL}
    assert circle.do(WEI, commands.TakeFloor) == Refusal(Code.NOBODY_HAS_FLOOR)
    assert circle.do(WEI, commands.Contribute, entry="e", slot="cores", text="x") == Refusal(
        Code.MUST_BE_SILENT
    )


def test_time_out_frees_everybody_from_the_floor_and_stops_the_clock() -> None:
    circle = circle_in("basis", "telling")
    left = circle.view(NOOR).remaining_seconds

    circle.do(WEI, commands.CallTimeOut)
    circle.wait(minutes=3)

    assert circle.view(NOOR).now is Now.TIME_OUT
    assert circle.do(NOOR, commands.YieldFloor) == Refusal(Code.IN_TIME_OUT)
    assert circle.do(IMANE, commands.EndTimeOut) == Refusal(Code.NOT_YOUR_TIME_OUT)
    circle.do(WEI, commands.EndTimeOut)
    assert circle.view(NOOR).now is Now.YOUR_TURN
    assert left is not None
    assert circle.view(NOOR).remaining_seconds == left - 1  # the second until it was called


def test_speaking_time_is_counted_while_the_clock_runs() -> None:
    circle = circle_in("basis", "naming")

    circle.wait(seconds=59)
    circle.do(BRAM, commands.Pause)
    circle.wait(minutes=10)
    circle.do(BRAM, commands.Resume)
    circle.do(IMANE, commands.YieldFloor)

    assert circle.state.people[IMANE].turns == 1
    assert 60 <= circle.state.people[IMANE].floor_seconds <= 63


def test_time_that_is_up_cuts_nobody_off() -> None:
    circle = circle_in("basis", "naming")

    circle.wait(hours=2)

    assert circle.view(IMANE).now is Now.YOUR_TURN
    assert circle.view(BRAM).now is Now.GO_ON
    assert circle.state.stage is Stage.MEETING


def test_nobody_has_the_floor_after_the_closing() -> None:
    circle = circle_in("basis", "naming")

    circle.do(BRAM, commands.CloseMeeting)

    assert circle.state.floor == FloorNow()
    assert {circle.view(person).now for person in FIVE} == {Now.CLOSED}
    assert circle.do(IMANE, commands.YieldFloor) == Refusal(Code.CLOSED)
