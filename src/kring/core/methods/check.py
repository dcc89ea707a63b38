"""Whether a method keeps the rules of the craft that its types can't hold. Each rule comes with its remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kring.core.methods.faults import Fault
from kring.core.methods.method import Block, Method
from kring.core.methods.rules import cards, floor, minutes, order, words
from kring.core.methods.rules.finding import Finding, Rule

_OF_PHASES: tuple[Rule, ...] = (
    words.ids_are_words,
    words.ids_are_unique,
    words.texts_say_something,
    words.languages_differ,
    minutes.minutes_go_up,
    minutes.numbers_make_sense,
    floor.rows_are_filled,
    floor.mode_has_its_speakers,
    floor.mode_has_what_it_needs,
    floor.silent_are_silent,
    floor.absent_presenter_is_silent,
    cards.reveals_show_hidden_cards,
    cards.hidden_cards_are_revealed_once,
    cards.cards_are_about_earlier_ones,
    cards.labels_are_picked,
    cards.votes_are_blind,
    order.ways_back_lead_back,
    order.parts_are_taken_off,
)

_OF_METHODS: tuple[Callable[[Method], Iterator[Finding]], ...] = (
    minutes.method_fits_a_meeting,
    floor.group_is_a_circle,
    floor.small_groups_fill,
    order.advice_follows_questions,
    order.presenter_has_the_last_word,
)


def faults_of_method(
    method: Method, file: str = "", taken: frozenset[str] = frozenset()
) -> tuple[Fault, ...]:
    """
    Every rule that a method breaks, in the order of the rules.

    Args:
        method: What to check.
        file: What to call it in the faults; its id where it has no file.
        taken: Ids of phases and cards that the blocks around the method use already.
    """
    return tuple(fault for _, fault in findings_of_method(method, file or method.id, taken))


def findings_of_method(
    method: Method, file: str, taken: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Fault]]:
    """The same, each with the name of the rule that found it."""
    for rule in _OF_PHASES:
        yield from _named(rule, rule(method), file)
    yield from _named(words.ids_are_free, words.ids_are_free(method, taken), file)
    for whole in _OF_METHODS:
        yield from _named(whole, whole(method), file)


def faults_of_block(block: Block, file: str = "") -> tuple[Fault, ...]:
    """Every rule that a block breaks; the rules on a whole case don't hold for it."""
    return tuple(finding.in_file(file or block.id) for rule in _OF_PHASES for finding in rule(block))


def _named(rule: Callable[..., object], found: Iterable[Finding], file: str) -> Iterator[tuple[str, Fault]]:
    return ((rule.__name__, finding.in_file(file)) for finding in found)
