"""The rules that a questionnaire keeps, beyond its shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kring.core.evaluation.questionnaire import About, Questionnaire
from kring.core.methods.faults import Fault
from kring.core.methods.method import Text

MOST_ITEMS = 16  # what one answers on a phone without sighing; some three minutes


def faults_of(questionnaire: Questionnaire, file: str) -> tuple[Fault, ...]:
    """Of one file."""
    return tuple(_of_items(questionnaire, file))


def faults_among(questionnaires: Sequence[Questionnaire]) -> tuple[Fault, ...]:
    """Of files together: a word says the same in each, and what one is shown beside is there."""
    return (*_other_words(questionnaires), *_beside_nothing(questionnaires))


def _of_items(questionnaire: Questionnaire, file: str) -> Iterator[Fault]:
    if not 1 <= len(questionnaire.items) <= MOST_ITEMS:
        yield Fault(
            file,
            ("items",),
            Text(
                nl=f"Er staan {len(questionnaire.items)} zinnen in.",
                en=f"There are {len(questionnaire.items)} sentences in it.",
            ),
            Text(
                nl=f"Vraag er minstens één en hooguit {MOST_ITEMS}.",
                en=f"Ask at least one and at most {MOST_ITEMS}.",
            ),
        )
    for id, times in Counter(questionnaire.ids).items():
        if times > 1:
            yield Fault(
                file,
                ("items", id),
                Text(
                    nl=f"Het id '{id}' staat er {times} keer.",
                    en=f"The id '{id}' stands there {times} times.",
                ),
                Text(nl="Geef elke zin een eigen id.", en="Give each sentence an id of its own."),
            )
    order = list(About)
    places = [order.index(item.about) for item in questionnaire.items]
    if places != sorted(places):
        yield Fault(
            file,
            ("items",),
            Text(
                nl="Zinnen over hetzelfde staan niet bij elkaar.",
                en="Sentences about one thing aren't together.",
            ),
            Text(
                nl="Zet ze in deze volgorde: " + ", ".join(about.value for about in order) + ".",
                en="Put them in this order: " + ", ".join(about.value for about in order) + ".",
            ),
        )


def _other_words(questionnaires: Sequence[Questionnaire]) -> Iterator[Fault]:
    said: dict[str, tuple[str, Text]] = {}
    for one in questionnaires:
        for item in one.items:
            first, words = said.setdefault(item.id, (one.id, item.says))
            if words != item.says:
                yield Fault(
                    one.id,
                    ("items", item.id, "says"),
                    Text(
                        nl=f"In {first} zegt '{item.id}' iets anders.",
                        en=f"In {first} '{item.id}' says something else.",
                    ),
                    Text(
                        nl="Neem dezelfde woorden, of een ander id: antwoorden worden naast elkaar gezet.",
                        en="Take the same words, or another id: answers are put beside each other.",
                    ),
                )


def _beside_nothing(questionnaires: Sequence[Questionnaire]) -> Iterator[Fault]:
    first = {one.id for one in questionnaires if not one.beside}
    for one in questionnaires:
        if one.beside and one.beside not in first:
            yield Fault(
                one.id,
                ("beside",),
                Text(
                    nl=f"'{one.beside}' is geen eerdere vragenlijst.",
                    en=f"'{one.beside}' isn't an earlier questionnaire.",
                ),
                Text(
                    nl="Kies een van: " + ", ".join(sorted(first)) + ".",
                    en="Choose one of: " + ", ".join(sorted(first)) + ".",
                ),
            )
