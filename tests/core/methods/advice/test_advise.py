"""The advice in situations that a facilitator would recognise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from kring.core.methods.advice import (
    Caution,
    Evaluation,
    Familiarity,
    Favour,
    Obstacle,
    PastMeeting,
    Reason,
    Setting,
    Situation,
    Suggestion,
    advise,
    level_of,
    sentence,
    told,
    why_not,
)
from kring.core.methods.advice.character import minutes_of
from kring.core.methods.method import Exposure, Level, Method, QuestionKind, Rotation
from tests.core.methods.advice.situations import BY_ID, FIRST_EVENING, GONE, LIBRARY, past

NEW = Situation(minutes=60, people=6)
PRACTISED = replace(
    NEW,
    history=past(*["incident-kort"] * 3),
    familiarity=Familiarity.MOST,
    facilitator=Level.INTERMEDIATE,
)
SEASONED = replace(
    NEW,
    minutes=90,
    people=7,
    history=past("basis", "basis", "basis", "incident-kort", "tien-stappen", "basis", "incident-kort"),
    familiarity=Familiarity.MOST,
    facilitator=Level.ADVANCED,
)


def best(situation: Situation) -> Suggestion:
    found = advise(situation, LIBRARY).best
    assert found is not None
    return found


def about(situation: Situation, method: str) -> Suggestion:
    return next(one for one in advise(situation, LIBRARY).ranked if one.method.id == method)


def codes(reasons: tuple[Reason, ...]) -> set[object]:
    return {reason.code for reason in reasons}


@pytest.mark.parametrize("kind", [QuestionKind.PROBLEM, QuestionKind.HOW_TO, QuestionKind.INCIDENT])
def test_a_new_circle_begins_with_the_basic_method(kind: QuestionKind) -> None:
    assert best(replace(NEW, kinds=(kind,))).method.id == "basis"


def test_a_new_circle_that_says_nothing_begins_with_the_basic_method() -> None:
    assert best(NEW).method.id == "basis"


def test_a_success_is_looked_at_as_a_success() -> None:
    assert best(replace(NEW, kinds=(QuestionKind.SUCCESS,))).method.id == "waarderend"
    assert best(replace(PRACTISED, kinds=(QuestionKind.SUCCESS,))).method.id == "waarderend"
    assert best(replace(SEASONED, kinds=(QuestionKind.SUCCESS,))).method.id == "waarderend"


def test_what_touches_a_practised_circle_gets_distance() -> None:
    suggestion = best(replace(PRACTISED, kinds=(QuestionKind.EMOTION,)))

    assert suggestion.method.id == "roddel"
    assert told(suggestion, "nl") == (
        "Jullie deden ‘Incidentmethode, kort’ drie keer en zijn er vertrouwd mee: tijd voor iets anders. "
        "Je brengt iets wat je raakt; dat is bij deze methode in goede handen. "
        "Je hoort de anderen erover praten en hoeft niets terug te zeggen; dat geeft je afstand."
    )
    assert told(suggestion, "en") == (
        "You did ‘Incident method, short’ three times and are familiar with it: time for something else. "
        "You bring something that touches you; that is in good hands with this method. "
        "You hear the others talk about it and needn't say anything back; that gives you distance."
    )


def test_what_touches_a_seasoned_circle_goes_to_a_balint_group() -> None:
    assert best(replace(SEASONED, kinds=(QuestionKind.EMOTION,))).method.id == "balint-group"


def test_what_touches_a_beginning_circle_is_not_gossiped_about() -> None:
    situation = replace(NEW, kinds=(QuestionKind.EMOTION,))

    advice = advise(situation, LIBRARY)

    assert all(one.method.exposure is not Exposure.HIGH for one in advice.ranked)
    assert all(Favour.DISTANCE not in codes(one.reasons) for one in advice.ranked)
    assert why_not(situation, BY_ID["roddel"]) == Reason(Obstacle.CIRCLE_TOO_NEW)


def test_a_dilemma_of_a_seasoned_circle_gets_a_method_for_dilemmas() -> None:
    assert best(replace(SEASONED, kinds=(QuestionKind.DILEMMA,))).method.suits == (QuestionKind.DILEMMA,)


@pytest.mark.parametrize("familiarity", [Familiarity.NONE, Familiarity.SOME])
def test_a_beginning_circle_stays_and_hears_why(familiarity: Familiarity) -> None:
    situation = replace(
        NEW,
        kinds=(QuestionKind.DILEMMA,),
        history=past("incident-kort", "incident-kort"),
        familiarity=familiarity,
    )

    suggestion = best(situation)

    assert suggestion.method.id == "incident-kort"
    assert sentence(suggestion.reasons[0], "nl") == (
        "Jullie deden ‘Incidentmethode, kort’ twee keer. Blijf er nog bij tot de meesten zeggen dat ze die "
        "kennen: dan gaat je aandacht niet meer naar de stappen maar naar elkaar."
    )
    assert Caution.NOT_MADE_FOR in codes(suggestion.cautions)


def test_a_beginning_circle_that_refuses_its_method_is_sent_back_to_it_next_time() -> None:
    situation = replace(NEW, history=past("incident-kort"), refused=frozenset({"incident-kort"}))

    suggestion = best(situation)

    assert suggestion.method.id == "basis"
    assert sentence(suggestion.cautions[0], "en") == (
        "You are still getting to know ‘Incident method, short’; take it up again next time."
    )


def test_a_circle_that_began_with_a_success_need_not_stay_with_successes() -> None:
    situation = replace(NEW, kinds=(QuestionKind.PROBLEM,), history=past("waarderend"))

    assert best(situation).method.id == "basis"
    assert why_not(situation, BY_ID["waarderend"]) == Reason(Obstacle.ONLY_FOR_SUCCESS)


def test_a_circle_that_learns_a_harder_method_may_finish_learning_it() -> None:
    situation = replace(NEW, history=past("roddel"))

    assert best(situation).method.id == "roddel"


def test_a_circle_that_somebody_began_with_an_advanced_method_starts_anew() -> None:
    situation = replace(NEW, history=past("balint-group"), facilitator=Level.ADVANCED)

    assert why_not(situation, BY_ID["balint-group"]) == Reason(Obstacle.CIRCLE_TOO_NEW)
    assert best(situation).method.id == "basis"


def test_a_beginning_circle_does_not_lay_open_much_even_by_easy_steps() -> None:
    bare = structs.replace(BY_ID["basis"], exposure=Exposure.HIGH)

    assert why_not(NEW, bare) == Reason(Obstacle.TRUST_FIRST)
    assert why_not(PRACTISED, bare) is None


@pytest.mark.parametrize("method", LIBRARY, ids=lambda method: method.id)
def test_a_method_fits_to_the_minute(method: Method) -> None:
    people = method.group.most
    least = minutes_of(method, people).least
    situation = replace(SEASONED, people=people, minutes=least, evaluation=Evaluation(), kinds=())

    assert why_not(situation, method) is None
    assert why_not(replace(situation, minutes=least - 1), method) == Reason(
        Obstacle.TOO_LONG, {"minutes": least - 1, "least": least}
    )


def test_where_it_was_unsafe_being_talked_about_gives_no_distance() -> None:
    touched = replace(SEASONED, kinds=(QuestionKind.EMOTION,))
    unsafe = replace(touched, evaluation=Evaluation(safety=2))

    assert Favour.DISTANCE in codes(about(touched, "balint-group").reasons)
    assert Favour.DISTANCE not in codes(about(unsafe, "balint-group").reasons)


def test_after_an_unsafe_meeting_nobody_lays_open_much() -> None:
    situation = replace(SEASONED, kinds=(QuestionKind.EMOTION,), evaluation=Evaluation(depth=1, safety=2))

    advice = advise(situation, LIBRARY)

    assert why_not(situation, BY_ID["roddel"]) == Reason(Obstacle.SAFETY_FIRST)
    assert all(one.method.exposure is not Exposure.HIGH for one in advice.ranked)
    assert all(Favour.OPENS_MORE not in codes(one.reasons) for one in advice.ranked)
    assert Favour.SAFE in codes(about(situation, "basis").reasons)


def test_nobody_is_asked_to_show_much_for_a_question_that_does_not_ask_it() -> None:
    situation = replace(PRACTISED, kinds=(QuestionKind.PROBLEM, QuestionKind.HOW_TO))

    assert best(situation).method.exposure is not Exposure.HIGH
    assert Caution.OPENS_MUCH in codes(about(situation, "roddel").cautions)


def test_after_a_shallow_meeting_a_method_goes_deeper() -> None:
    shallow = replace(
        SEASONED,
        kinds=(QuestionKind.PROBLEM,),
        history=past(*["tien-stappen"] * 5, "basis"),
        evaluation=Evaluation(2, 4),
    )

    assert best(shallow).method.exposure is not Exposure.LOW
    assert Favour.OPENS_MORE in codes(best(shallow).reasons)


def test_a_method_of_the_last_two_meetings_is_not_suggested_again() -> None:
    for kind in (QuestionKind.PROBLEM, QuestionKind.INCIDENT, QuestionKind.HOW_TO):
        assert best(replace(SEASONED, kinds=(kind,))).method.id not in {"basis", "incident-kort"}


def test_role_play_is_hard_online_and_impossible_in_writing() -> None:
    clinic = BY_ID["clinic"]
    online = replace(PRACTISED, setting=Setting.ONLINE)
    days = replace(PRACTISED, setting=Setting.DAYS, minutes=None)

    assert Caution.ROLE_PLAY_ONLINE in codes(about(online, "clinic").cautions)
    assert why_not(days, clinic) == Reason(Obstacle.NOT_IN_WRITING)


@pytest.mark.parametrize(
    ("situation", "method", "words"),
    [
        (
            replace(NEW, people=3),
            "basis",
            "Hiervoor moet je met minstens 4 mensen zijn; nu zijn het er 3.",
        ),
        (replace(NEW, people=9), "basis", "Dit gaat met hoogstens 8 mensen; nu zijn het er 9."),
        (replace(NEW, minutes=20), "basis", "Dit duurt op zijn kortst 25 minuten, en jullie hebben er 20."),
        (NEW, "dilemma", "Deze methode vraagt een kring die al wat langer met elkaar werkt."),
        (
            replace(SEASONED, facilitator=Level.BEGINNER),
            "dilemma",
            "Deze methode vraagt iemand die al vaker begeleid heeft.",
        ),
    ],
)
def test_what_does_not_fit_says_so_in_one_sentence(situation: Situation, method: str, words: str) -> None:
    obstacle = why_not(situation, BY_ID[method])

    assert obstacle is not None
    assert sentence(obstacle, "nl") == words


def test_nothing_stands_in_the_way_of_what_fits() -> None:
    assert why_not(NEW, BY_ID["basis"]) is None


def test_a_library_without_anything_that_fits_gives_no_advice_but_reasons() -> None:
    advice = advise(replace(NEW, people=1), LIBRARY)

    assert advice.best is None
    assert {one.obstacle.code for one in advice.hindered} == {Obstacle.TOO_FEW}


def test_a_method_that_has_left_the_library_is_no_trouble() -> None:
    situation = replace(NEW, history=past("basis", GONE))

    assert best(situation).method.id == "basis"


def test_a_circle_grows_with_its_meetings() -> None:
    grown = [
        level_of(replace(NEW, history=past(*methods), familiarity=Familiarity.MOST))
        for methods in (
            [],
            ["basis"] * 2,
            ["basis"] * 3,
            ["basis"] * 8,
            ["basis", "roddel"] * 2,
            ["basis", "roddel"] * 3,
        )
    ]

    assert grown == [
        Level.BEGINNER,
        Level.BEGINNER,
        Level.INTERMEDIATE,
        Level.INTERMEDIATE,
        Level.INTERMEDIATE,
        Level.ADVANCED,
    ]


def test_two_meetings_of_one_day_keep_the_order_in_which_they_are_told() -> None:
    day = tuple(PastMeeting(method, FIRST_EVENING) for method in ("roddel", "basis"))

    assert best(replace(NEW, history=day)).method.id == "basis"


def test_many_times_are_counted_in_figures() -> None:
    situation = replace(NEW, history=past(*["basis"] * 7))

    assert sentence(best(situation).reasons[0], "en").startswith("You did ‘Basic method’ 7 times.")


def test_what_is_repeated_for_each_presenter_takes_that_many_times_as_long() -> None:
    basis = BY_ID["basis"]
    second, last = (
        basis.phases[1],
        structs.replace(basis.phases[-1], next_presenter=Rotation(basis.phases[1].id)),
    )
    rotating = structs.replace(basis, phases=(*basis.phases[:-1], last))

    once = sum(phase.minutes.least for phase in rotating.phases)
    takes = minutes_of(rotating, 4).least

    assert second.id == last.next_presenter.to  # type: ignore[union-attr]  # made so above
    assert takes == basis.phases[0].minutes.least + 4 * (once - basis.phases[0].minutes.least)


@pytest.mark.parametrize("number", [0, 6])
def test_an_evaluation_outside_the_scale_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 5"):
        Evaluation(depth=number)
