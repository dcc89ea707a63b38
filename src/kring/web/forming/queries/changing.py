"""
What a change by hand would do, before it is done: who moves, which rules break, which wishes suffer.

Every change comes down to steps. The page shows them; whoever says yes says so to these steps and no others.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _, ngettext

from kring.core.circles.forming.moving import Moved, faults_of, has_time, lead, move, place_of
from kring.core.circles.forming.people import Circle
from kring.core.circles.forming.repair import Repaired, join, leave
from kring.core.circles.forming.saying import Language
from kring.core.circles.forming.telling import told_moved
from kring.web.forming.queries.people import Known
from kring.web.forming.queries.seats import Seated
from kring.web.forming.queries.telling import told_rules

GONE = "gone"  # stands for somebody who isn't in the programme any more


class Kind(Enum):
    """What somebody wants to change."""

    MOVE = "move"  # to a circle, a new one, or none
    LEAD = "lead"  # have somebody lead a circle, or nobody
    FIT = "fit"  # find a place for who has none, with the fewest moves
    TAKE_OUT = "take-out"  # the same the other way: nobody else suffers more than need be
    MEND = "mend"  # a circle has become too small


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
        broken: Places of circles in which a rule would break.
        isnt: Why it can't be; empty where it can.
    """

    steps: tuple[Step, ...]
    moves: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    broken: frozenset[int] = frozenset()
    isnt: str = ""

    @property
    def seal(self) -> str:
        """By which the one who says yes says to what."""
        return sha256(msgspec.json.encode(self.steps)).hexdigest()[:32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A change as somebody asks for it: `who` is a person, `circle` a number; None is nobody or no circle."""

    kind: Kind
    who: UUID | None = None
    circle: int | None = None


def proposed(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    """What comes of it now."""
    ways: Mapping[Kind, Callable[[Wanted, Seated, Language], Proposed]] = {
        Kind.MOVE: _moved,
        Kind.LEAD: _led,
        Kind.FIT: _fitted,
        Kind.TAKE_OUT: _taken_out,
        Kind.MEND: _mended,
    }
    return ways[wanted.kind](wanted, seated, language)


def _moved(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    who = str(wanted.who)
    into = None if wanted.circle is None else wanted.circle - 1
    here = place_of(who, seated.circles)
    if here == into:
        return Proposed((), isnt=_("Nothing changes."))
    touched = {place for place in (here, into) if place is not None and place < len(seated.circles)}
    known = seated.around(touched, UUID(who))
    found = move(who, seated.circles, known.everybody, into=into)
    return _in_words((Step(who, _number(here), wanted.circle),), found, seated, known, language)


def _led(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    assert wanted.circle is not None
    place = wanted.circle - 1
    was, now = seated.circles[place].facilitator, None if wanted.who is None else str(wanted.who)
    if was == now:
        return Proposed((), isnt=_("Nothing changes."))
    known = seated.around({place}, *([wanted.who] if wanted.who else []))
    if now is not None and not has_time(now, seated.circles, known.everybody):
        say = _("%(name)s leads as many circles already as they have time for.")
        return Proposed((), isnt=say % {"name": known.names[now]})
    found = lead(now, seated.circles, known.everybody, place=place)
    out = [Step(was, wanted.circle, None, lead=True)] if was else []
    come = [Step(now, None, wanted.circle, lead=True)] if now else []
    return _in_words((*out, *come), found, seated, known, language)


def _fitted(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    """First where nobody else has to move, circles that have begun included; then with others of those not published."""
    who, known = str(wanted.who), seated.whole()
    if place_of(who, seated.circles) is not None:
        return Proposed((), isnt=_("Nothing changes."))
    simple = [(found.more, place) for place, found in _rooms(who, seated, known) if not found.broken]
    if simple:
        _more, place = min(simple)
        return _repaired(
            Repaired(move(who, seated.circles, known.everybody, into=place).circles, (), ()),
            seated,
            known,
            language,
        )
    answer = join(who, seated.circles, known.everybody, closed=seated.published)
    if answer.unplaced:
        return Proposed((), isnt=_("There is no place in any circle, even if two others move."))
    return _repaired(answer, seated, known, language)


def _rooms(who: str, seated: Seated, known: Known) -> Iterator[tuple[int, Moved]]:
    everybody = known.everybody
    for place in seated.standing:
        if everybody.family(seated.circles[place].members[0]) == everybody.family(who):
            yield place, move(who, seated.circles, everybody, into=place)


def _taken_out(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    who, known = str(wanted.who), seated.whole()
    if place_of(who, seated.circles) is None:
        return Proposed((), isnt=_("Nothing changes."))
    return _repaired(
        leave(who, seated.circles, known.everybody, closed=seated.published), seated, known, language
    )


def _mended(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    assert wanted.circle is not None
    place, known = wanted.circle - 1, seated.whole()
    circle = seated.circles[place]
    if len(circle.members) >= seated.rules.size_min:
        return Proposed((), isnt=_("This circle has people enough."))
    with_gone = list(seated.circles)
    with_gone[place] = msgspec.structs.replace(circle, members=(*circle.members, GONE))
    answer = leave(GONE, with_gone, known.everybody, closed=seated.published)
    found = _repaired(answer, seated, known, language)
    return found if found.steps else Proposed((), isnt=_("No other circle can spare somebody for this one."))


def _repaired(answer: Repaired, seated: Seated, known: Known, language: Language) -> Proposed:
    steps = tuple(_steps(seated.circles, answer.circles))
    broken = {
        place
        for place, circle in enumerate(answer.circles)
        if circle != seated.circles[place] and faults_of(circle, known.everybody)
    }
    moves = [_told(step, known) for step in steps]
    costs = [_upset(answer)]
    if answer.unplaced:
        names = ", ".join(known.names[one] for one in answer.unplaced)
        costs.append(_("For %(names)s no other circle was found.") % {"names": names})
    return Proposed(steps, tuple(moves), tuple(costs), frozenset(broken))


def _upset(answer: Repaired) -> str:
    if not answer.moved:
        return _("Nobody else has to move.")
    count = len(answer.moved)
    say = ngettext("%(count)s other person changes circle.", "%(count)s other people change circle.", count)
    return say % {"count": count}


def _steps(before: Sequence[Circle], after: Sequence[Circle]) -> Iterator[Step]:
    was = {one: place for place, circle in enumerate(before) for one in circle.members}
    now = {one: place for place, circle in enumerate(after) for one in circle.members}
    for who in sorted({*was, *now}):
        if was.get(who) != now.get(who):
            yield Step(who, _number(was.get(who)), _number(now.get(who)))
    for place, circle in enumerate(before):
        left = after[place].facilitator
        if circle.facilitator and circle.facilitator != left:
            yield Step(circle.facilitator, place + 1, None, lead=True)


def _in_words(
    steps: tuple[Step, ...], found: Moved, seated: Seated, known: Known, language: Language
) -> Proposed:
    brief = msgspec.structs.replace(found, broken=told_rules(found.broken))
    costs = [known.named(sentence) for sentence in told_moved(brief, seated.rules, language)]
    broken = frozenset(fault.place for fault in found.broken)
    return Proposed(steps, tuple(_told(step, known) for step in steps), tuple(costs), broken)


def _told(step: Step, known: Known) -> str:
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


def _number(place: int | None) -> int | None:
    return None if place is None else place + 1
