"""What is written: references, hidden cards and their reveal, ratings and ballots."""

from __future__ import annotations

from collections.abc import Iterator

from kring.core.methods.method import (
    Block,
    CardKind,
    Method,
    Mode,
    Phase,
    Role,
    Shown,
    ShownTo,
    Text,
    Writing,
)
from kring.core.methods.rules.finding import Finding, at, at_slot, slots

_FEWEST_CHOICES = 2
_PICKED = frozenset({CardKind.RATING, CardKind.BALLOT, CardKind.CHOICE})


def reveals_show_hidden_cards(of: Method | Block) -> Iterator[Finding]:
    """A reveal names cards of an earlier phase that are hidden until then."""
    for number, phase in enumerate(of.phases):
        for name in phase.reveals:
            found = _slot(of, name)
            place = at(phase, "reveals")
            if found is None:
                yield _unknown(place, name)
            elif found[0] >= number:
                yield Finding(
                    place,
                    Text(
                        nl=f"'{name}' wordt hier onthuld, maar pas in deze of een latere stap geschreven.",
                        en=f"'{name}' is revealed here, but written in this or a later step.",
                    ),
                    Text(
                        nl="Onthul de kaartjes in een stap ná die waarin ze geschreven worden.",
                        en="Reveal the cards in a step after the one in which they are written.",
                    ),
                )
            elif found[2].shown is not Shown.TOGETHER or found[2].shown_to is ShownTo.WRITER:
                yield Finding(
                    place,
                    Text(
                        nl=f"'{name}' valt hier niets te onthullen: die kaartjes zijn al te zien, of blijven van de schrijver.",
                        en=f"There is nothing to reveal of '{name}' here: those cards are visible already, or stay the writer's.",
                    ),
                    Text(
                        nl="Schrijf bij die kaartjes shown: together, of haal ze weg bij reveals.",
                        en="Write shown: together at those cards, or take them out of reveals.",
                    ),
                )


def hidden_cards_are_revealed_once(of: Method | Block) -> Iterator[Finding]:
    """What is written hidden comes out at one moment, and only once."""
    for number, phase, slot in slots(of):
        if slot.shown is not Shown.TOGETHER or slot.shown_to is ShownTo.WRITER:
            continue
        times = sum(later.reveals.count(slot.id) for later in of.phases[number + 1 :])
        if times != 1:
            yield Finding(
                at_slot(phase, slot, "shown"),
                Text(
                    nl=f"De kaartjes '{slot.id}' worden {times} keer onthuld.",
                    en=f"The cards '{slot.id}' are revealed {times} times.",
                ),
                Text(
                    nl=f"Schrijf reveals: [{slot.id}] in precies één latere stap.",
                    en=f"Write reveals: [{slot.id}] in exactly one later step.",
                ),
            )


def cards_are_about_earlier_ones(of: Method | Block) -> Iterator[Finding]:
    """One can answer or rate only what lies on the table and may be seen."""
    order = {slot.id: number for number, (_, _, slot) in reversed(list(enumerate(slots(of))))}
    for number, phase, slot in slots(of):
        if slot.about is None:
            continue
        place = at_slot(phase, slot, "about")
        found = _slot(of, slot.about)
        if found is None:
            yield _unknown(place, slot.about)
        elif order[slot.about] >= order[slot.id]:
            yield Finding(
                place,
                Text(
                    nl=f"'{slot.about}' is er nog niet als dit geschreven wordt.",
                    en=f"'{slot.about}' isn't there yet when this is written.",
                ),
                Text(nl="Verwijs naar kaartjes die eerder komen.", en="Refer to cards that come earlier."),
            )
        elif not _seen_by(of, found[2], slot, number):
            yield Finding(
                place,
                Text(
                    nl=f"Wie dit schrijft, kan '{slot.about}' nog niet zien.",
                    en=f"Whoever writes this can't see '{slot.about}' yet.",
                ),
                Text(
                    nl="Onthul die kaartjes eerst, of laat iemand schrijven die ze mag zien.",
                    en="Reveal those cards first, or let somebody write who may see them.",
                ),
            )


def labels_are_picked(of: Method | Block) -> Iterator[Finding]:
    """A rating picks a label for a card, a choice one for itself; what is written in words has none."""
    for _, phase, slot in slots(of):
        if slot.kind is CardKind.RATING and slot.about is None:
            yield Finding(
                at_slot(phase, slot, "about"),
                Text(nl="Een waardering zegt niet waarvan.", en="A rating doesn't say of what."),
                Text(
                    nl="Schrijf about: met het id van de kaartjes; is het een keuze op zichzelf, schrijf dan kind: choice.",
                    en="Write about: with the id of the cards; if it is a choice by itself, write kind: choice.",
                ),
            )
        if slot.kind is CardKind.CHOICE:
            yield from _by_itself(phase, slot)
        if slot.choices and slot.kind not in _PICKED:
            yield Finding(
                at_slot(phase, slot, "choices"),
                Text(
                    nl=f"Een kaartje van de soort '{slot.kind.value}' schrijf je, en kies je niet.",
                    en=f"A card of the kind '{slot.kind.value}' is written, not picked.",
                ),
                Text(
                    nl="Laat choices weg, of schrijf kind: choice, of kind: rating als het over andere kaartjes gaat.",
                    en="Leave out choices, or write kind: choice, or kind: rating if it is about other cards.",
                ),
            )
        is_label = slot.kind in (CardKind.RATING, CardKind.CHOICE) or bool(slot.choices)
        if is_label and len(slot.choices) < _FEWEST_CHOICES:
            yield Finding(
                at_slot(phase, slot, "choices"),
                Text(nl="Er valt niets te kiezen.", en="There is nothing to choose from."),
                Text(nl="Geef minstens twee woorden bij choices.", en="Give at least two words at choices."),
            )
    for phase in of.phases:
        kinds = {slot.kind for slot in phase.writing}
        if phase.floor.mode is Mode.RATING and CardKind.RATING not in kinds:
            yield Finding(
                at(phase, "writing"),
                Text(
                    nl="In deze stap wordt gewaardeerd, maar er is niets om mee te waarderen.",
                    en="This step is for rating, but there is nothing to rate with.",
                ),
                Text(nl="Voeg writing toe met kind: rating.", en="Add writing with kind: rating."),
            )


