"""Finding out why somebody has no circle: searched to the end, so that 'it can't be' is a proof."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.kernels.columns import Limits
from kring.core.circles.forming.kernels.placing import company, placeable
from kring.core.circles.forming.leading import against_leading
from kring.core.circles.forming.people import Circle, Person
from kring.core.circles.forming.population import Part, limits_of, parts_of
from kring.core.circles.forming.reasons import Change, Reason, Why
from kring.core.circles.forming.rules import Rule, apart, broken, common_slots

HELD_BY = frozenset({Rule.REGION, Rule.SLOTS})  # what somebody could change about themselves


def reasons(
    unplaced: Iterable[str],
    circles: Sequence[Circle],
    everybody: Everybody,
    *,
    going: Callable[[], bool] = lambda: True,
) -> tuple[Reason, ...]:
    """One for each person without a circle, in the order given; where it isn't `going` any more nothing is searched."""
    waiting = list(unplaced)
    if not waiting:
        return ()
    limits = limits_of(everybody.rules)
    concerned = {everybody.family(who) for who in waiting}
    people = [one for one in everybody.by_id.values() if everybody.family(one.id) in concerned]
    parts = parts_of(people, everybody.rules, everybody.lineage)
    places = {one.id: (part, place) for part in parts for place, one in enumerate(part.people)}
    rooms = _Rooms(circles, everybody)
    found = []
    for who in waiting:
        part, place = places[who]
        fitting = len(company(part.block.people, limits, place))
        found.append(
            Reason(
                who=who,
                why=_why(part, place, limits, fitting, going),
                fitting=fitting,
                kept_apart=_kept_apart(everybody.by_id[who], part.people, everybody),
                change=rooms.smallest_change(everybody.by_id[who]),
            )
        )
    return tuple(found)


def _why(part: Part, place: int, limits: Limits, fitting: int, going: Callable[[], bool]) -> Why:
    if fitting < limits.size_min - 1:
        return Why.TOO_FEW
    if not going():
        return Why.NOT_SEARCHED
    return Why.NOT_FOUND if placeable(part.block.people, limits, place) else Why.NOT_TOGETHER


def _kept_apart(one: Person, family: Sequence[Person], everybody: Everybody) -> Mapping[Rule, int]:
    counts: dict[Rule, int] = {}
    for other in family:
        why = apart(one, other, everybody.lineage, everybody.rules) if other.id != one.id else ()
        if why:
            counts[why[0]] = counts.get(why[0], 0) + 1
    return counts


class _Rooms:
    """The circles that have a place left, by profession, with when they meet."""

    def __init__(self, circles: Sequence[Circle], everybody: Everybody) -> None:
        self.everybody = everybody
        self.circles: dict[str, list[tuple[int, Circle, list[Person], frozenset[str]]]] = {}
        for place, circle in enumerate(circles):
            if 0 < len(circle.members) < everybody.rules.size_max:
                members = everybody.of(circle.members)
                row = (place, circle, members, common_slots(members))
                self.circles.setdefault(everybody.family(circle.members[0]), []).append(row)

    def smallest_change(self, one: Person) -> Change | None:
        """The fewest changes; of those taking part online, which asks nothing of a calendar; then the smallest circle."""
        best = min(self._changes(one), default=None, key=lambda found: found[:-1])
        return None if best is None else best[-1]

    def _changes(self, one: Person) -> Iterator[tuple[int, bool, int, int, Change]]:
        rules, lineage = self.everybody.rules, self.everybody.lineage
        for place, circle, members, slots in self.circles.get(self.everybody.family(one.id), ()):
            if any(set(apart(one, other, lineage, rules)) - HELD_BY for other in members):
                continue
            is_near = all(one.region == other.region or (one.online and other.online) for other in members)
            lacking = max(0, rules.common_slots_min - len(slots & one.slots))
            times = tuple(sorted(slots - one.slots)[:lacking])
            change = Change(online=not is_near and not one.online, slots=times, circle=place)
            changed = replace(one, online=one.online or change.online, slots=one.slots | set(times))
            if broken([*members, changed], lineage, rules) or not self._led(circle, [*members, changed]):
                continue
            yield len(times) + change.online, not change.online, len(members), place, change

    def _led(self, circle: Circle, members: Sequence[Person]) -> bool:
        if circle.facilitator is None:
            return True
        return not against_leading(self.everybody.by_id[circle.facilitator], members, self.everybody)
