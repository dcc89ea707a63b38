"""What is written, who sees it when, and what can be changed."""

from __future__ import annotations

from kring.core.meetings import (
    Agenda,
    Code,
    EntryId,
    Now,
    Part,
    PartKind,
    PersonId,
    Refusal,
    State,
    audience,
    commands,
    evolve,
    projection_of_history,
    unroll,
)
from kring.core.meetings.events import Changed, Contributed, Revealed
from tests.core.meetings.circle import BRAM, IMANE, JOOST, NOOR, SHELF, WEI, Circle, plan_of

FIVE = (BRAM, NOOR, IMANE, JOOST, WEI)


def writing(method: str, phase: str, *, blocks: bool = False) -> Circle:
    circle = Circle(plan_of(method, blocks=blocks))
    circle.start(*FIVE)
    circle.go_to(phase)
    return circle


def write(
    circle: Circle, by: PersonId, entry: str, slot: str, text: str = "sealed", **more: object
) -> object:
    return circle.do(by, commands.Contribute, entry=EntryId(entry), slot=slot, text=text, **more)


def go_on(circle: Circle) -> None:
    circle.do(BRAM, commands.Next, from_phase=circle.state.phase)


def told(circle: Circle, person: PersonId, kind: type) -> list[object]:
    """The events of a kind, as somebody gets them who comes back now."""
    history = projection_of_history(circle.plan, circle.history, person)
    return [numbered.event for numbered in history if isinstance(numbered.event, kind)]


def test_hidden_cards_come_to_everybody_at_one_moment() -> None:
    circle = writing("incident-kort", "analysing")
    write(circle, IMANE, "one", "causes")
    write(circle, WEI, "two", "causes")

    assert circle.view(IMANE).cards == ("one",)
    assert circle.view(JOOST).cards == ()
    assert circle.view(JOOST).hidden_counts == {"causes": 2}
    go_on(circle)

    assert {circle.view(person).cards for person in FIVE} == {("one", "two")}
    revealed = told(circle, JOOST, Revealed)
    assert [[card.text for card in event.cards] for event in revealed if isinstance(event, Revealed)] == [
        ["sealed", "sealed"]
    ]


def test_advice_belongs_to_the_presenter_alone() -> None:
    circle = writing("incident-kort", "analysing")
    write(circle, IMANE, "advice", "advice")
    go_on(circle)

    assert circle.view(NOOR).cards == ("advice",)
    assert circle.view(IMANE).cards == ("advice",)
    assert circle.view(JOOST).cards == ()


def test_advice_stays_with_whoever_was_the_presenter() -> None:
    circle = writing("incident-kort", "analysing")
    write(circle, IMANE, "advice", "advice")
    go_on(circle)

    circle.do(BRAM, commands.ChoosePresenter, person=JOOST)

    assert circle.view(NOOR).cards == ("advice",)
    assert circle.view(JOOST).cards == ()


def test_nobody_can_tell_whose_card_without_a_name_it_is() -> None:
    circle = writing("every-mode", "written")
    write(circle, WEI, "b", "cores")
    circle.do(WEI, commands.Finish)
    write(circle, IMANE, "a", "cores")
    go_on(circle)

    assert [(event.by, event.entry, event.text) for event in told(circle, JOOST, Contributed)] == [  # type: ignore[attr-defined]
        ("", f"?{circle.history[-5].number}", ""),
        ("", f"?{circle.history[-3].number}", ""),
    ]
    (revealed,) = told(circle, JOOST, Revealed)
    assert isinstance(revealed, Revealed)
    assert [(card.entry, card.by) for card in revealed.cards] == [("a", None), ("b", None)]
    assert circle.view(WEI).cards == circle.view(JOOST).cards == ("a", "b")


