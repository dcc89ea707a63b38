"""Who leads which circle, matched anew apart from forming; and why nobody could be found for one, or no circle for one."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _, ngettext
from msgspec.structs import replace

from kring.core.circles.forming.forming import is_installed
from kring.core.circles.forming.leading import against_leading
from kring.core.circles.forming.moving import has_time
from kring.core.circles.forming.people import Circle, Person
from kring.core.circles.forming.rules import Rule
from kring.core.circles.forming.saying import Language
from kring.core.circles.forming.telling import told_counts, told_list
from kring.web.forming.queries.people import Known
from kring.web.forming.queries.proposing import Proposed, Step, Wanted, told_step
from kring.web.forming.queries.seats import Seated
from kring.web.forming.queries.telling import without_secrets

MOST_TOLD = 20  # of each kind of reason: more than that nobody reads


def matched(_wanted: Wanted, seated: Seated, language: Language) -> Proposed:
    """As forming does it, for the circles that aren't locked or published; those keep whom they have, or nobody."""
    free = [
        place
        for place in seated.standing
        if not (seated.rows[place].locked_at or seated.rows[place].published)
    ]
    if not free:
        return Proposed((), isnt=_("Every circle is locked or published, and keeps who leads it."))
    if not is_installed():
        return Proposed((), isnt=_("This server can't form circles yet. Ask who runs it."))
    from kring.core.circles.forming.facilitators import with_facilitators

    known = seated.whole()
    asked = [
        replace(circle, facilitator=None) if place in set(free) else replace(circle, members=())
        for place, circle in enumerate(seated.circles)
    ]
    found = with_facilitators(asked, known.everybody)
    after = [
        replace(circle, facilitator=found[place].facilitator) for place, circle in enumerate(seated.circles)
    ]
    steps = tuple(_steps(seated.circles, after))
    notes = (*_circles_without(free, after, known, language), *_leaders_without(free, after, known, language))
    if not steps:
        return Proposed(
            (), isnt=_("Nothing changes: who leads them now is the best that can be."), notes=notes
        )
    return Proposed(steps, tuple(told_step(step, known) for step in steps), notes=notes)


def why_nobody(place: int, circles: Sequence[Circle], known: Known, language: Language) -> str:
    """What keeps everybody who leads circles from leading this one."""
    members = known.everybody.of(circles[place].members)
    counts: dict[Rule, int] = {}
    busy = 0
    for one in _leaders(known):
        rule = _first_against(one, members, known)
        if rule is not None:
            counts[rule] = counts.get(rule, 0) + 1
        elif not has_time(one.id, circles, known.everybody):
            busy += 1
    return told_list(_counted(counts, busy, language), language)


def _counted(counts: Mapping[Rule, int], busy: int, language: Language) -> Iterator[str]:
    kept = told_counts(without_secrets(counts), language)
    if kept:
        yield kept
    if busy:
        say = ngettext("%(count)s has no time left", "%(count)s have no time left", busy)
        yield say % {"count": busy}


def _circles_without(
    free: Sequence[int], after: Sequence[Circle], known: Known, language: Language
) -> Iterator[str]:
    without = [place for place in free if after[place].facilitator is None]
    for place in without[:MOST_TOLD]:
        why = why_nobody(place, after, known, language)
        say = (
            _("Circle %(number)s: nobody can lead it (%(why)s).")
            if why
            else _("Circle %(number)s: nobody can lead it.")
        )
        yield say % {"number": place + 1, "why": why}
    more = len(without) - MOST_TOLD
    if more > 0:
        say = ngettext(
            "For %(count)s more circle nobody was found either.",
            "For %(count)s more circles nobody was found either.",
            more,
        )
        yield say % {"count": more}


def _leaders_without(
    free: Sequence[int], after: Sequence[Circle], known: Known, language: Language
) -> Iterator[str]:
    leading = {circle.facilitator for circle in after}
    without = [one for one in _leaders(known) if one.id not in leading]
    for one in without[:MOST_TOLD]:
        counts: dict[Rule, int] = {}
        for place in free:
            rule = _first_against(one, known.everybody.of(after[place].members), known)
            if rule is None:
                say = _("%(name)s leads no circle: those that would fit have somebody.")
                break
            counts[rule] = counts.get(rule, 0) + 1
        else:
            say = _("%(name)s leads no circle: none fits (%(why)s).")
        why = told_counts(without_secrets(counts), language)
        yield say % {"name": known.names[one.id], "why": why or len(free)}


def _leaders(known: Known) -> list[Person]:
    people = [one for one in known.everybody.by_id.values() if known.rows[one.id].facilitates]
    return sorted(people, key=lambda one: (known.names[one.id], one.id))


def _first_against(one: Person, members: Sequence[Person], known: Known) -> Rule | None:
    """The rule that is told; what only forming may know comes last."""
    rules = [fault.rule for fault in against_leading(one, members, known.everybody)]
    return min(rules, key=lambda rule: rule is Rule.NOT_WITH, default=None)


def _steps(before: Sequence[Circle], after: Sequence[Circle]) -> Iterator[Step]:
    """First everybody who stops, so that nobody leads more than they have time for on the way."""
    changed = [place for place in range(len(before)) if before[place].facilitator != after[place].facilitator]
    for place in changed:
        was = before[place].facilitator
        if was is not None:
            yield Step(was, place + 1, None, lead=True)
    for place in changed:
        now = after[place].facilitator
        if now is not None:
            yield Step(now, None, place + 1, lead=True)
