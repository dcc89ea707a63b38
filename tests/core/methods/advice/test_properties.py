"""What always holds of the advice, whatever the situation and the library."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import assume, given, settings, strategies as st
from msgspec import structs

from kring.core.methods.advice import (
    Advice,
    Caution,
    Evaluation,
    Familiarity,
    Favour,
    Obstacle,
    Situation,
    Suggestion,
    advise,
    first_choice,
    is_beginning,
    level_of,
    sentence,
    why_not,
)
from kring.core.methods.advice.reasons import Code
from kring.core.methods.advice.standing import current_method, methods_done
from kring.core.methods.method import Exposure, Level, Method
from tests.core.methods.advice.situations import BY_ID, LIBRARY, libraries, past, situations
from tests.core.methods.advice.truths import TRUTHS, Claim, is_true

Library = tuple[Method, ...]
exposures = st.sampled_from(Exposure)


def ids(advice: Advice) -> list[str]:
    return [suggestion.method.id for suggestion in advice.ranked]


def said(suggestion: Suggestion) -> list[Code]:
    return [reason.code for reason in (*suggestion.reasons, *suggestion.cautions)]


@given(situations, libraries)
def test_no_method_that_does_not_fit_the_people_or_the_minutes(
    situation: Situation, library: Library
) -> None:
    for suggestion in advise(situation, library).ranked:
        method = suggestion.method
        assert method.group.least <= situation.people <= method.group.most
        if situation.minutes is not None:
            assert sum(phase.minutes.least for phase in method.phases) <= situation.minutes


@given(situations, libraries)
def test_a_circle_of_beginners_never_gets_an_advanced_method(situation: Situation, library: Library) -> None:
    assume(is_beginning(situation) or len(situation.history) < 3)

    assert all(one.method.level is not Level.ADVANCED for one in advise(situation, library).ranked)


@given(situations, libraries)
def test_a_circle_gets_nothing_above_its_level_but_what_it_is_learning(
    situation: Situation, library: Library
) -> None:
    levels = list(Level)

    for suggestion in advise(situation, library).ranked:
        if suggestion.method.id != current_method(situation):
            assert levels.index(suggestion.method.level) <= levels.index(level_of(situation))


@given(situations, libraries)
def test_a_beginning_circle_lays_open_much_only_where_it_is_learning_to(
    situation: Situation, library: Library
) -> None:
    assume(is_beginning(situation))

    for suggestion in advise(situation, library).ranked:
        learning = suggestion.method.id == current_method(situation)
        assert suggestion.method.exposure is not Exposure.HIGH or learning


@given(situations, libraries)
def test_a_beginning_circle_is_kept_on_its_method_and_is_told_so(
    situation: Situation, library: Library
) -> None:
    current = current_method(situation)
    assume(is_beginning(situation))
    assume(current is not None)

    advice = advise(situation, library)

    if current in ids(advice):
        assert ids(advice)[0] == current
        assert advice.ranked[0].reasons[0].code is Favour.STAY
    if current in {method.id for method in library}:
        others = [one for one in advice.ranked if one.method.id != current]
        assert all(one.cautions[0].code is Caution.WHILE_LEARNING for one in others)


@given(situations)
def test_a_circle_is_kept_until_most_of_its_members_know_the_method(situation: Situation) -> None:
    one_method = replace(situation, history=past(*["basis"] * len(situation.history)))
    assume(one_method.history)

    assert is_beginning(one_method) == (one_method.familiarity is not Familiarity.MOST)


@given(situations, libraries, st.sampled_from(LIBRARY))
def test_a_circle_that_is_past_the_beginning_varies(
    situation: Situation, library: Library, current: Method
) -> None:
    done = past(*methods_done(situation), current.id)
    situation = replace(situation, history=done, familiarity=Familiarity.MOST)
    twin = structs.replace(current, id="twin")
    assume(why_not(situation, twin) is None)  # a circle may go on above its level, but not begin there

    order = ids(advise(situation, (*(one for one in library if one.id != current.id), current, twin)))

    # What the circle finishes learning may be harder than what else it can carry: then there is no twin for it.
    if {current.id, "twin"} <= set(order):
        assert order.index("twin") < order.index(current.id)


@given(situations, libraries, st.data())
def test_refusing_one_brings_the_next_best_and_changes_nothing_else(
    situation: Situation, library: Library, data: st.DataObject
) -> None:
    before = advise(situation, library)
    assume(before.ranked)
    refused = data.draw(st.sampled_from(before.ranked)).method.id

    after = advise(replace(situation, refused=situation.refused | {refused}), library)

    assert after.ranked == tuple(one for one in before.ranked if one.method.id != refused)
    assert [one.obstacle.code for one in after.hindered if one.method.id == refused] == [Obstacle.REFUSED]


@given(situations, libraries, st.randoms(use_true_random=False))
def test_same_input_same_answer_whatever_the_order_of_the_library(
    situation: Situation, library: Library, chance: Random
) -> None:
    shuffled = list(library)
    chance.shuffle(shuffled)

    assert advise(situation, shuffled) == advise(situation, library)


@given(situations, libraries, st.randoms(use_true_random=False))
def test_the_order_in_which_meetings_are_told_does_not_matter(
    situation: Situation, library: Library, chance: Random
) -> None:
    shuffled = list(situation.history)
    chance.shuffle(shuffled)

    assert advise(replace(situation, history=tuple(shuffled)), library) == advise(situation, library)


@given(situations, libraries)
def test_every_method_is_either_suggested_or_told_why_not(situation: Situation, library: Library) -> None:
    advice = advise(situation, library)

    hindered = {one.method.id: one.obstacle for one in advice.hindered}
    assert sorted([*ids(advice), *hindered]) == sorted(method.id for method in library)
    for method in library:
        assert why_not(situation, method) == hindered.get(method.id)


@settings(max_examples=500)  # it has thirty-odd reasons to come across
@given(situations, libraries)
def test_every_reason_shown_is_true_of_the_input(situation: Situation, library: Library) -> None:
    by_id = {method.id: method for method in library}
    advice = advise(situation, library)

    shown = [(reason, one.method) for one in advice.ranked for reason in (*one.reasons, *one.cautions)] + [
        (one.obstacle, one.method) for one in advice.hindered
    ]

    for reason, method in shown:
        assert is_true(Claim(reason, method, situation, by_id)), (reason, method.id)


@given(situations, libraries)
def test_a_true_fact_that_counts_is_not_held_back(situation: Situation, library: Library) -> None:
    by_id = {method.id: method for method in library}

    for suggestion in advise(situation, library).ranked:
        codes = said(suggestion)
        if suggestion.method.id in {meeting.method for meeting in situation.history}:
            assert Favour.NEVER_DONE not in codes
        elif not is_beginning(situation):
            assert Favour.NEVER_DONE in codes
        if situation.minutes is not None:
            assert (Favour.UNHURRIED in codes) != (Caution.HURRIED in codes)
        if situation.kinds:
            suited = situation.kinds[0] in by_id[suggestion.method.id].suits
            assert (Caution.NOT_MADE_FOR in codes) != suited


@given(situations, libraries)
def test_rank_follows_from_nothing_but_what_is_said(situation: Situation, library: Library) -> None:
    weights = [one.weight for one in advise(situation, library).ranked if not one.is_to_stay]

    assert weights == sorted(weights, reverse=True)


@given(situations, libraries)
def test_every_reason_can_be_said_in_both_languages(situation: Situation, library: Library) -> None:
    advice = advise(situation, library)

    reasons = [reason for one in advice.ranked for reason in (*one.reasons, *one.cautions)]
    for reason in (*reasons, *(one.obstacle for one in advice.hindered)):
        for language in ("nl", "en"):
            words = sentence(reason, language)
            assert words[0].isupper() or words[0] == "‘"
            assert words.endswith(".")
            assert not set("{}_!") & set(words)


@given(situations, st.sampled_from(LIBRARY))
def test_where_it_was_unsafe_showing_less_is_never_worse(situation: Situation, method: Method) -> None:
    unsafe = replace(situation, evaluation=Evaluation(situation.evaluation.depth, 1), refused=frozenset())
    ladder = tuple(structs.replace(method, id=f"own-{one.value}", exposure=one) for one in Exposure)

    order = ids(advise(unsafe, ladder))

    assert order in (["own-low", "own-medium"], [])


@given(situations, st.sampled_from(LIBRARY))
def test_where_it_stayed_shallow_but_safe_showing_more_is_better(
    situation: Situation, method: Method
) -> None:
    low, high = (
        structs.replace(method, id=f"own-{exposure.value}", exposure=exposure)
        for exposure in (Exposure.LOW, Exposure.MEDIUM)
    )
    last = structs.replace(BY_ID["basis"], id="last")
    shallow = replace(
        situation, history=(*past(*["other"] * 5), *past(*["last"] * 6)[5:]), evaluation=Evaluation(1, 5)
    )

    order = ids(advise(shallow, (low, high, last)))

    if "own-medium" in order:
        assert order.index("own-medium") < order.index("own-low")


@given(libraries, st.none() | st.integers(1, 13))
def test_first_choice_is_a_beginners_method_for_one_presenter_that_fits(
    library: Library, people: int | None
) -> None:
    method = first_choice(library, people)

    if method is not None:
        assert method.level is Level.BEGINNER
        assert all(phase.next_presenter is None for phase in method.phases)
        assert people is None or method.group.least <= people <= method.group.most


def test_every_code_has_its_truth() -> None:
    assert set(TRUTHS) == {*Favour, *Caution, *Obstacle}
