"""Who speaks, who is silent, and what each way of holding the floor needs."""

from __future__ import annotations

from collections.abc import Iterator

from kring.core.methods.method import Block, Method, Mode, Phase, Place, Role, ShownTo, Text
from kring.core.methods.rules.finding import Finding, ForGroup, at, at_slot

_NOBODY_SPEAKS = frozenset({Mode.SILENT_WRITING, Mode.STILLNESS, Mode.VOTE})
_MAY_BE_QUIET = frozenset({Mode.REVEAL, Mode.RATING})
_ONE_SPEAKER = frozenset({Mode.MONOLOGUE, Mode.INTERVIEW})
_ANSWERED = frozenset({Mode.QUESTION_AND_ANSWER, Mode.INTERVIEW})
_IN_TURN = (Mode.LISTED_QUESTIONS, Mode.QUESTION_AND_ANSWER, Mode.ROLE_PLAY)
_ACTED = (Mode.ROLE_PLAY, Mode.INTERVIEW)
_GROUP_SIZES = (2, 3)
_SMALLEST_CIRCLE, _LARGEST_CIRCLE = 3, 12  # from the trio to the largest group in the sources


def rows_are_filled(of: Method | Block) -> Iterator[Finding]:
    """Lists that mean nothing when they are empty."""
    if not of.phases:
        yield _empty(("phases",), "één stap", "one step")
    for phase in of.phases:
        for slot in phase.writing:
            if not slot.by:
                yield _empty(at_slot(phase, slot, "by"), "één rol", "one role")
        if not phase.end_by:
            yield _empty(at(phase, "end_by"), "één rol", "one role")
        if phase.loop is not None and not phase.loop.decided_by:
            yield _empty(at(phase, "loop", "decided_by"), "één rol", "one role")
    if isinstance(of, Method) and not of.suits:
        yield _empty(("suits",), "één soort vraag", "one kind of question")
    if isinstance(of, Method) and not of.languages:
        yield _empty(("languages",), "één taal", "one language")


def mode_has_its_speakers(of: Method | Block) -> Iterator[Finding]:
    """In each mode as many roles speak as it needs: none, one, or some."""
    for phase in of.phases:
        mode, count = phase.floor.mode, len(set(phase.floor.speakers))
        if mode in _NOBODY_SPEAKS and count:
            yield _speakers(
                phase,
                Text(nl=f"In '{mode.value}' spreekt niemand.", en=f"Nobody speaks in '{mode.value}'."),
                Text(nl="Laat speakers weg.", en="Leave out speakers."),
            )
        elif mode in _ONE_SPEAKER and count != 1:
            yield _speakers(
                phase,
                Text(
                    nl=f"In '{mode.value}' heeft precies één rol het woord.",
                    en=f"In '{mode.value}' exactly one role has the floor.",
                ),
                Text(
                    nl="Schrijf één rol, of kies round_robin of open_floor.",
                    en="Write one role, or choose round_robin or open_floor.",
                ),
            )
        elif mode not in _NOBODY_SPEAKS | _MAY_BE_QUIET and not count:
            yield _speakers(
                phase,
                Text(
                    nl=f"In '{mode.value}' moet iemand spreken.", en=f"Somebody must speak in '{mode.value}'."
                ),
                Text(
                    nl="Schrijf bij speakers welke rollen het woord krijgen, bijvoorbeeld [peers].",
                    en="Write at speakers which roles get the floor, for example [peers].",
                ),
            )


def mode_has_what_it_needs(of: Method | Block) -> Iterator[Finding]:
    """Answers need somebody who answers, groups a size, a role play its parts, and only those."""
    for phase in of.phases:
        yield from _answers(phase)
        yield from _sizes(phase)
        yield from _questions(phase)
        mode = phase.floor.mode
        if mode is Mode.ROLE_PLAY and not phase.parts:
            yield _empty(at(phase, "parts"), "één rol om te spelen", "one part to play")
        if mode not in _ACTED and phase.parts:
            yield _only_in(at(phase, "parts"), *_ACTED)
        if mode is Mode.SILENT_WRITING and not phase.writing:
            yield _empty(at(phase, "writing"), "één ding om te schrijven", "one thing to write")
        if mode is Mode.REVEAL and not phase.reveals:
            yield _empty(at(phase, "reveals"), "één soort kaartjes", "one sort of cards")


