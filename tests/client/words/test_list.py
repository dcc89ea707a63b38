"""The Dutch control words: short, kind, and never alike to the ear."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from scripts.words import make_words
from scripts.words.ear import EARS, SHORT_SOUNDS, Ear, sounds, stems, turned
from scripts.words.make_words import Candidate, TooFewWords, choose, read_candidates

# Each of these is a good Dutch word that would jar when four people read it aloud over somebody's hard case.
AVOIDED = frozenset(
    "dood graf kist urn krans rouw traan pijn ziek wond bloed pil spuit kanker "
    "mes zwaard bom kogel pistool geweer soldaat tank oorlog strop galg val moord "
    "kont bil borst eikel pik lul kut hoer zak doos gat kruis naakt wippen naaien drol poep "
    "ezel varken zwijn aap rat slang teef trut heks sul sukkel boer gek dom lam mal "
    "god duivel hel engel kerk moskee tempel pelgrim slavin neger moorkop zigeuner jood "
    "partij leger vlucht grens kamp cel boei straf ruzie schuld bier wijn borrel baby weduwe".split()
)


def written() -> list[str]:
    return make_words.LIST.read_text(encoding="utf-8").splitlines()


def test_eleven_bits_a_word() -> None:
    words = written()

    assert len(words) == 2048
    assert words == sorted(set(words))


def test_words_are_short_and_plain() -> None:
    assert [word for word in written() if not re.fullmatch("[a-z]{3,8}", word)] == []


def test_file_ends_every_line_alike() -> None:
    content = make_words.LIST.read_bytes()

    assert content.endswith(b"\n")
    assert b"\r" not in content


def test_no_word_that_jars_even_among_the_candidates() -> None:
    assert AVOIDED.isdisjoint(written())
    assert AVOIDED.isdisjoint(candidate.word for candidate in read_candidates())


def test_no_two_words_sound_the_same() -> None:
    assert len({sounds(word) for word in written()}) == 2048


def test_no_two_forms_of_one_word_and_none_turned_round() -> None:
    kin = defaultdict(set)
    for word in written():
        for sign in {*stems(word), f"turned {turned(word)}"}:
            kin[sign].add(word)

    assert [sorted(words) for words in kin.values() if len(words) > 1] == []


@pytest.mark.parametrize("ear", EARS, ids=lambda ear: ear.misses)
def test_every_two_words_differ_in_two_sounds_for_each_ear(ear: Ear) -> None:
    by_length = defaultdict(list)
    for word in written():
        by_length[len(ear.hears(word))].append(ear.hears(word))

    for length, heard in by_length.items():
        assert len(heard) == len(set(heard))
        if length > SHORT_SOUNDS:
            assert_two_replaced(heard)
        assert_more_than_one_left_out(by_length.get(length - 1, []), heard)


def assert_two_replaced(heard: list[str]) -> None:
    """With any one place made blank no two are the same."""
    for place in range(len(heard[0])):
        blanked = [word[:place] + "." + word[place + 1 :] for word in heard]
        assert len(blanked) == len(set(blanked))


def assert_more_than_one_left_out(shorter: list[str], longer: list[str]) -> None:
    """No word is another with one sound left out."""
    left = {word[:place] + word[place + 1 :] for word in longer for place in range(len(word))}
    assert left.isdisjoint(shorter)


def test_the_candidates_give_this_list_and_no_other(tmp_path: Path) -> None:
    again = tmp_path / "nl.txt"

    assert make_words.main(["--to", str(again)]) == 0
    assert again.read_bytes() == make_words.LIST.read_bytes()


def test_every_loanword_is_a_candidate() -> None:
    lines = (make_words.HERE / "loanwords.txt").read_text(encoding="utf-8").splitlines()[1:]

    assert {line.split()[0] for line in lines} <= {candidate.word for candidate in read_candidates()}


def test_what_is_left_out_says_why() -> None:
    proposed = [("tak", 0), ("pak", 1), ("tak", 2), ("zee", 3), ("café", 4), ("olifant", 5), ("paraplu", 6)]
    choice = choose([Candidate(word, "proef", place) for word, place in proposed], how_many=2)

    assert choice.taken == ("tak", "olifant")
    assert [(candidate.word, reason) for candidate, reason in choice.left] == [
        ("pak", "alike to the ear: tak"),
        ("tak", "in another theme already"),
        ("zee", "too little to hear"),
        ("café", "not three to eight plain letters"),
        ("paraplu", "the list is full"),
    ]


def test_too_few_candidates_tell_how_many_are_missing() -> None:
    with pytest.raises(TooFewWords, match=r"^2047$"):
        choose([Candidate("tak", "proef", 0)])


def test_a_dictionary_refuses_what_it_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dictionary = tmp_path / "dictionary"
    dictionary.write_text("\n".join(written()[1:]), encoding="utf-8")

    assert make_words.main(["--to", str(tmp_path / "nl.txt"), "--dictionary", str(dictionary)]) == 1
    assert capsys.readouterr().err == f"Not in the dictionary: {written()[0]}\n"
    assert not (tmp_path / "nl.txt").exists()
