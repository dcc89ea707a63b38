"""No case before all have assented; a change, a newcomer and a year ask again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st
from msgspec.structs import replace

from kring.core.circles.ground_rules import (
    Assent,
    Because,
    GroundRules,
    Missing,
    Seat,
    agreed_at,
    asked_again_at,
    load_proposed_rules,
    may_bring_case,
    missing,
)
from kring.core.members import MemberId

START = datetime(2026, 1, 8, 19, 30, tzinfo=UTC)
NOOR, BRAM, WEI = (MemberId(name) for name in ("noor", "bram", "wei"))
SEATS = tuple(Seat(member, START) for member in (NOOR, BRAM))
RULES = GroundRules(version=1, since=START)
ALL = tuple(Assent(seat.member, 1, START + timedelta(hours=1)) for seat in SEATS)

moments = st.integers(0, 800).map(lambda days: START + timedelta(days=days))
rules = st.builds(GroundRules, st.integers(1, 3), moments)
assents = st.lists(
    st.builds(Assent, st.sampled_from([NOOR, BRAM, WEI]), st.integers(1, 3), moments), max_size=8
)
seats = st.lists(
    st.builds(Seat, st.sampled_from([NOOR, BRAM, WEI]), moments), max_size=3, unique_by=lambda s: s.member
)


def day(number: int) -> datetime:
    return START + timedelta(days=number)


def test_all_have_assented_and_a_case_may_come() -> None:
    assert may_bring_case(RULES, ALL, SEATS, day(1))


def test_one_who_never_assented_holds_the_first_case() -> None:
    assert missing(RULES, ALL[:1], SEATS, day(1)) == (Missing(BRAM, Because.NEVER),)
    assert not may_bring_case(RULES, ALL[:1], SEATS, day(1))


def test_change_asks_everybody_again() -> None:
    changed = GroundRules(version=2, since=day(30))

    assert missing(changed, ALL, SEATS, day(31)) == (
        Missing(NOOR, Because.CHANGED),
        Missing(BRAM, Because.CHANGED),
    )


def test_newcomer_makes_a_new_circle_that_assents_together() -> None:
    with_wei = (*SEATS, Seat(WEI, day(60)))
    anew = tuple(Assent(seat.member, 1, day(61)) for seat in with_wei)

    assert missing(RULES, ALL, with_wei, day(60)) == (
        Missing(NOOR, Because.NEWCOMER),
        Missing(BRAM, Because.NEWCOMER),
        Missing(WEI, Because.NEVER),
    )
    assert may_bring_case(RULES, (*ALL, *anew), with_wei, day(61))


def test_circle_that_begins_anew_assents_to_the_same_rules_once_more() -> None:
    anew = GroundRules(version=1, since=day(30))

    assert missing(anew, ALL, SEATS, day(31)) == (
        Missing(NOOR, Because.ANEW),
        Missing(BRAM, Because.ANEW),
    )


def test_leaving_asks_nobody() -> None:
    assert may_bring_case(RULES, ALL, SEATS[:1], day(100))


def test_year_asks_again_on_the_day() -> None:
    due = asked_again_at(ALL[0])

    assert due == START.replace(year=2027) + timedelta(hours=1)
    assert may_bring_case(RULES, ALL, SEATS, due - timedelta(seconds=1))
    assert missing(RULES, ALL, SEATS, due)[0] == Missing(NOOR, Because.A_YEAR)


def test_assent_of_a_leap_day_lasts_until_march() -> None:
    assent = Assent(NOOR, 1, datetime(2028, 2, 29, 20, tzinfo=UTC))

    assert asked_again_at(assent) == datetime(2029, 3, 1, 20, tzinfo=UTC)


def test_empty_circle_brings_no_case() -> None:
    assert not may_bring_case(RULES, ALL, (), day(1))


@given(rules, assents, seats, moments)
def test_case_comes_only_when_each_member_has_an_assent_that_counts(
    held: GroundRules, given_assents: list[Assent], members: list[Seat], now: datetime
) -> None:
    newest = max((seat.joined_at for seat in members), default=now)

    def counts(assent: Assent) -> bool:
        return assent.version == held.version and max(
            held.since, newest
        ) <= assent.at <= now < asked_again_at(assent)

    covered = {assent.member for assent in given_assents if counts(assent)}
    latest = {
        seat.member: max(
            (assent for assent in given_assents if assent.member == seat.member and assent.at <= now),
            key=lambda assent: assent.at,
            default=None,
        )
        for seat in members
    }

    if may_bring_case(held, given_assents, members, now):
        assert {seat.member for seat in members} <= covered != set()
    else:
        assert not members or any(assent is None or not counts(assent) for assent in latest.values())


@given(rules, assents, seats, moments)
def test_assenting_now_is_always_enough(
    held: GroundRules, given_assents: list[Assent], members: list[Seat], now: datetime
) -> None:
    now = max([now, held.since, *(seat.joined_at for seat in members), *(one.at for one in given_assents)])
    now += timedelta(minutes=1)
    anew = [Assent(seat.member, held.version, now) for seat in members]

    assert may_bring_case(held, [*given_assents, *anew], members, now) == (members != [])
    assert agreed_at(held, [*given_assents, *anew], members) == (now if members else None)


@given(rules, assents, seats, moments)
def test_newer_version_never_opens_what_was_closed(
    held: GroundRules, given_assents: list[Assent], members: list[Seat], now: datetime
) -> None:
    changed = replace(held, version=held.version + 10)

    assert not may_bring_case(changed, given_assents, members, now)


def test_proposed_rules_cover_what_a_circle_must_agree() -> None:
    proposed = load_proposed_rules()

    assert [rule.id for rule in proposed] == [
        "confidential",
        "exceptions",
        "no_identity",
        "honest",
        "let_finish",
        "respect",
        "phones",
        "being_late",
        "attendance",
        "when_broken",
    ]
    for rule in proposed:
        for text in (rule.says, rule.why):
            assert text.nl.endswith(".")
            assert text.en.endswith(".")
            assert text.nl != text.en