def silent_are_silent(of: Method | Block) -> Iterator[Finding]:
    """Whoever must be silent neither speaks, answers nor writes to others."""
    for phase in of.phases:
        for role in phase.silent:
            nl = f"'{role.value}' zwijgt hier"
            en = f"'{role.value}' is silent here"
            yield from _has_a_voice(phase, role, nl, en)
        if phase.floor.mode is Mode.STILLNESS:
            for slot in phase.writing:
                if slot.shown_to is not ShownTo.WRITER:
                    yield Finding(
                        at_slot(phase, slot, "shown_to"),
                        Text(
                            nl="In de stilte schrijft niemand aan anderen.",
                            en="Nobody writes to others in the stillness.",
                        ),
                        Text(
                            nl="Schrijf shown_to: writer, of kies silent_writing.",
                            en="Write shown_to: writer, or choose silent_writing.",
                        ),
                    )


def absent_presenter_is_silent(of: Method | Block) -> Iterator[Finding]:
    """Turned away or out of the room, the presenter has a notebook and nothing else."""
    for phase in of.phases:
        if phase.presenter_place is not Place.IN_THE_CIRCLE and Role.PRESENTER not in phase.silent:
            yield from _has_a_voice(
                phase,
                Role.PRESENTER,
                "De inbrenger zit hier apart",
                "The presenter sits apart here",
            )


def group_is_a_circle(of: ForGroup) -> Iterator[Finding]:
    """From a trio up, and the least isn't more than the most."""
    least, most = of.group.least, of.group.most
    if not _SMALLEST_CIRCLE <= least <= most <= _LARGEST_CIRCLE:
        yield Finding(
            ("group",),
            Text(
                nl=f"Een groep van {least} tot {most} kan niet.",
                en=f"A group of {least} to {most} isn't possible.",
            ),
            Text(
                nl=f"Kies least en most tussen {_SMALLEST_CIRCLE} en {_LARGEST_CIRCLE}, least het kleinst.",
                en=f"Choose least and most between {_SMALLEST_CIRCLE} and {_LARGEST_CIRCLE}, least the smaller.",
            ),
        )


def small_groups_fill(of: ForGroup) -> Iterator[Finding]:
    """In the smallest circle there is still one whole small group. An observer is never counted on."""
    for phase in of.phases:
        size = phase.floor.group_size
        if phase.floor.mode is not Mode.SMALL_GROUPS or size is None:
            continue
        speakers = set(phase.floor.speakers)
        outside = len({Role.PRESENTER, Role.FACILITATOR} - speakers)
        people = of.group.least - outside
        if people < size:
            yield Finding(
                at(phase, "floor", "group_size"),
                Text(
                    nl=f"Met {of.group.least} mensen blijven er {people} over: te weinig voor een groepje van {size}.",
                    en=f"With {of.group.least} people there are {people} left: too few for a small group of {size}.",
                ),
                Text(
                    nl="Maak de groepjes kleiner, of verhoog group › least.",
                    en="Make the small groups smaller, or raise group › least.",
                ),
            )


def _has_a_voice(phase: Phase, role: Role, nl: str, en: str) -> Iterator[Finding]:
    if role in phase.floor.speakers:
        yield Finding(
            at(phase, "floor", "speakers"),
            Text(nl=f"{nl}, maar krijgt ook het woord.", en=f"{en}, but gets the floor as well."),
            Text(
                nl=f"Haal {role.value} weg bij speakers, of geef die rol een stem.",
                en=f"Take {role.value} out of speakers, or give that role a voice.",
            ),
        )
    if role is phase.floor.answered_by:
        yield Finding(
            at(phase, "floor", "answered_by"),
            Text(nl=f"{nl}, maar moet ook antwoorden.", en=f"{en}, but has to answer as well."),
            Text(
                nl=f"Laat een ander antwoorden, of geef {role.value} een stem.",
                en=f"Let somebody else answer, or give {role.value} a voice.",
            ),
        )
    for slot in phase.writing:
        if role in slot.by and slot.shown_to is not ShownTo.WRITER:
            yield Finding(
                at_slot(phase, slot, "by"),
                Text(nl=f"{nl}, maar schrijft ook aan anderen.", en=f"{en}, but writes to others as well."),
                Text(
                    nl=f"Haal {role.value} weg bij by, of schrijf shown_to: writer.",
                    en=f"Take {role.value} out of by, or write shown_to: writer.",
                ),
            )