def test_vote_makes_ready_and_stands_once_it_is_shown() -> None:
    circle = writing("basis", "voting", blocks=True)
    write(circle, WEI, "ballot", "ballots")

    assert circle.view(WEI).now is Now.READY
    assert circle.view(BRAM).people_to_wait_for == (BRAM, NOOR, IMANE, JOOST)
    circle.do(WEI, commands.Change, entry="ballot", revision=2, text="another")
    go_on(circle)

    again = circle.do(WEI, commands.Change, entry="ballot", revision=3, text="third thoughts")
    assert again == Refusal(Code.TOO_LATE_TO_CHANGE)
    assert circle.do(WEI, commands.Withdraw, entry="ballot") == Refusal(Code.TOO_LATE_TO_CHANGE)


def test_ballot_does_not_say_openly_what_it_is_for() -> None:
    circle = writing("basis", "offering", blocks=True)
    write(circle, NOOR, "offer", "offers")
    circle.go_to("voting")

    assert write(circle, WEI, "ballot", "ballots", about="offer") == Refusal(Code.ABOUT_NOTHING)


def test_nobody_is_chosen_who_declined() -> None:
    circle = writing("basis", "offering", blocks=True)
    write(circle, NOOR, "offer", "offers")
    circle.do(NOOR, commands.Decline)
    circle.do(BRAM, commands.ChoosePresenter, person=JOOST)
    circle.go_to("deciding")

    assert circle.do(BRAM, commands.ChoosePresenter, person=NOOR, entry="offer") == Refusal(Code.HAS_DECLINED)


def test_who_declined_the_first_case_may_bring_the_second_and_still_not_the_first() -> None:
    case = (Part(kind=PartKind.BLOCK, id="choosing"), Part(kind=PartKind.METHOD, id="vijf-minuten"))
    circle = Circle(unroll(Agenda(parts=(*case, *case)), SHELF))
    circle.start(*FIVE)
    circle.do(NOOR, commands.Decline)
    assert circle.do(BRAM, commands.ChoosePresenter, person=NOOR) == Refusal(Code.HAS_DECLINED)
    circle.do(BRAM, commands.ChoosePresenter, person=JOOST)

    while circle.plan.phases[circle.state.phase].case == 1:
        go_on(circle)
    assert not isinstance(circle.do(BRAM, commands.ChoosePresenter, person=NOOR), Refusal)
    assert not isinstance(circle.do(NOOR, commands.Decline), Refusal)
    circle.do(BRAM, commands.ChoosePresenter, person=IMANE)
    while circle.plan.phases[circle.state.phase].case == 2:
        circle.do(BRAM, commands.Back, from_phase=circle.state.phase)

    assert circle.do(BRAM, commands.ChoosePresenter, person=NOOR) == Refusal(Code.HAS_DECLINED)


def test_presenter_may_still_say_no_and_then_another_is_chosen_first() -> None:
    circle = writing("basis", "voting", blocks=True)
    circle.do(BRAM, commands.Next, from_phase=circle.state.phase)
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)

    circle.do(NOOR, commands.Decline)

    assert circle.view(BRAM).now is Now.CHOOSE
    assert circle.do(BRAM, commands.Next, from_phase=circle.state.phase) == Refusal(Code.NO_PRESENTER_YET)


def test_each_card_is_rated_once() -> None:
    circle = writing("every-mode", "written")
    write(circle, WEI, "core", "cores")
    write(circle, IMANE, "another", "cores")
    circle.go_to("rated")

    assert circle.view(NOOR).now is Now.RATE
    write(circle, NOOR, "rating", "warmth", about="core")
    assert write(circle, NOOR, "again", "warmth", about="core") == Refusal(Code.ALREADY_RATED)
    assert write(circle, NOOR, "nothing", "warmth", about="no such card") == Refusal(Code.ABOUT_NOTHING)
    write(circle, NOOR, "other rating", "warmth", about="another")
    assert circle.view(NOOR).now is Now.READY


def test_silent_presenter_writes_only_notes() -> None:
    circle = writing("incident-kort", "analysing")

    assert write(circle, NOOR, "e", "causes") == Refusal(Code.MUST_BE_SILENT)


