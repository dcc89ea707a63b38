"""Who stands above whom, directly or through others: two whole numbers a person (an Euler tour of the forest)."""

from __future__ import annotations

from collections.abc import Iterable

from kring.core.circles.forming.people import Person


class RoundAndRound(ValueError):
    """People report to each other in a ring; `people` are their ids, in order."""

    def __init__(self, people: tuple[str, ...]) -> None:
        """Keep whom it is about."""
        super().__init__("reports to each other in a ring: " + ", ".join(people))
        self.people = people


class Lineage:
    """
    The lines of authority of everybody at once.

    Raises:
        RoundAndRound: somebody reports to themselves, directly or through others.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        """Walk every tree once. A manager who isn't among the people still stands above both of two who report to them."""
        manager = {person.id: person.manager for person in people}
        reports: dict[str, list[str]] = {}
        for one, above in manager.items():
            if above is not None:
                reports.setdefault(above, []).append(one)
        self.enter: dict[str, int] = {}
        self.leave: dict[str, int] = {}
        tops = [one for one, above in manager.items() if above is None]
        tops += sorted({above for above in reports if above not in manager})
        for top in tops:
            self._walk(top, reports)
        ring = [one for one in manager if one not in self.enter]
        if ring:
            raise RoundAndRound(_ring_from(ring[0], manager))

    def above(self, one: str, other: str) -> bool:
        """Whether `other` reports to `one`, directly or through others."""
        return one != other and self.enter[one] <= self.enter[other] <= self.leave[one]

    def between(self, one: str, other: str) -> bool:
        """Whether either stands above the other."""
        return self.above(one, other) or self.above(other, one)

    def _walk(self, top: str, reports: dict[str, list[str]]) -> None:
        """By hand instead of by recursion: organisations can be deep."""
        trail = [(top, False)]
        while trail:
            one, is_done = trail.pop()
            if is_done:
                self.leave[one] = len(self.enter) - 1
                continue
            self.enter[one] = len(self.enter)
            trail.append((one, True))
            trail.extend((report, False) for report in reports.get(one, ()))


def _ring_from(one: str, manager: dict[str, str | None]) -> tuple[str, ...]:
    """Up from somebody until someone comes again; what lies between is the ring."""
    seen: list[str] = []
    above: str | None = one
    while above is not None and above not in seen:
        seen.append(above)
        above = manager[above]
    return tuple(seen[seen.index(above) :]) if above in seen else tuple(seen)
