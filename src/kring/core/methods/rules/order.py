"""What comes before what: ways back, questions before advice, parts off, the presenter's last word."""

from __future__ import annotations

from collections.abc import Iterator

from kring.core.methods.method import About, Block, CardKind, Method, Mode, Phase, Role, Text
from kring.core.methods.rules.finding import Finding, at, at_slot

_QUESTION_MODES = frozenset(
    {Mode.QUESTION_AND_ANSWER, Mode.LISTED_QUESTIONS, Mode.INTERVIEW, Mode.STATEMENT_WHEN_ASKED}
)


def ways_back_lead_back(of: Method | Block) -> Iterator[Finding]:
    """A loop or a rotation returns to a phase that was there already."""
    names = [phase.id for phase in of.phases]
    for number, phase in enumerate(of.phases):
        ways = [("loop", phase.loop), ("next_presenter", phase.next_presenter)]
        for name, way in ways:
            if way is not None and way.to not in names[: number + 1]:
                yield Finding(
                    at(phase, name, "to"),
                    Text(
                        nl=f"'{way.to}' is geen stap waar je al geweest bent.",
                        en=f"'{way.to}' isn't a step that one has been to.",
                    ),
                    Text(
                        nl="Schrijf het id van deze of een eerdere stap.",
                        en="Write the id of this or an earlier step.",
                    ),
                )


def parts_are_taken_off(of: Method | Block) -> Iterator[Finding]:
    """Nobody goes home in somebody else's part."""
    played = [number for number, phase in enumerate(of.phases) if phase.parts]
    off = [number for number, phase in enumerate(of.phases) if phase.takes_off_parts]
    if played and not any(number >= played[-1] for number in off):
        yield Finding(
            at(of.phases[played[-1]], "parts"),
            Text(
                nl="Na het rollenspel stapt niemand uit zijn rol.",
                en="Nobody steps out of their part after the role play.",
            ),
            Text(
                nl="Geef een latere stap takes_off_parts: true, en laat ieder zeggen wie die weer is.",
                en="Give a later step takes_off_parts: true, and let each say who they are again.",
            ),
        )
    for number in off:
        if not any(earlier <= number for earlier in played):
            yield Finding(
                at(of.phases[number], "takes_off_parts"),
                Text(nl="Er is nog geen rol gespeeld.", en="No part has been played yet."),
                Text(
                    nl="Haal dit weg, of zet het ná het rollenspel.",
                    en="Remove it, or put it after the role play.",
                ),
            )


def advice_follows_questions(method: Method) -> Iterator[Finding]:
    """First analyse, then advise (product rule 14)."""
    asked = False
    for phase in method.phases:
        for slot in phase.writing:
            if slot.kind is CardKind.ADVICE and not asked:
                yield Finding(
                    at_slot(phase, slot, "kind"),
                    Text(
                        nl="Hier is advies voordat er iets gevraagd is.",
                        en="There is advice here before anything was asked.",
                    ),
                    Text(
                        nl="Zet er een stap voor waarin vragen gesteld worden, of kies een ander kind.",
                        en="Put a step before it in which questions are asked, or choose another kind.",
                    ),
                )
        asked = asked or _asks(phase)


def presenter_has_the_last_word(method: Method) -> Iterator[Finding]:
    """The last phase on the case is the presenter's: alone with the floor, or answering."""
    on_case = [phase for phase in method.phases if phase.about is About.CASE]
    if not on_case:
        return
    last = on_case[-1]
    speaks = last.floor.mode is Mode.MONOLOGUE and last.floor.speakers == (Role.PRESENTER,)
    answers = last.floor.answered_by is Role.PRESENTER
    if not (speaks or answers):
        yield Finding(
            at(last, "floor"),
            Text(
                nl="Dit is de laatste stap over de casus, en de inbrenger heeft er niet het laatste woord.",
                en="This is the last step on the case, and the presenter doesn't have the last word in it.",
            ),
            Text(
                nl="Sluit af met een monologue van [presenter]. Gaat de stap niet meer over de casus, schrijf dan about: learning of process.",
                en="End with a monologue of [presenter]. If the step isn't about the case any more, write about: learning or process.",
            ),
        )
    elif last.optional:
        yield Finding(
            at(last, "optional"),
            Text(
                nl="Het laatste woord van de inbrenger kan hier vervallen.",
                en="The presenter's last word may be skipped here.",
            ),
            Text(
                nl="Haal optional weg; zwijgen mag altijd.",
                en="Remove optional; staying silent is always fine.",
            ),
        )


def _asks(phase: Phase) -> bool:
    return phase.floor.mode in _QUESTION_MODES or any(
        slot.kind is CardKind.QUESTION for slot in phase.writing
    )
