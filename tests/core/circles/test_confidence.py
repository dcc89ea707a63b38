"""When something got out: anyone may stop it, and it takes everybody to go on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st

from kring.core.circles.confidence import (
    TRANSITIONS,
    Course,
    Deed,
    Done,
    Happened,
    Stage,
    Trust,
    after,
    after_leaving,
    deeds_now,
    load_protocol,
    replay,
)
from kring.core.members import MemberId

CIRCLE = tuple(MemberId(name) for name in ("noor", "bram", "imane", "wei"))
NOOR, BRAM, IMANE, WEI = CIRCLE
START = datetime(2026, 3, 5, 19, 30, tzinfo=UTC)
circles = st.sets(st.sampled_from(CIRCLE), min_size=2).map(frozenset)
deeds = st.lists(st.builds(Done, st.sampled_from(Deed), st.sampled_from(CIRCLE)), max_size=25)


def told(*done: Done) -> Trust:
    trust = Trust()
    for one in done:
        trust = after(trust, one, CIRCLE) or trust
    return trust


def course(*done: Done, among: tuple[MemberId, ...] = CIRCLE, now: tuple[MemberId, ...] = CIRCLE) -> Course:
    happened = [
        Happened(one, frozenset(among), START + timedelta(days=day)) for day, one in enumerate(done, 1)
    ]
    return replay(happened, now)


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

    parted = after_leaving(told(*parting))

    assert after(parted, Done(Deed.HAS_LEFT, NOOR), CIRCLE) == Trust(Stage.CALM)
    assert told(*parting, Done(Deed.END, NOOR), Done(Deed.STOP, WEI)).stage is Stage.ENDED


def test_goodbye_is_over_only_after_somebody_has_left() -> None:
    parting = (Done(Deed.STOP, WEI), Done(Deed.PART, NOOR))

    assert Deed.HAS_LEFT not in deeds_now(course(*parting).trust)
    assert Deed.HAS_LEFT in deeds_now(course(*parting, now=(BRAM, IMANE, WEI)).trust)
    assert course(*parting, Done(Deed.MEET_TO_TALK, NOOR)).trust.stage is Stage.TALKING


def test_whoever_leaves_because_it_isnt_settled_doesnt_settle_it() -> None:
    talk = [
        Done(Deed.STOP, WEI),
        Done(Deed.MEET_TO_TALK, NOOR),
        *(Done(Deed.SETTLE, member) for member in (NOOR, BRAM, IMANE)),
    ]
    staying = (NOOR, BRAM, IMANE)
    happened = [Happened(one, frozenset(CIRCLE), START) for one in talk]
    anew = [
        Happened(Done(Deed.SETTLE, member), frozenset(staying), START + timedelta(days=9))
        for member in staying
    ]

    assert replay(happened, staying) == Course(Trust(Stage.TALKING))
    assert replay([*happened, *anew[:2]], staying).trust.settled_by == {NOOR, BRAM}
    assert replay([*happened, *anew], staying) == Course(Trust(), START + timedelta(days=9))


def test_assents_count_from_the_moment_it_was_calm_again() -> None:
    settled = (Done(Deed.STOP, WEI), Done(Deed.ASK_HELP, WEI), *(Done(Deed.SETTLE, one) for one in CIRCLE))

    assert course() == Course(Trust())
    assert course(*settled) == Course(Trust(), START + timedelta(days=6))
    assert course(*settled, Done(Deed.STOP, BRAM)).calm_since == START + timedelta(days=6)


@given(deeds)
def test_replaying_is_going_through_it_once_more(done: list[Done]) -> None:
    assert course(*done).trust == told(*done)


@given(
    st.lists(st.tuples(st.builds(Done, st.sampled_from(Deed), st.sampled_from(CIRCLE)), circles), max_size=25)
)
def test_calm_again_means_that_all_who_are_there_said_so_or_somebody_left(
    told_by: list[tuple[Done, frozenset[MemberId]]],
) -> None:
    happened = [
        Happened(one, among, START + timedelta(days=day)) for day, (one, among) in enumerate(told_by, 1)
    ]
    states = [replay(happened[:count], among) for count, (_, among) in enumerate(told_by, 1)]

    for count, (before, now) in enumerate(zip([Course(Trust()), *states], states, strict=False)):
        one, among = told_by[count]
        if now.calm_since != before.calm_since:
            assert now.calm_since == happened[count].at
            said_so = {each.by for each, _ in told_by[: count + 1] if each.deed is Deed.SETTLE}
            assert one.deed is Deed.HAS_LEFT or said_so >= among


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
    assert protocol.deed_in(Stage.TALKING, Deed.STOP) != protocol.deed_in(Stage.CALM, Deed.STOP)
    assert set(protocol.deeds) == set(Deed) == {deed for _, deed in TRANSITIONS}
