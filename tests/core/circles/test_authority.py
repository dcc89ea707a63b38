"""Nobody sits with anyone they report to, and nobody else hears who said so."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, strategies as st

from kring.core.circles.authority import (
    Answer,
    Line,
    Named,
    Pair,
    Told,
    Verdict,
    Word,
    load_asking,
    told_to,
    verdict,
)
from kring.core.members import MemberId

NOOR, BRAM, IMANE, JOOST, WEI, SASKIA = CAST = tuple(
    MemberId(name) for name in ("noor", "bram", "imane", "joost", "wei", "saskia")
)


def answers_by(member: MemberId) -> st.SearchStrategy[Answer]:
    others = st.sampled_from([who for who in CAST if who != member])
    lines = st.lists(st.builds(Named, others, st.sampled_from(Line)), max_size=2).map(tuple)
    return st.builds(Answer, st.just(member), lines)


answers_of_all = st.tuples(*(answers_by(member) for member in CAST))


def nobody(*members: MemberId) -> tuple[Answer, ...]:
    return tuple(Answer(member) for member in members)


def test_circle_of_equals_may_start() -> None:
    found = verdict(CAST, nobody(*CAST))

    assert found.may_start
    assert {told_to(member, found).word for member in CAST} == {Word.MAY_START}


def test_one_who_has_not_answered_holds_the_start_and_is_asked_first() -> None:
    found = verdict(CAST, nobody(*CAST[1:]))

    assert not found.may_start
    assert told_to(NOOR, found) == Told(Word.ANSWER_FIRST)
    assert told_to(WEI, found) == Told(Word.WAIT)


def test_manager_of_the_facilitator_is_told_together_with_the_facilitator_and_nobody_else() -> None:
    answers = (*nobody(NOOR, IMANE, SASKIA), Answer(BRAM, (Named(SASKIA, Line.ABOVE),)))

    found = verdict([NOOR, IMANE, BRAM, SASKIA], answers)

    assert told_to(BRAM, found) == Told(Word.SOLVE, (SASKIA,))
    assert told_to(SASKIA, found) == Told(Word.SOLVE, (BRAM,))
    assert told_to(NOOR, found) == told_to(IMANE, found) == Told(Word.WAIT)


def test_line_through_somebody_who_left_still_counts() -> None:
    answers = (
        Answer(NOOR, (Named(BRAM, Line.ABOVE),)),
        Answer(SASKIA, (Named(BRAM, Line.BELOW),)),
        *nobody(WEI),
    )

    assert verdict([NOOR, SASKIA, WEI], answers).to_solve == (Pair(NOOR, SASKIA),)


@given(answers_of_all)
def test_who_of_two_said_it_changes_nothing_for_anybody(answers: tuple[Answer, ...]) -> None:
    """Each line is told from its other end: the lower names the upper, or the upper the lower."""
    turned = tuple(
        Answer(
            member,
            tuple(
                Named(answer.by, Line.BELOW if named.line is Line.ABOVE else Line.ABOVE)
                for answer in answers
                for named in answer.lines
                if named.other == member
            ),
        )
        for member in CAST
    )

    assert verdict(CAST, turned) == verdict(CAST, answers)


@given(answers_of_all)
def test_nobody_below_sits_with_anybody_above_once_a_circle_may_start(answers: tuple[Answer, ...]) -> None:
    found = verdict(CAST, answers)
    said = {frozenset((answer.by, named.other)) for answer in answers for named in answer.lines}

    assert said <= {frozenset((pair.one, pair.other)) for pair in found.to_solve}
    assert found.may_start == (said == set())


@given(answers_of_all, st.sampled_from(CAST))
def test_more_lines_and_fewer_answers_never_let_a_circle_start(
    answers: tuple[Answer, ...], silent: MemberId
) -> None:
    fewer = tuple(answer for answer in answers if answer.by != silent)

    assert not verdict(CAST, fewer).may_start
    assert set(verdict(CAST, fewer).to_solve) <= set(verdict(CAST, answers).to_solve)


@given(answers_of_all)
def test_leaving_of_one_in_each_pair_lets_the_others_start(answers: tuple[Answer, ...]) -> None:
    gone = {pair.one for pair in verdict(CAST, answers).to_solve}
    staying = [member for member in CAST if member not in gone]

    assert verdict(staying, answers).may_start


@given(answers_of_all)
def test_bystander_can_not_tell_a_line_from_an_answer_that_is_missing(answers: tuple[Answer, ...]) -> None:
    found = verdict(CAST, answers)
    in_a_line = {member for pair in found.to_solve for member in (pair.one, pair.other)}
    waiting = Verdict(frozenset({NOOR}), ())

    for member in set(CAST) - in_a_line - {NOOR}:
        if not found.may_start:
            assert told_to(member, found) == told_to(member, waiting)


def test_order_of_answers_changes_nothing() -> None:
    answers = (Answer(NOOR, (Named(BRAM, Line.ABOVE),)), Answer(BRAM, (Named(WEI, Line.ABOVE),)), Answer(WEI))

    assert len({verdict([NOOR, BRAM, WEI], order) for order in permutations(answers)}) == 1


def test_every_word_is_there_in_both_languages() -> None:
    asking = load_asking()

    assert set(asking.words) == set(Word)
    assert set(asking.answers) == {"none", *(line.value for line in Line)}
    assert "{names}" in asking.words[Word.SOLVE].nl
    assert "{names}" in asking.words[Word.SOLVE].en
