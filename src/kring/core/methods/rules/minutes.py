"""Minutes and other numbers."""

from __future__ import annotations

from collections.abc import Iterator

from kring.core.methods.method import Block, Method, Phase, Text
from kring.core.methods.rules.finding import Finding, at, at_slot

SHORTEST, LONGEST = 10, 110  # minutes of a whole method: the shortest and the longest known one
MOST_ROUNDS = 5  # a sixth time around says nothing new
LONGEST_PAUSE = 60  # seconds; a longer silence is a step of its own, in stillness
FEWEST_PRESENTERS, MOST_PRESENTERS = 2, 12  # one is no rotation; nobody presents twice
MOST_LOOPS = 9  # so that a method is known to end


def minutes_go_up(of: Method | Block) -> Iterator[Finding]:
    """Least, usual, most: each at least the one before, and time takes time."""
    for phase in of.phases:
        least, usual, most = phase.minutes.least, phase.minutes.usual, phase.minutes.most
        if least < 1:
            yield Finding(
                at(phase, "minutes", "least"),
                Text(
                    nl=f"Een stap van {least} minuten bestaat niet.",
                    en=f"There is no step of {least} minutes.",
                ),
                Text(
                    nl="Geef minstens 1 minuut; mag de stap vervallen, schrijf dan optional: true.",
                    en="Give at least 1 minute; if the step may be skipped, write optional: true.",
                ),
            )
        if not least <= usual <= most:
            name = "usual" if usual < least else "most"
            yield Finding(
                at(phase, "minutes", name),
                Text(
                    nl=f"De minuten lopen niet op: {least}, {usual}, {most}.",
                    en=f"The minutes don't go up: {least}, {usual}, {most}.",
                ),
                Text(
                    nl="Zorg dat least ten hoogste usual is, en usual ten hoogste most.",
                    en="See that least is at most usual, and usual at most most.",
                ),
            )


def numbers_make_sense(of: Method | Block) -> Iterator[Finding]:
    """Each number within what a circle can do."""
    if of.version < 1:
        yield _outside(("version",), of.version, 1, None)
    for phase in of.phases:
        yield from _on_the_floor(phase)
        if phase.loop is not None and not 1 <= phase.loop.most <= MOST_LOOPS:
            yield _outside(at(phase, "loop", "most"), phase.loop.most, 1, MOST_LOOPS)
        way = phase.next_presenter
        if (
            way is not None
            and way.presenters is not None
            and not FEWEST_PRESENTERS <= way.presenters <= MOST_PRESENTERS
        ):
            place = at(phase, "next_presenter", "presenters")
            yield _outside(place, way.presenters, FEWEST_PRESENTERS, MOST_PRESENTERS)
        for slot in phase.writing:
            if slot.most < 1:
                yield _outside(at_slot(phase, slot, "most"), slot.most, 1, None)
            elif not 0 <= slot.least <= slot.most:
                yield _outside(at_slot(phase, slot, "least"), slot.least, 0, slot.most)


def method_fits_a_meeting(method: Method) -> Iterator[Finding]:
    """A method is done within one meeting, and is more than one remark."""
    total = method.usual_minutes
    if not method.phases:
        return  # a method without steps is told so, and that is enough
    if not SHORTEST <= total <= LONGEST:
        yield Finding(
            ("phases",),
            Text(
                nl=f"De stappen duren samen {total} minuten.",
                en=f"The steps take {total} minutes together.",
            ),
            Text(
                nl=f"Kies usual-minuten die samen tussen {SHORTEST} en {LONGEST} liggen.",
                en=f"Choose usual minutes that add up to between {SHORTEST} and {LONGEST}.",
            ),
        )


def _on_the_floor(phase: Phase) -> Iterator[Finding]:
    floor = phase.floor
    if not 1 <= floor.rounds <= MOST_ROUNDS:
        yield _outside(at(phase, "floor", "rounds"), floor.rounds, 1, MOST_ROUNDS)
    if not 0 <= floor.pause_seconds <= LONGEST_PAUSE:
        yield _outside(at(phase, "floor", "pause_seconds"), floor.pause_seconds, 0, LONGEST_PAUSE)
    if floor.most_in_a_row is not None and floor.most_in_a_row < 1:
        yield _outside(at(phase, "floor", "most_in_a_row"), floor.most_in_a_row, 1, None)
    if floor.most_questions is not None and floor.most_questions < 1:
        yield _outside(at(phase, "floor", "most_questions"), floor.most_questions, 1, None)


def _outside(place: tuple[str, ...], number: int, least: int, most: int | None) -> Finding:
    nl = f"minstens {least}" if most is None else f"van {least} tot en met {most}"
    en = f"of at least {least}" if most is None else f"from {least} to {most}"
    return Finding(
        place,
        Text(nl=f"{number} kan hier niet.", en=f"{number} isn't possible here."),
        Text(nl=f"Kies een getal {nl}.", en=f"Choose a number {en}."),
    )
