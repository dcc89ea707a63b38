"""All people of one forming at once, with who stands above whom and by which rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import Person, Rules


class Everybody:
    """
    Made once, asked often.

    Raises:
        RoundAndRound: people report to each other in a ring.
    """

    def __init__(self, people: Iterable[Person], rules: Rules) -> None:
        """Look once who stands above whom."""
        self.by_id: Mapping[str, Person] = {one.id: one for one in people}
        self.lineage = Lineage(self.by_id.values())
        self.rules = rules

    def of(self, members: Iterable[str]) -> list[Person]:
        """Those with these ids, in that order."""
        return [self.by_id[one] for one in members]

    def family(self, who: str) -> str:
        """The profession of somebody, as the rules take professions together."""
        return self.rules.family_of(self.by_id[who].profession)
