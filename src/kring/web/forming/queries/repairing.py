"""Fitting somebody in, taking somebody out, filling up a circle: with as little upset as can be."""

from collections.abc import Iterator, Sequence

import msgspec
from django.utils.translation import gettext as _, ngettext

from kring.core.circles.forming.moving import Moved, faults_of, move, place_of
from kring.core.circles.forming.people import Circle
from kring.core.circles.forming.repair import Repaired, join, leave
from kring.core.circles.forming.saying import Language
from kring.web.forming.queries.people import Known
from kring.web.forming.queries.proposing import Proposed, Step, Wanted, nothing, number_of, told_step
from kring.web.forming.queries.seats import Seated

GONE = "gone"  # stands for somebody who isn't in the programme any more


def fitted(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    """
    First where nobody else has to move, circles that have begun included; then with others of those not published.

    What is locked stays as it is.
    """
    who, known = str(wanted.who), seated.whole()
    if place_of(who, seated.circles) is not None:
        return nothing()
    simple = [(found.more, place) for place, found in _rooms(who, seated, known) if not found.broken]
    if simple:
        _more, place = min(simple)
        return _repaired(
            Repaired(move(who, seated.circles, known.everybody, into=place).circles, (), ()),
            seated,
            known,
            language,
        )
    answer = join(who, seated.circles, known.everybody, closed=seated.published | seated.locked)
    if answer.unplaced:
        return Proposed((), isnt=_("There is no place in any circle, even if two others move."))
    return _repaired(answer, seated, known, language)


def _rooms(who: str, seated: Seated, known: Known) -> Iterator[tuple[int, Moved]]:
    everybody = known.everybody
    for place in seated.standing:
        if place in seated.locked:
            continue
        if everybody.family(seated.circles[place].members[0]) == everybody.family(who):
            yield place, move(who, seated.circles, everybody, into=place)


def taken_out(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    """Where too few are left, one is fetched or who is left is spread."""
    who, known = str(wanted.who), seated.whole()
    if place_of(who, seated.circles) is None:
        return nothing()
    return _repaired(
        leave(who, seated.circles, known.everybody, closed=seated.published | seated.locked),
        seated,
        known,
        language,
    )


def mended(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    """Fill up a circle that people went from."""
    assert wanted.circle is not None
    place, known = wanted.circle - 1, seated.whole()
    circle = seated.circles[place]
    if len(circle.members) >= seated.rules.size_min:
        return Proposed((), isnt=_("This circle has people enough."))
    with_gone = list(seated.circles)
    with_gone[place] = msgspec.structs.replace(circle, members=(*circle.members, GONE))
    answer = leave(GONE, with_gone, known.everybody, closed=seated.published | seated.locked)
    found = _repaired(answer, seated, known, language)
    return found if found.steps else Proposed((), isnt=_("No other circle can spare somebody for this one."))


def _repaired(answer: Repaired, seated: Seated, known: Known, language: Language) -> Proposed:
    steps = tuple(_steps(seated.circles, answer.circles))
    broken = {
        place
        for place, circle in enumerate(answer.circles)
        if circle != seated.circles[place] and faults_of(circle, known.everybody)
    }
    moves = [told_step(step, known) for step in steps]
    costs = [_upset(answer)]
    if answer.unplaced:
        names = ", ".join(known.names[one] for one in answer.unplaced)
        costs.append(_("For %(names)s no other circle was found.") % {"names": names})
    return Proposed(steps, tuple(moves), tuple(costs), broken=frozenset(broken))


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
            yield Step(who, number_of(was.get(who)), number_of(now.get(who)))
    for place, circle in enumerate(before):
        left = after[place].facilitator
        if circle.facilitator and circle.facilitator != left:
            yield Step(circle.facilitator, place + 1, None, lead=True)
