"""
What a change by hand would do, before it is done: who moves, which rules break, which wishes suffer.

Every change comes down to steps. The page shows them; whoever says yes says so to these steps and no others.
"""

from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _

from kring.core.circles.forming.moving import Moved
from kring.core.circles.forming.saying import Language
from kring.core.circles.forming.telling import told_moved
from kring.web.forming.queries.people import Known
from kring.web.forming.queries.seats import Seated
from kring.web.forming.queries.telling import told_rules


class Kind(Enum):
    """What somebody wants to change."""

    MOVE = "move"  # to a circle, a new one, or none
    LEAD = "lead"  # have somebody lead a circle, or nobody
    FIT = "fit"  # find a place for who has none, with the fewest moves
    TAKE_OUT = "take-out"  # the same the other way: nobody else suffers more than need be
    MEND = "mend"  # a circle has become too small
    SWAP = "swap"  # two people change places
    MATCH = "match"  # find anew who leads the circles that aren't locked or published


class Step(msgspec.Struct, frozen=True):
    """Somebody goes from one circle to another, by number; from or to none as well."""

    who: str
    out_of: int | None
    into: int | None
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """
    What would happen.

    Attributes:
        steps: Empty where nothing would, or can.
        moves: The steps in words.
        costs: What it does to rules and wishes, in sentences.
        notes: What can't be all the same, and why.
        broken: Places of circles in which a rule would break.
        isnt: Why it can't be; empty where it can.
    """

    steps: tuple[Step, ...]
    moves: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    broken: frozenset[int] = frozenset()
    isnt: str = ""

    @property
    def seal(self) -> str:
        """By which the one who says yes says to what."""
        return sha256(msgspec.json.encode(self.steps)).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A change as somebody asks for it: `who` and `other` are people, `circle` a number; None is nobody or no circle."""

    kind: Kind
    who: UUID | None = None
    circle: int | None = None
    other: UUID | None = None


def in_words(
    steps: tuple[Step, ...], found: Moved, seated: Seated, known: Known, language: Language
) -> Proposed:
    """Steps with what they cost."""
    brief = msgspec.structs.replace(found, broken=told_rules(found.broken))
    costs = [known.named(sentence) for sentence in told_moved(brief, seated.rules, language)]
    broken = frozenset(fault.place for fault in found.broken)
    return Proposed(steps, tuple(told_step(step, known) for step in steps), tuple(costs), broken=broken)


def nothing() -> Proposed:
    """It is so already."""
    return Proposed((), isnt=_("Nothing changes."))


def told_step(step: Step, known: Known) -> str:
    """Who goes where."""
    told = {"name": known.names[step.who], "circle": step.out_of, "other": step.into}
    if step.lead:
        say = (
            _("%(name)s leads circle %(other)s.")
            if step.into
            else _("%(name)s no longer leads circle %(circle)s.")
        )
        return say % told
    if step.out_of is None:
        return _("%(name)s comes into circle %(other)s.") % told
    if step.into is None:
        return _("%(name)s leaves circle %(circle)s and has no circle then.") % told
    return _("%(name)s goes from circle %(circle)s to circle %(other)s.") % told


def number_of(place: int | None) -> int | None:
    """As people count."""
    return None if place is None else place + 1
