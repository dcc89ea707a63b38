"""Questions and parts that go around, and questions that are counted."""

from __future__ import annotations

from kring.core.meetings import Code, Now, PersonId, Refusal, commands
from tests.core.meetings.circle import BRAM, IMANE, JOOST, NOOR, WEI, Circle, plan_of


def circle_in(phase: str) -> Circle:
    """Noor presents, Bram facilitates; Imane, Joost and Wei ask, in that order."""
    circle = Circle(plan_of("every-mode", blocks=False))
    circle.start(BRAM, NOOR, IMANE, JOOST, WEI)
    circle.go_to(phase)
    return circle


def asks_and_hears(circle: Circle, person: PersonId) -> None:
    assert circle.view(person).now is Now.YOUR_TURN
    circle.do(person, commands.YieldFloor)
    assert circle.view(NOOR).now is Now.ANSWER
    circle.do(NOOR, commands.YieldFloor)


def test_one_question_and_one_to_follow_up_go_around() -> None:
    circle = circle_in("asked_around")

    for person in (IMANE, IMANE, JOOST, JOOST, WEI, WEI):
        asks_and_hears(circle, person)

    assert circle.state.floor.round == 2
    assert circle.state.floor.holder == JOOST, "each round begins with the next person"


def test_turn_to_ask_is_waited_for() -> None:
    circle = circle_in("asked_around")

    assert circle.view(JOOST).now is Now.NEXT_UP
    assert circle.do(WEI, commands.TakeFloor) == Refusal(Code.IN_TURN)
    assert circle.do(WEI, commands.RaiseHand) == Refusal(Code.IN_TURN)


def test_passing_the_second_question_brings_the_next_person() -> None:
    circle = circle_in("asked_around")
    asks_and_hears(circle, IMANE)

    circle.do(IMANE, commands.Pass)

    assert (circle.state.floor.holder, circle.state.floor.queue) == (JOOST, (WEI,))


def test_presenter_may_let_a_question_stand() -> None:
    circle = circle_in("asked_around")
    circle.do(IMANE, commands.YieldFloor)

    circle.do(NOOR, commands.Pass)

    assert circle.view(IMANE).now is Now.YOUR_TURN


def test_row_of_questions_ends_after_the_last_round() -> None:
    circle = circle_in("asked_around")

    for _ in range(2):
        for _ in range(3):
            circle.do(circle.state.floor.holder or BRAM, commands.Pass)

    assert circle.state.floor.over
    assert circle.view(BRAM).now is Now.GO_ON


def test_one_who_leaves_while_they_are_answered_leaves_the_row_in_order() -> None:
    circle = circle_in("asked_around")
    circle.do(IMANE, commands.YieldFloor)

    circle.do(IMANE, commands.Leave)
    assert circle.view(NOOR).now is Now.ANSWER
    circle.do(NOOR, commands.YieldFloor)

    assert (circle.state.floor.holder, circle.state.floor.queue) == (JOOST, (WEI,))


def test_presenter_who_leaves_ends_no_row() -> None:
    circle = circle_in("asked_around")
    circle.do(IMANE, commands.YieldFloor)

    circle.do(NOOR, commands.Leave)

    assert circle.state.floor.holder in {IMANE, JOOST}


def test_collected_questions_go_around_without_an_answer() -> None:
    circle = circle_in("listed_around")

    for person in (IMANE, JOOST, WEI):
        assert circle.view(person).now is Now.YOUR_TURN
        circle.do(person, commands.YieldFloor)

    assert circle.state.floor.over


def test_after_the_last_question_there_is_no_other() -> None:
    circle = circle_in("asked_a_few")
    for person in (IMANE, WEI):
        circle.do(person, commands.TakeFloor)
        circle.do(person, commands.YieldFloor)
        assert circle.view(NOOR).now is Now.ANSWER, "the last question is answered too"
        circle.do(NOOR, commands.YieldFloor)

    assert circle.do(JOOST, commands.TakeFloor) == Refusal(Code.ENOUGH_QUESTIONS, {"most": 2})
    assert circle.view(BRAM).now is Now.GO_ON
    circle.do(JOOST, commands.Leave)
    assert circle.state.floor.over, "who leaves doesn't open the questions again"


def test_question_that_isnt_put_doesnt_count() -> None:
    circle = circle_in("asked_a_few")

    circle.do(IMANE, commands.TakeFloor)
    circle.do(IMANE, commands.Pass)

    assert circle.state.floor.questions == 0


def test_interview_may_be_held_in_a_part() -> None:
    circle = circle_in("interviewed")

    assert "take_part" not in circle.view(WEI).may
    circle.do(NOOR, commands.TakePart, part="absent")
    circle.do(BRAM, commands.YieldFloor)

    assert circle.view(NOOR).now is Now.ANSWER
    circle.do(NOOR, commands.YieldFloor)
    assert circle.view(NOOR).now is Now.PLAY


def test_turns_to_act_go_around_beside_the_presenter_and_parts_are_shared() -> None:
    circle = circle_in("played_around")

    for person in (IMANE, JOOST, WEI):
        assert circle.view(person).now is Now.YOUR_TURN
        circle.do(person, commands.TakePart, part="anyone")
        circle.do(person, commands.YieldFloor)

    assert circle.state.floor.over
    assert {circle.state.people[person].part for person in (IMANE, JOOST, WEI)} == {"anyone"}
