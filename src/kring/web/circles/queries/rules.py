"""Ground rules and who agreed to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.core.circles import ground_rules
from kring.core.circles.ground_rules import Because, GroundRules, Missing
from kring.core.members import MemberId
from kring.web.circles.models import Assent, Circle, Membership, RulesVersion
from kring.web.circles.queries.confidence import calm_since
from kring.web.people.models import Person


@dataclass(frozen=True, slots=True)
class RulesNow:
    """
    The ground rules as they stand.

    Attributes:
        missing: Who still has to assent, and why.
    """

    version: RulesVersion | None
    missing: tuple[Missing, ...]
    agreed_at: datetime | None
    mine: Because | None

    @property
    def hold(self) -> bool:
        """Whether all have assented."""
        return self.version is not None and not self.missing


def rules_now(circle: Circle, members: Sequence[Membership], now: datetime, *, me: Person | None) -> RulesNow:
    """Which rules hold, who agreed and who is asked."""
    version = circle.rules.order_by("-number").select_related("by").first()
    if version is None:
        return RulesNow(None, (), None, None)
    began_anew = [at for at in (circle.renewed_at, calm_since(circle)) if at is not None]
    rules = GroundRules(version=version.number, since=max([version.at, *began_anew]))
    given = [
        ground_rules.Assent(member=MemberId(str(person)), version=number, at=at)
        for person, number, at in Assent.objects.filter(rules__circle=circle).values_list(
            "person", "rules__number", "at"
        )
    ]
    seats = [
        ground_rules.Seat(member=MemberId(str(one.person_id)), joined_at=one.joined_at) for one in members
    ]
    missing = ground_rules.missing(rules, given, seats, now)
    mine = next((one.because for one in missing if me is not None and one.member == str(me.pk)), None)
    return RulesNow(version, missing, ground_rules.agreed_at(rules, given, seats), mine)


def newest_assents(version: RulesVersion | None) -> dict[UUID, datetime]:
    """When each agreed to this version last."""
    if version is None:
        return {}
    return dict(version.assents.order_by("at").values_list("person", "at"))
