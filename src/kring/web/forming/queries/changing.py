"""What a change by hand would do: moving somebody, letting two change places, having somebody lead."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from kring.core.circles.forming.moving import has_time, lead, move, place_of, swap
from kring.core.circles.forming.saying import Language
from kring.web.forming.queries.matching import matched
from kring.web.forming.queries.proposing import Kind, Proposed, Step, Wanted, in_words, nothing, number_of
from kring.web.forming.queries.repairing import fitted, mended, taken_out
from kring.web.forming.queries.seats import Seated


def proposed(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    """What comes of it now."""
    ways: Mapping[Kind, Callable[[Wanted, Seated, Language], Proposed]] = {
        Kind.MOVE: _moved,
        Kind.LEAD: _led,
        Kind.FIT: fitted,
        Kind.TAKE_OUT: taken_out,
        Kind.MEND: mended,
        Kind.SWAP: _swapped,
        Kind.MATCH: matched,
    }
    return ways[wanted.kind](wanted, seated, language)


def _moved(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    who = str(wanted.who)
    into = None if wanted.circle is None else wanted.circle - 1
    here = place_of(who, seated.circles)
    if here == into:
        return nothing()
    touched = {place for place in (here, into) if place is not None and place < len(seated.circles)}
    known = seated.around(touched, UUID(who))
    found = move(who, seated.circles, known.everybody, into=into)
    return in_words((Step(who, number_of(here), wanted.circle),), found, seated, known, language)


def _swapped(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    assert wanted.who is not None
    assert wanted.other is not None
    one, other = str(wanted.who), str(wanted.other)
    here, there = place_of(one, seated.circles), place_of(other, seated.circles)
    if here == there:
        return nothing()
    known = seated.around({place for place in (here, there) if place is not None}, wanted.who, wanted.other)
    found = swap(one, other, seated.circles, known.everybody)
    steps = (
        Step(one, number_of(here), number_of(there)),
        Step(other, number_of(there), number_of(here)),
    )
    return in_words(steps, found, seated, known, language)


def _led(wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    assert wanted.circle is not None
    place = wanted.circle - 1
    was, now = seated.circles[place].facilitator, None if wanted.who is None else str(wanted.who)
    if was == now:
        return nothing()
    known = seated.around({place}, *([wanted.who] if wanted.who else []))
    if now is not None and not has_time(now, seated.circles, known.everybody):
        say = _("%(name)s leads as many circles already as they have time for.")
        return Proposed((), isnt=say % {"name": known.names[now]})
    found = lead(now, seated.circles, known.everybody, place=place)
    out = [Step(was, wanted.circle, None, lead=True)] if was else []
    come = [Step(now, None, wanted.circle, lead=True)] if now else []
    return in_words((*out, *come), found, seated, known, language)
