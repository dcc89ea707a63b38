"""Looking for a method."""

from __future__ import annotations

from hypothesis import given, strategies as some

from kring.core.methods.load import load_library
from kring.core.methods.method import Exposure, Level, QuestionKind
from kring.core.methods.traits import Mood, mood_of
from kring.core.methods.wishes import Wishes, fits, fitting, loosenings

LIBRARY = load_library()

wishes = some.builds(
    Wishes,
    minutes=some.sampled_from([None, 15, 30, 45, 60]),
    people=some.sampled_from([None, 3, 5, 12]),
    level=some.sampled_from([None, *Level]),
    kind=some.sampled_from([None, *QuestionKind]),
    exposure=some.sampled_from([None, *Exposure]),
    mood=some.sampled_from([None, *Mood]),
    phone=some.booleans(),
    paper=some.booleans(),
)


def ids(wished: Wishes) -> set[str]:
    return {method.id for method in fitting(LIBRARY, wished)}


def test_without_wishes_everything_fits() -> None:
    assert fitting(LIBRARY, Wishes()) == LIBRARY


def test_three_people_in_a_quarter_of_an_hour() -> None:
    assert ids(Wishes(people=3, minutes=15)) == {"vijf-minuten"}


def test_a_round_of_presenters_counts_for_the_whole_circle() -> None:
    assert "troika" not in ids(Wishes(minutes=30))
    assert "troika" in ids(Wishes(minutes=45))


def test_quiet_methods_for_what_touches_somebody() -> None:
    found = fitting(LIBRARY, Wishes(mood=Mood.QUIET, kind=QuestionKind.EMOTION))

    assert found != ()
    assert {mood_of(method) for method in found} == {Mood.QUIET}


@given(wishes)
def test_a_wish_given_up_never_takes_a_method_away(wished: Wishes) -> None:
    for name in wished.made:
        assert ids(wished) <= ids(wished.without([name]))


@given(wishes)
def test_where_nothing_fits_each_loosening_gives_what_it_says(wished: Wishes) -> None:
    ways = loosenings(LIBRARY, wished)

    assert (ways == ()) == bool(fitting(LIBRARY, wished))
    assert [way.methods for way in ways] == [len(ids(wished.without(way.names))) for way in ways]
    assert len({len(way.names) for way in ways}) <= 1


@given(wishes)
def test_without_all_that_was_wished_there_is_no_wish(wished: Wishes) -> None:
    assert wished.without(wished.made) == Wishes()
    assert all(fits(method, wished.without(wished.made)) for method in LIBRARY)
