"""When something got out: anyone may stop it, and it takes everybody to go on."""

from __future__ import annotations

from hypothesis import given, strategies as st

from kring.core.circles.confidence import (
    TRANSITIONS,
    Deed,
    Done,
    Stage,
    Trust,
    after,
    deeds_now,
    load_protocol,
)
from kring.core.members import MemberId

CIRCLE = tuple(MemberId(name) for name in ("noor", "bram", "imane", "wei"))
NOOR, BRAM, IMANE, WEI = CIRCLE
deeds = st.lists(st.builds(Done, st.sampled_from(Deed), st.sampled_from(CIRCLE)), max_size=25)


def told(*done: Done) -> Trust:
    trust = Trust()
    for one in done:
        trust = after(trust, one, CIRCLE) or trust
    return trust


def test_anyone_stops_and_no_case_comes() -> None:
    stopped = told(Done(Deed.STOP, WEI))

    assert stopped.stage is Stage.STOPPED
    assert not stopped.allows_cases


def test_talk_is_settled_only_when_everybody_says_so() -> None:
    talk = (Done(Deed.STOP, WEI), Done(Deed.MEET_TO_TALK, NOOR))
    three = tuple(Done(Deed.SETTLE, member) for member in (NOOR, BRAM, IMANE))

    assert told(*talk, *three).stage is Stage.TALKING
    assert told(*talk, *three, Done(Deed.SETTLE, WEI)) == Trust(Stage.CALM)


def test_help_starts_the_settling_anew() -> None:
    before = tuple(Done(Deed.SETTLE, member) for member in (NOOR, BRAM, IMANE))

    asked = told(Done(Deed.STOP, WEI), Done(Deed.MEET_TO_TALK, WEI), *before, Done(Deed.ASK_HELP, WEI))

    assert asked == Trust(Stage.HELP)


def test_who_leaves_lets_the_others_go_on_and_an_end_is_an_end() -> None:
    parting = (Done(Deed.STOP, WEI), Done(Deed.PART, NOOR))

    assert told(*parting, Done(Deed.HAS_LEFT, NOOR)).allows_cases
    assert told(*parting, Done(Deed.END, NOOR), Done(Deed.STOP, WEI)).stage is Stage.ENDED


@given(deeds)
def test_circle_is_never_calm_again_without_everybody_or_a_goodbye(done: list[Done]) -> None:
    trust = Trust()
    since_stop: list[Done] = []
    for one in done:
        following = after(trust, one, CIRCLE)
        if following is None:
            continue
        since_stop = [one] if trust.allows_cases else [*since_stop, one]
        trust = following
        if trust.allows_cases:
            settled = {each.by for each in since_stop if each.deed is Deed.SETTLE}
            assert one.deed is Deed.HAS_LEFT or settled == set(CIRCLE)


@given(deeds)
def test_what_is_offered_is_what_is_possible(done: list[Done]) -> None:
    trust = told(*done)

    assert deeds_now(trust) == tuple(
        deed for deed in Deed if after(trust, Done(deed, NOOR), CIRCLE) is not None
    )
    assert trust.stage is Stage.ENDED or deeds_now(trust) != ()


def test_every_stage_can_be_reached_and_every_word_is_there() -> None:
    protocol = load_protocol()

    assert {Stage.CALM, *TRANSITIONS.values()} == set(Stage)
    assert set(protocol.stages) == set(Stage)
    assert set(protocol.deeds) == set(Deed) == {deed for _, deed in TRANSITIONS}
