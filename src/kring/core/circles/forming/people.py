"""
Who is to be divided over circles, and by which rules.

Only an id and a profession have to be known of somebody. What isn't known of anybody is assumed, and `reading` says so.
"""

from __future__ import annotations

from enum import Enum

import msgspec

SCALE = 840  # least common multiple of 1 to 8: the mean over fellow members stays a whole number
NOT_PLACED = 3_000  # points for each person without a circle: leaving somebody out never pays
MOST_KINDS = 62  # distinct slots, languages or goals: each is one bit of a whole number


class TooManyKinds(ValueError):
    """More than `most` different slots, languages or goals; `what` says of which."""

    def __init__(self, what: str) -> None:
        """Keep which."""
        super().__init__(f"more than {MOST_KINDS} different {what}")
        self.what, self.most = what, MOST_KINDS


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """
    Somebody to find a circle for.

    Attributes:
        profession: The family; a circle holds one (product rule 1).
        manager: The id of whom they report to.
        function: Within the profession. Told with a circle; no rule looks at it.
        seniority: Whole years in the profession.
        online: Whether they can take part online as well.
        slots: Weekly times at which they can, such as `mon-09`.
        past: Where they sat before: `s1:00012` for last season, `s2:…` for the one before.
        not_with: The ids of whom they don't want to sit with. Only the forming knows.
        capacity: How many circles they can facilitate; none for who is no facilitator.
    """

    id: str
    profession: str
    manager: str | None = None
    organisation: str = ""
    team: str = ""
    function: str = ""
    seniority: int = 0
    region: str = ""
    online: bool = False
    languages: frozenset[str] = frozenset()
    slots: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    capacity: int = 0


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How heavily each wish counts, in points; those of a pair add up to at most 1,000 together."""

    seniority: int = 250
    diversity: int = 250
    goals: int = 250
    repeat: int = 250
    size: int = 40
    slots: int = 10


class Season(Enum):
    """What becomes of who sat together before."""

    MIX = "mix"
    KEEP = "keep"


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    What is never done, and what is rather.

    Attributes:
        size_min, size_max: People in a circle (product rule 1), at most nine.
        size_target: Rather so many.
        common_slots_min: So many weekly times must suit everybody.
        common_slots_wanted: Rather so many.
        seniority_cap: Years beyond which a difference counts no more.
        same_organisation_share: Of `diversity`, where only the organisation is the same and not the team.
        repeat_s2_share: Of `repeat`, where it was the season before the last.
        season: Whether `repeat` counts for who sat together before, or for who didn't.
        corresponding: Professions that may sit together, as rows of names.
    """

    size_min: int = 4
    size_max: int = 8
    size_target: int = 6
    common_slots_min: int = 2
    common_slots_wanted: int = 4
    weights: Weights = Weights()
    seniority_cap: int = 20
    same_organisation_share: float = 0.4
    repeat_s2_share: float = 0.5
    season: Season = Season.MIX
    corresponding: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        """
        See that the sizes can be.

        Raises:
            ValueError: they can't.
        """
        if not 2 <= self.size_min <= self.size_target <= self.size_max <= 9:  # noqa: PLR2004 -- as the message says
            raise ValueError("sizes run from 2 to 9, with the smallest first and the target between")
        if self.seniority_cap < 1 or self.common_slots_min < 0:
            raise ValueError("seniority_cap is at least 1 and common_slots_min at least 0")

    def family_of(self, profession: str) -> str:
        """The name under which corresponding professions are one."""
        return next((row[0] for row in self.corresponding if profession in row), profession)


class Circle(msgspec.Struct, frozen=True):
    """People who sit together, by id, and who leads them."""

    members: tuple[str, ...]
    facilitator: str | None = None