def test_turned_away_one_has_a_notebook_and_nothing_else() -> None:
    circle = writing("every-mode", "told")
    circle.do(BRAM, commands.ChoosePresenter, person=NOOR)
    write(circle, NOOR, "case", "situation")
    circle.go_to("turned_away")

    assert write(circle, NOOR, "e", "thoughts") == Refusal(Code.NO_SUCH_SLOT)
    assert circle.do(NOOR, commands.Change, entry="case", revision=2, text="x") == Refusal(
        Code.MUST_BE_SILENT
    )
    write(circle, NOOR, "note", "notes")
    write(circle, IMANE, "thought", "thoughts")
    assert circle.view(NOOR).cards == ("case", "note", "thought")
    assert circle.view(IMANE).cards == ("case", "thought")


def test_out_of_the_room_one_does_not_see_what_is_written_meanwhile() -> None:
    circle = writing("incident-kort", "analysing")
    write(circle, IMANE, "cause", "causes")

    assert circle.view(NOOR).cards == ()


def test_two_devices_do_not_overwrite_each_other() -> None:
    circle = writing("basis", "naming")
    write(circle, IMANE, "core", "cores")

    circle.do(IMANE, commands.Change, entry="core", revision=2, text="better")

    late = circle.do(IMANE, commands.Change, entry="core", revision=2, text="from the other device")
    assert late == Refusal(Code.WRITTEN_ANEW, {"revision": 2})
    assert circle.do(WEI, commands.Change, entry="core", revision=3, text="x") == Refusal(Code.NO_SUCH_ENTRY)


def test_what_was_taken_back_is_gone_for_whoever_comes_later() -> None:
    circle = writing("basis", "naming")
    write(circle, IMANE, "core", "cores", text="first")
    circle.do(IMANE, commands.Change, entry="core", revision=2, text="second")
    write(circle, WEI, "other", "cores", text="stays")

    circle.do(IMANE, commands.Withdraw, entry="core")

    texts = [event.text for event in (*told(circle, JOOST, Contributed), *told(circle, JOOST, Changed))]  # type: ignore[attr-defined]
    assert texts == ["", "stays", ""]
    assert circle.view(JOOST).cards == ("other",)


def test_whoever_comes_back_gets_only_the_newest_words() -> None:
    circle = writing("basis", "naming")
    write(circle, IMANE, "core", "cores", text="first")
    circle.do(IMANE, commands.Change, entry="core", revision=2, text="second")

    texts = [event.text for event in (*told(circle, JOOST, Contributed), *told(circle, JOOST, Changed))]  # type: ignore[attr-defined]

    assert texts == ["", "second"]


def test_nearly_every_event_has_one_form() -> None:
    circle = writing("incident-kort", "analysing")
    write(circle, IMANE, "advice", "advice")
    go_on(circle)

    forms, state = [], State(plan=circle.plan)
    for numbered in circle.history:
        state = evolve(state, numbered.event, numbered.at)
        forms.append(len(audience(state, numbered.event)))

    assert max(forms) == 2
    assert sum(forms) == len(forms) + 2  # the writer's, and the presenter's at the reveal


def test_same_command_twice_is_done_once() -> None:
    circle = writing("basis", "naming")
    command = commands.Contribute(id="again", entry=EntryId("core"), slot="cores", text="sealed")
    circle.send(IMANE, command)
    circle.restart()

    assert circle.send(IMANE, command) == ()
    assert isinstance(circle.send(WEI, command), Refusal)


def test_limit_of_a_slot_begins_anew_in_the_next_passage() -> None:
    circle = writing("every-mode", "gated")
    circle.do(NOOR, commands.Loop, from_phase=circle.state.phase)

    assert circle.plan.phases[circle.state.phase].phase.id == "asked"
    assert circle.state.passage == 1
    assert circle.state.loops == {circle.plan.phases.index(_phase(circle, "gated")): 1}


def _phase(circle: Circle, phase_id: str) -> object:
    return next(planned for planned in circle.plan.phases if planned.phase.id == phase_id)
