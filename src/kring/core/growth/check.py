"""Whether an exercise keeps the rules of a block, and those of its own. Each rule comes with its remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kring.core.growth.exercise import Exercise
from kring.core.methods.check import faults_of_block
from kring.core.methods.faults import Fault
from kring.core.methods.method import About, Place, Role, Text
from kring.core.methods.rules import floor, words
from kring.core.methods.rules.finding import Finding, at, at_slot, slots

SHORTEST, LONGEST = 10, 25  # minutes; with more there is no room left for a case
FEWEST_POINTS, MOST_POINTS = 3, 6
MOST_WORDS = 180  # of the points together: one page, and a good minute when read aloud

_ONLY_PRESENTER = (Role.PRESENTER,)


def faults_of_exercise(
    exercise: Exercise, file: str = "", taken: frozenset[str] = frozenset()
) -> tuple[Fault, ...]:
    """
    Every rule that an exercise breaks: those of a block first, then its own.

    Args:
        exercise: What to check.
        file: What to call it in the faults; its id where it has no file.
        taken: Ids of phases and cards of what may run in the same meeting.
    """
    findings = (
        *words.ids_are_free(exercise, taken),
        *floor.group_is_a_circle(exercise),
        *floor.small_groups_fill(exercise),
        *(finding for rule in _OWN for finding in rule(exercise)),
    )
    found = tuple(finding.in_file(file or exercise.id) for finding in findings)
    return (*faults_of_block(exercise, file), *found)


def is_for_a_goal(exercise: Exercise) -> Iterator[Finding]:
    """Somebody's learning goal leads to it."""
    if not tuple(exercise.for_goals.mainly):
        yield Finding(
            ("for_goals", "mainly"),
            Text(nl="Deze oefening hoort bij geen enkel leerdoel.", en="This exercise belongs to no goal."),
            Text(
                nl="Noem minstens één vaardigheid bij capabilities of één thema bij themes.",
                en="Name at least one capability under capabilities or one theme under themes.",
            ),
        )


def is_short(exercise: Exercise) -> Iterator[Finding]:
    """It fits into a meeting beside a case."""
    total = exercise.usual_minutes
    if not SHORTEST <= total <= LONGEST:
        yield Finding(
            ("phases",),
            Text(
                nl=f"De stappen duren samen {total} minuten.", en=f"The steps take {total} minutes together."
            ),
            Text(
                nl=f"Kies usual-minuten die samen tussen {SHORTEST} en {LONGEST} liggen.",
                en=f"Choose usual minutes that add up to between {SHORTEST} and {LONGEST}.",
            ),
        )


def theory_fits_a_page(exercise: Exercise) -> Iterator[Finding]:
    """Enough points to understand it, few enough to read them standing."""
    points = exercise.theory.points
    place = ("theory", "points")
    if not FEWEST_POINTS <= len(points) <= MOST_POINTS:
        yield Finding(
            place,
            Text(nl=f"De kaart heeft {len(points)} alinea's.", en=f"The card has {len(points)} paragraphs."),
            Text(
                nl=f"Maak er {FEWEST_POINTS} tot {MOST_POINTS} van.",
                en=f"Make it {FEWEST_POINTS} to {MOST_POINTS}.",
            ),
        )
    for language in ("nl", "en"):
        count = sum(len(getattr(point, language).split()) for point in points)
        if count > MOST_WORDS:
            yield Finding(
                place,
                Text(
                    nl=f"De kaart telt {count} woorden ({language}).",
                    en=f"The card has {count} words ({language}).",
                ),
                Text(
                    nl=f"Kort haar in tot {MOST_WORDS} woorden: één bladzijde.",
                    en=f"Shorten it to {MOST_WORDS} words: one page.",
                ),
            )


def sources_are_addresses(exercise: Exercise) -> Iterator[Finding]:
    """Whoever wants to know more can go there."""
    for part, source in (("theory", exercise.theory.source), ("credit", exercise.credit.source)):
        if not source.startswith(("https://", "http://")):
            yield Finding(
                (part, "source"),
                Text(nl=f"'{source}' is geen adres.", en=f"'{source}' is no address."),
                Text(
                    nl="Schrijf een adres dat met https:// begint.",
                    en="Write an address that begins with https://.",
                ),
            )


def is_about_learning(exercise: Exercise) -> Iterator[Finding]:
    """Cases have their own place, with a presenter who has the last word."""
    for phase in exercise.phases:
        if phase.about is About.CASE:
            yield Finding(
                at(phase, "about"),
                Text(nl="Een oefening gaat niet over een casus.", en="An exercise isn't about a case."),
                Text(nl="Schrijf about: learning.", en="Write about: learning."),
            )


def needs_no_presenter(exercise: Exercise) -> Iterator[Finding]:
    """Nobody's case is on the table, so no step may wait for the one whose it is."""
    wrong = Text(
        nl="Deze stap heeft een inbrenger nodig, en bij een oefening is er geen.",
        en="This step needs a presenter, and in an exercise there is none.",
    )
    mend = Text(
        nl="Laat iedereen om de beurt, of werk in groepjes waarin de rollen wisselen.",
        en="Let everybody take a turn, or work in small groups in which the roles rotate.",
    )
    for phase in exercise.phases:
        if phase.floor.speakers == _ONLY_PRESENTER:
            yield Finding(at(phase, "floor", "speakers"), wrong, mend)
        if phase.floor.answered_by is Role.PRESENTER:
            yield Finding(at(phase, "floor", "answered_by"), wrong, mend)
        if phase.presenter_place is not Place.IN_THE_CIRCLE:
            yield Finding(at(phase, "presenter_place"), wrong, mend)
    for _, phase, slot in slots(exercise):
        if slot.by == _ONLY_PRESENTER:
            yield Finding(at_slot(phase, slot, "by"), wrong, mend)


_OWN: tuple[Callable[[Exercise], Iterator[Finding]], ...] = (
    is_for_a_goal,
    is_short,
    theory_fits_a_page,
    sources_are_addresses,
    is_about_learning,
    needs_no_presenter,
)
