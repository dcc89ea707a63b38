"""Ids and texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from kring.core.methods.method import Block, Method, Text
from kring.core.methods.rules.finding import Finding, at, at_slot, slots

_WORD = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
_LABEL = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")  # a label may be a figure on a scale
_LONG_ENOUGH_TO_DIFFER = 3  # words; a name such as 'Incident' or 'Balint' may be the same in both languages

Place = tuple[str, ...]


def ids_are_words(of: Method | Block) -> Iterator[Finding]:
    """An id is lower case, so that it can stand in an address and in a translation table."""
    for place, word in _ids(of):
        pattern = _LABEL if "choices" in place else _WORD
        if not pattern.fullmatch(word):
            yield Finding(
                place,
                Text(nl=f"'{word}' is geen bruikbaar id.", en=f"'{word}' is no usable id."),
                Text(
                    nl="Neem kleine letters zonder accenten, begin met een letter, en verbind met - of _: eerste_ronde.",
                    en="Use lower case without accents, begin with a letter, and join with - or _: first_round.",
                ),
            )


def ids_are_unique(of: Method | Block) -> Iterator[Finding]:
    """Phases and cards are called by their id: two with the same one can't be told apart."""
    yield from _twice([(at(phase, "id"), phase.id) for phase in of.phases])
    yield from _twice([(at_slot(phase, slot, "id"), slot.id) for _, phase, slot in slots(of)])
    for phase in of.phases:
        yield from _twice([(at(phase, "parts", part.id, "id"), part.id) for part in phase.parts])
        for slot in phase.writing:
            places = [
                (at_slot(phase, slot, "choices", choice.id, "id"), choice.id) for choice in slot.choices
            ]
            yield from _twice(places)


def ids_are_free(of: Method | Block, taken: frozenset[str]) -> Iterator[Finding]:
    """What else runs in the same meeting has ids of its own; those are taken."""
    ids = [(at(phase, "id"), phase.id) for phase in of.phases]
    ids += [(at_slot(phase, slot, "id"), slot.id) for _, phase, slot in slots(of)]
    for place, word in ids:
        if word in taken:
            yield Finding(
                place,
                Text(
                    nl=f"'{word}' is al in gebruik in een ander deel van de bijeenkomst.",
                    en=f"'{word}' is used in another part of the meeting already.",
                ),
                Text(nl="Kies een ander id.", en="Choose another id."),
            )


def texts_say_something(of: Method | Block) -> Iterator[Finding]:
    """Every text is there, in both languages."""
    for place, text in _texts(of, ()):
        for language, words in (("nl", text.nl), ("en", text.en)):
            if not words.strip():
                yield Finding(
                    (*place, language),
                    Text(nl="Deze tekst is leeg.", en="This text is empty."),
                    Text(
                        nl="Schrijf hem in allebei de talen; iemand in de kring leest hem voor.",
                        en="Write it in both languages; somebody in the circle reads it aloud.",
                    ),
                )


def languages_differ(of: Method | Block) -> Iterator[Finding]:
    """The same sentence in both languages is one that wasn't translated yet, unless one language is all that is meant."""
    if isinstance(of, Method) and len(set(of.languages)) == 1:
        return
    for place, text in _texts(of, ()):
        if text.nl.strip() == text.en.strip() and len(text.nl.split()) >= _LONG_ENOUGH_TO_DIFFER:
            yield Finding(
                (*place, "en"),
                Text(
                    nl="De Nederlandse en de Engelse tekst zijn gelijk.",
                    en="The Dutch and the English text are the same.",
                ),
                Text(nl="Vertaal een van de twee.", en="Translate one of the two."),
            )


def _ids(of: Method | Block) -> Iterator[tuple[Place, str]]:
    yield ("id",), of.id
    for phase in of.phases:
        yield at(phase, "id"), phase.id
        for part in phase.parts:
            yield at(phase, "parts", part.id, "id"), part.id
        for slot in phase.writing:
            yield at_slot(phase, slot, "id"), slot.id
            for choice in slot.choices:
                yield at_slot(phase, slot, "choices", choice.id, "id"), choice.id


def _twice(ids: list[tuple[Place, str]]) -> Iterator[Finding]:
    counted = Counter(word for _, word in ids)
    for place, word in {word: (place, word) for place, word in ids}.values():
        if counted[word] > 1:
            yield Finding(
                place,
                Text(
                    nl=f"Het id '{word}' komt {counted[word]} keer voor.",
                    en=f"The id '{word}' occurs {counted[word]} times.",
                ),
                Text(
                    nl="Geef elk een eigen id, en pas aan wat ernaar verwijst.",
                    en="Give each an id of its own, and change what refers to it.",
                ),
            )


def _texts(thing: object, place: Place) -> Iterator[tuple[Place, Text]]:
    if isinstance(thing, Text):
        yield place, thing
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            yield from _texts(getattr(thing, name), (*place, name))
    elif isinstance(thing, tuple):
        for number, item in enumerate(thing, start=1):
            yield from _texts(item, (*place, str(getattr(item, "id", number))))