def _answers(phase: Phase) -> Iterator[Finding]:
    floor, place = phase.floor, at(phase, "floor", "answered_by")
    if floor.mode in _ANSWERED and floor.answered_by is None:
        yield Finding(
            place,
            Text(
                nl="Er wordt gevraagd, maar er is niemand die antwoordt.",
                en="Questions are asked, but nobody answers.",
            ),
            Text(nl="Schrijf answered_by: presenter.", en="Write answered_by: presenter."),
        )
    elif floor.mode in _ANSWERED and floor.answered_by in floor.speakers:
        yield Finding(
            place,
            Text(nl="Wie antwoordt, stelt ook de vragen.", en="Whoever answers asks the questions, too."),
            Text(
                nl="Haal die rol weg bij speakers, of laat een ander antwoorden.",
                en="Take that role out of speakers, or let somebody else answer.",
            ),
        )
    elif floor.mode not in _ANSWERED and floor.answered_by is not None:
        yield _only_in(place, *sorted(_ANSWERED, key=lambda mode: mode.value))


def _questions(phase: Phase) -> Iterator[Finding]:
    floor = phase.floor
    if floor.in_turn and floor.mode not in _IN_TURN:
        yield _only_in(at(phase, "floor", "in_turn"), *_IN_TURN)
    if floor.most_in_a_row is not None and floor.mode is not Mode.QUESTION_AND_ANSWER:
        yield _only_in(at(phase, "floor", "most_in_a_row"), Mode.QUESTION_AND_ANSWER)
    if floor.most_questions is not None and floor.mode is not Mode.QUESTION_AND_ANSWER:
        yield _only_in(at(phase, "floor", "most_questions"), Mode.QUESTION_AND_ANSWER)
    if floor.rounds > 1 and not floor.goes_around:
        yield Finding(
            at(phase, "floor", "rounds"),
            Text(
                nl="Er zijn meer rondes, maar het woord gaat hier niet rond.",
                en="There are several rounds, but the floor doesn't go around here.",
            ),
            Text(
                nl="Laat rounds weg, of schrijf mode: round_robin, of bij vragen in_turn: true.",
                en="Leave out rounds, or write mode: round_robin, or in_turn: true where questions are asked.",
            ),
        )


def _sizes(phase: Phase) -> Iterator[Finding]:
    floor, place = phase.floor, at(phase, "floor", "group_size")
    if floor.mode is Mode.SMALL_GROUPS and floor.group_size not in _GROUP_SIZES:
        yield Finding(
            place,
            Text(nl="Groepjes zijn met z'n tweeën of drieën.", en="Small groups are two or three people."),
            Text(nl="Schrijf group_size: 2 of group_size: 3.", en="Write group_size: 2 or group_size: 3."),
        )
    if floor.mode is not Mode.SMALL_GROUPS and floor.group_size is not None:
        yield _only_in(place, Mode.SMALL_GROUPS)


def _speakers(phase: Phase, wrong: Text, mend: Text) -> Finding:
    return Finding(at(phase, "floor", "speakers"), wrong, mend)


def _empty(place: tuple[str, ...], nl: str, en: str) -> Finding:
    return Finding(
        place,
        Text(nl=f"'{place[-1]}' is leeg.", en=f"'{place[-1]}' is empty."),
        Text(nl=f"Zet er minstens {nl} bij.", en=f"Add at least {en}."),
    )


def _only_in(place: tuple[str, ...], *modes: Mode) -> Finding:
    names = ", ".join(mode.value for mode in modes)
    return Finding(
        place,
        Text(
            nl=f"'{place[-1]}' heeft alleen betekenis bij {names}.",
            en=f"'{place[-1]}' only means something with {names}.",
        ),
        Text(nl="Laat het weg, of kies die mode.", en="Leave it out, or choose that mode."),
    )
