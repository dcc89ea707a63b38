"""What the two pages that help in choosing show: which kind of question it is, and which method now."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _, ngettext

from kring.core.methods.advice import Familiarity, Outcome, Setting, Triage, load_triage, packed
from kring.core.methods.advice.situation import LOW, SCALE
from kring.core.methods.method import Level, Method, QuestionKind
from kring.web.methods import queries
from kring.web.methods.queries import PEOPLE

MINUTES = (30, 45, 60, 75, 90, 120)  # for the case alone
USUAL_PEOPLE, USUAL_MINUTES = 6, 60
AT_A_GLANCE = 3  # methods below an outcome; the others are one press away
MOST_MEETINGS = 99


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few answers; what is taken where nobody has answered yet is marked."""

    value: str
    label: str
    usual: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """An outcome of the triage, with the methods that suit: a few to begin with, and the others."""

    outcome: Outcome
    first: tuple[Method, ...]
    others: tuple[Method, ...]


def triage() -> Triage:
    """The tree of questions."""
    return load_triage()


def ends() -> tuple[End, ...]:
    """Where the triage may end."""
    return tuple(
        End(outcome, suiting[:AT_A_GLANCE], suiting[AT_A_GLANCE:])
        for outcome in triage().outcomes
        for suiting in [_suiting(outcome.suits)]
    )


def for_a_circle() -> tuple[Outcome, ...]:
    """The kinds of question that a circle is for."""
    return tuple(outcome for outcome in triage().outcomes if outcome.suits_a_circle)


def suitcase() -> dict[str, object]:
    """Everything that the adviser in the browser needs."""
    return packed(queries.methods())


def answers(people: int = USUAL_PEOPLE) -> dict[str, object]:
    """What can be answered to the adviser, by field; `people`: how many there are as far as one knows."""
    usual = min(max(people, PEOPLE[0]), PEOPLE[-1])
    return {
        "people": [Choice(str(n), str(n), n == usual) for n in PEOPLE],
        "minutes": [Choice(str(n), _minutes(n), n == USUAL_MINUTES) for n in MINUTES],
        "settings": _choices(
            (Setting.ONE_ROOM, _("In one room")),
            (Setting.ONLINE, _("Each behind a screen")),
            (Setting.DAYS, _("In writing, over some days")),
        ),
        "facilitator": _choices(
            (Level.BEGINNER, _("Little, or unknown")),
            (Level.INTERMEDIATE, _("Some experience")),
            (Level.ADVANCED, _("Much experience")),
        ),
        "familiarity": _choices(
            (Familiarity.NONE, _("Hardly anybody, or unknown")),
            (Familiarity.SOME, _("Some of us")),
            (Familiarity.MOST, _("Most of us")),
        ),
        "depth": _said_of_last_time(_("It stayed on the surface"), _("It went deep enough")),
        "safety": _said_of_last_time(_("Not everybody"), _("Everybody could")),
        "most_meetings": MOST_MEETINGS,
    }


def _suiting(kinds: Sequence[QuestionKind]) -> tuple[Method, ...]:
    """The easier first, and among those the ones that are made for the first kind more than for others."""
    levels = tuple(Level)
    found = [method for method in queries.methods() if set(kinds) & set(method.suits)]
    return tuple(
        sorted(
            found,
            key=lambda method: (levels.index(method.level), kinds[0] not in method.suits, len(method.suits)),
        )
    )


def _choices(*options: tuple[Enum, str]) -> list[Choice]:
    return [Choice(str(word.value), label, number == 0) for number, (word, label) in enumerate(options)]


def _said_of_last_time(low: str, high: str) -> list[Choice]:
    # The page asks in words; the rules think in the scale of the evaluation.
    return [Choice("", _("We don't know"), usual=True), Choice(str(LOW), low), Choice(str(SCALE[-1]), high)]


def _minutes(minutes: int) -> str:
    return ngettext("%(minutes)s minute", "%(minutes)s minutes", minutes) % {"minutes": minutes}
