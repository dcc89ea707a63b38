"""Turns go round fairly, and a swap keeps them fair."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, strategies as st

from kring.core.members import MemberId
from kring.core.rhythm.rota import Candidate, Duty, Turn, WhyNot, hand_over, rota, start_of_newcomer, swap

NAMES = tuple(MemberId(name) for name in ("noor", "bram", "imane", "joost", "wei", "saskia"))
NOOR, BRAM, IMANE, *_ = NAMES
FIRST = date(2026, 9, 10)


def dates(count: int) -> list[date]:
    return [FIRST + timedelta(weeks=4 * number) for number in range(count)]


DATES = dates(12)
level = st.integers(2, 6).map(lambda count: [Candidate(member=name) for name in NAMES[:count]])
anybody = st.lists(
    st.builds(
        Candidate,
        member=st.sampled_from(NAMES),
        done=st.integers(0, 5),
        last_on=st.none() | st.dates(date(2025, 1, 1), date(2026, 9, 1)),
        ready=st.booleans(),
        asked_not_to=st.booleans(),
        away=st.frozensets(st.sampled_from(DATES), max_size=6),
    ),
    max_size=6,
    unique_by=lambda candidate: candidate.member,
)
willing = st.lists(
    st.builds(Candidate, member=st.sampled_from(NAMES), done=st.integers(0, 5)),
    min_size=1,
    max_size=6,
    unique_by=lambda candidate: candidate.member,
)
others = st.dictionaries(st.sampled_from(DATES), st.sampled_from(NAMES))


def test_everybody_once_in_the_order_of_the_circle() -> None:
    circle = [Candidate(member=name) for name in NAMES]

    assert [turn.member for turn in rota(DATES[:6], Duty.FACILITATE, circle)] == list(NAMES)


def test_who_did_it_longest_ago_goes_before_who_did_it_as_often() -> None:
    circle = [
        Candidate(member=NOOR, done=2, last_on=date(2026, 6, 1)),
        Candidate(member=BRAM, done=2, last_on=date(2026, 3, 1)),
    ]

    assert rota(DATES[:1], Duty.FACILITATE, circle)[0].member == BRAM


@given(level, st.integers(0, 12), others)
def test_spread_is_never_above_one_where_all_are_willing(
    circle: list[Candidate], meetings: int, rather_not: dict[date, MemberId]
) -> None:
    for until in range(meetings + 1):
        turns = rota(DATES[:until], Duty.CHOOSE_METHOD, circle, rather_not)
        times = Counter({candidate.member: 0 for candidate in circle})
        times.update(turn.member for turn in turns if turn.member is not None)

        assert max(times.values()) - min(times.values()) <= 1


@given(willing, st.integers(0, 12))
def test_spread_that_was_there_only_shrinks(circle: list[Candidate], meetings: int) -> None:
    before = [candidate.done for candidate in circle]
    times = Counter(turn.member for turn in rota(DATES[:meetings], Duty.FACILITATE, circle))
    now = [candidate.done + times[candidate.member] for candidate in circle]

    assert max(now) - min(now) <= max(1, max(before) - min(before))


@given(anybody)
def test_turn_falls_only_to_who_is_ready_willing_and_there(circle: list[Candidate]) -> None:
    by_name = {candidate.member: candidate for candidate in circle}

    for turn in rota(DATES, Duty.FACILITATE, circle):
        able = [name for name, one in by_name.items() if one.is_willing and turn.on not in one.away]
        assert (turn.member in able) if able else (turn.member is None)


@given(level, st.integers(0, 12))
def test_nobody_leads_and_chooses_at_one_meeting_where_all_are_willing(
    circle: list[Candidate], meetings: int
) -> None:
    leading = rota(DATES[:meetings], Duty.FACILITATE, circle)
    leads = {turn.on: turn.member for turn in leading if turn.member is not None}

    choosing = rota(DATES[:meetings], Duty.CHOOSE_METHOD, circle, leads)

    assert [turn.on for turn in choosing if leads[turn.on] == turn.member] == []


def test_newcomer_starts_level_with_who_did_it_least() -> None:
    circle = [
        Candidate(member=NOOR, done=3),
        Candidate(member=BRAM, done=2),
        Candidate(member=IMANE, done=0, asked_not_to=True),
    ]

    assert start_of_newcomer(circle) == 2
    assert start_of_newcomer([]) == 0


TURNS = (Turn(DATES[0], Duty.FACILITATE, NOOR), Turn(DATES[1], Duty.FACILITATE, BRAM))


def test_two_who_agree_swap_their_turns() -> None:
    found = swap(TURNS, TURNS[0], TURNS[1], by=NOOR, agreed_by=BRAM, today=FIRST)

    assert found == (Turn(DATES[0], Duty.FACILITATE, BRAM), Turn(DATES[1], Duty.FACILITATE, NOOR))


def test_swap_says_why_it_can_not_be() -> None:
    mine, theirs = TURNS
    method = Turn(DATES[1], Duty.CHOOSE_METHOD, BRAM)
    late = DATES[0] + timedelta(days=1)
    away = [Candidate(member=NOOR, away=frozenset({DATES[1]}))]

    assert swap(TURNS, mine, theirs, by=IMANE, agreed_by=BRAM, today=FIRST) is WhyNot.NOT_YOURS
    assert swap(TURNS, mine, theirs, by=NOOR, agreed_by=IMANE, today=FIRST) is WhyNot.NOT_THEIRS
    assert swap(TURNS, mine, mine, by=NOOR, agreed_by=NOOR, today=FIRST) is WhyNot.NOT_A_SWAP
    assert swap((*TURNS, method), mine, method, by=NOOR, agreed_by=BRAM, today=FIRST) is WhyNot.NOT_A_SWAP
    assert swap(TURNS, mine, theirs, by=NOOR, agreed_by=BRAM, today=late) is WhyNot.PAST
    assert (
        swap(TURNS, mine, theirs, by=NOOR, agreed_by=BRAM, today=FIRST, candidates=away)
        is WhyNot.CAN_NOT_COME
    )


@given(level, st.data())
def test_swap_keeps_the_count_of_everybody_and_undoes_itself(
    circle: list[Candidate], data: st.DataObject
) -> None:
    turns = rota(DATES, Duty.FACILITATE, circle)
    mine, theirs = data.draw(st.sampled_from(turns)), data.draw(st.sampled_from(turns))
    assert mine.member is not None
    assert theirs.member is not None

    found = swap(turns, mine, theirs, by=mine.member, agreed_by=theirs.member, today=FIRST)

    if mine.member == theirs.member:
        assert found is WhyNot.NOT_A_SWAP
    else:
        assert not isinstance(found, WhyNot)
        assert Counter(turn.member for turn in found) == Counter(turn.member for turn in turns)
        mine_now, theirs_now = (found[turns.index(turn)] for turn in (theirs, mine))
        again = swap(found, mine_now, theirs_now, by=mine.member, agreed_by=theirs.member, today=FIRST)
        assert again == turns


@given(level, st.integers(2, 12), st.data())
def test_what_two_swapped_stays_and_the_turns_come_out_as_fair(
    circle: list[Candidate], meetings: int, data: st.DataObject
) -> None:
    turns = rota(DATES[:meetings], Duty.FACILITATE, circle)
    mine, theirs = data.draw(st.sampled_from(turns)), data.draw(st.sampled_from(turns))
    assert mine.member is not None
    assert theirs.member is not None
    agreed = {mine.on: theirs.member, theirs.on: mine.member}

    again = rota(DATES[:meetings], Duty.FACILITATE, circle, agreed=agreed)

    assert {turn.on: turn.member for turn in again if turn.on in agreed} == agreed
    times = Counter({candidate.member: 0 for candidate in circle})
    times.update(turn.member for turn in again if turn.member is not None)
    assert max(times.values()) - min(times.values()) <= 1


def test_who_took_a_later_turn_is_not_given_an_earlier_one_on_top() -> None:
    circle = [Candidate(member=name) for name in NAMES[:3]]

    turns = rota(DATES[:3], Duty.FACILITATE, circle, agreed={DATES[2]: NOOR})

    assert [turn.member for turn in turns] == [BRAM, IMANE, NOOR]


def test_turn_is_taken_over_by_who_can_come() -> None:
    mine, theirs = TURNS
    late = DATES[0] + timedelta(days=1)
    away = [Candidate(member=IMANE, away=frozenset({DATES[0]}))]

    found = hand_over(TURNS, mine, by=NOOR, to=IMANE, today=FIRST)
    assert found == (Turn(DATES[0], Duty.FACILITATE, IMANE), theirs)
    assert hand_over(TURNS, mine, by=BRAM, to=IMANE, today=FIRST) is WhyNot.NOT_YOURS
    assert hand_over(TURNS, mine, by=NOOR, to=NOOR, today=FIRST) is WhyNot.NOT_A_SWAP
    assert hand_over(TURNS, mine, by=NOOR, to=IMANE, today=late) is WhyNot.PAST
    assert hand_over(TURNS, mine, by=NOOR, to=IMANE, today=FIRST, candidates=away) is WhyNot.CAN_NOT_COME
