import pytest

from kring.client.companions.lines import Lines, script
from kring.core.methods.method import CardKind

CHOSEN_NOT_WRITTEN = {CardKind.RATING, CardKind.BALLOT, CardKind.CHOICE}


@pytest.mark.parametrize("kind", set(CardKind) - CHOSEN_NOT_WRITTEN)
def test_there_is_something_to_say_on_every_card_in_both_languages(kind: CardKind) -> None:
    texts = script().shared[kind]

    assert len(texts.nl) == len(texts.en) > 0


def test_everybody_has_a_case_of_their_own() -> None:
    said = [Lines(place, 5).next(CardKind.OFFER) for place in range(5)]

    assert len(set(said)) == 5


def test_the_meeting_decides_about_the_language() -> None:
    lines = Lines(0, 4)
    lines.language = "en"

    assert lines.next(CardKind.OFFER).startswith("A parent rings me")


@pytest.mark.parametrize(
    "line", [line for texts in script().shared.values() for line in (*texts.nl, *texts.en)]
)
def test_lines_are_calm(line: str) -> None:
    assert "!" not in line
    assert line[-1] in ".?"