def _by_itself(phase: Phase, slot: Writing) -> Iterator[Finding]:
    if slot.about is not None:
        yield Finding(
            at_slot(phase, slot, "about"),
            Text(
                nl="Een keuze op zichzelf gaat niet over kaartjes.",
                en="A choice by itself isn't about cards.",
            ),
            Text(
                nl="Laat about weg, of schrijf kind: rating.",
                en="Leave out about, or write kind: rating.",
            ),
        )
    if slot.most != 1:
        yield Finding(
            at_slot(phase, slot, "most"),
            Text(nl="Je kiest er één.", en="One picks a single one."),
            Text(nl="Schrijf most: 1.", en="Write most: 1."),
        )


def votes_are_blind(of: Method | Block) -> Iterator[Finding]:
    """One hidden ballot each, without a name, for one of the cards or labels; counted later."""
    for number, phase in enumerate(of.phases):
        ballots = [slot for slot in phase.writing if slot.kind is CardKind.BALLOT]
        if phase.floor.mode is not Mode.VOTE:
            for slot in ballots:
                yield Finding(
                    at_slot(phase, slot, "kind"),
                    Text(nl="Een stembriefje buiten een stemming.", en="A ballot outside a vote."),
                    Text(
                        nl="Schrijf mode: vote, of kies een ander kind.",
                        en="Write mode: vote, or choose another kind.",
                    ),
                )
            continue
        if len(ballots) != 1:
            yield Finding(
                at(phase, "writing"),
                Text(
                    nl=f"Deze stemming heeft {len(ballots)} soorten stembriefjes.",
                    en=f"This vote has {len(ballots)} sorts of ballots.",
                ),
                Text(nl="Geef er precies één, met kind: ballot.", en="Give exactly one, with kind: ballot."),
            )
            continue
        yield from _blind(of, number, phase, ballots[0])


def _blind(of: Method | Block, number: int, phase: Phase, ballot: Writing) -> Iterator[Finding]:
    if ballot.most != 1 or ballot.named or ballot.shown is not Shown.TOGETHER:
        yield Finding(
            at_slot(phase, ballot),
            Text(nl="Zo is de stemming niet geheim.", en="Like this the vote isn't secret."),
            Text(
                nl="Schrijf most: 1, named: false en shown: together.",
                en="Write most: 1, named: false and shown: together.",
            ),
        )
    if (ballot.about is None) is not bool(ballot.choices):
        yield Finding(
            at_slot(phase, ballot, "about"),
            Text(
                nl="Er wordt gestemd, maar niet over één ding: kaartjes of woorden.",
                en="There is a vote, but not on one thing: cards or labels.",
            ),
            Text(
                nl="Schrijf about: met het id van de kaartjes, of choices: met de woorden om uit te kiezen.",
                en="Write about: with the id of the cards, or choices: with the labels to choose from.",
            ),
        )
    found = None if ballot.about is None else _slot(of, ballot.about)
    if found is None or found[2].kind is not CardKind.OFFER:
        return
    counted = [later for later in of.phases[number + 1 :] if ballot.id in later.reveals]
    if not any(later.chooses_presenter for later in counted):
        yield Finding(
            at_slot(phase, ballot, "id"),
            Text(
                nl="De uitslag van deze stemming leidt niet tot een keuze.",
                en="This vote doesn't lead to a choice.",
            ),
            Text(
                nl=f"Geef een latere stap reveals: [{ballot.id}] en chooses_presenter: true.",
                en=f"Give a later step reveals: [{ballot.id}] and chooses_presenter: true.",
            ),
        )


def _slot(of: Method | Block, name: str) -> tuple[int, Phase, Writing] | None:
    return next((found for found in slots(of) if found[2].id == name), None)


def _seen_by(of: Method | Block, card: Writing, writer: Writing, number: int) -> bool:
    """Whether all who write the one may see the other by then. What one wrote oneself one always sees."""
    if set(card.by) == set(writer.by) and len(card.by) == 1 and card.by[0] is not Role.PEERS:
        return True
    if card.shown_to is ShownTo.WRITER:
        return False
    if card.shown_to is ShownTo.PRESENTER and set(writer.by) != {Role.PRESENTER}:
        return False
    if card.shown is Shown.AT_ONCE:
        return True
    return any(card.id in phase.reveals for phase in of.phases[: number + 1])


def _unknown(place: tuple[str, ...], name: str) -> Finding:
    return Finding(
        place,
        Text(nl=f"Er zijn geen kaartjes '{name}'.", en=f"There are no cards '{name}'."),
        Text(
            nl="Kijk of het id hetzelfde gespeld is als bij writing.",
            en="See whether the id is spelled as it is at writing.",
        ),
    )
