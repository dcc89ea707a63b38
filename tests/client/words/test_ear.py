"""What a listener hears, and which words they may mistake for each other."""

import pytest
from hypothesis import given, strategies

from scripts.words.ear import EARS, alike, sounds, traces
from scripts.words.make_words import read_candidates

CANDIDATES = sorted({candidate.word for candidate in read_candidates()})
words = strategies.sampled_from(CANDIDATES) | strategies.text("abdeginoprstuvz", min_size=3, max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("ijs", "eis"), ("kous", "kaus"), ("hond", "hont"), ("web", "wep"), ("vee", "fee"), ("zee", "see")),
        *(("lachen", "lagen"), ("thee", "tee"), ("cent", "sent"), ("lopen", "lope"), ("cadeau", "kadoo")),
    ],
)
def test_homophones_sound_the_same(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


def test_loanwords_sound_as_they_are_said() -> None:
    assert sounds("bungalow") == sounds("bungaloo")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tak", "pak"),  # a thin line loses where in the mouth a sound is made
        ("kat", "kant"),  # one sound more
        ("water", "wader"),  # voice
        ("boeren", "buren"),  # who learned Dutch later hears oe in uu
        ("trommel", "drommel"),
        ("hond", "honden"),
        ("huis", "huizen"),
        ("regen", "regentje"),
        ("horloge", "horloges"),
        ("danser", "danseres"),
        ("buslijn", "lijnbus"),
    ],
)
def test_words_that_are_easily_confused_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("kat", "bos"), ("appel", "anker"), ("tuinman", "vliegveld")])
def test_words_with_little_in_common_are_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


@given(one=words, other=words)
def test_likeness_goes_both_ways_and_leaves_a_trace(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert not alike(one, other) or not traces(one).isdisjoint(traces(other))


@given(words)
def test_a_word_is_like_itself(word: str) -> None:
    assert alike(word, word)


def test_no_sound_is_in_two_families_of_one_ear() -> None:
    for ear in EARS:
        heard = "".join(ear.families)
        assert len(heard) == len(set(heard))
