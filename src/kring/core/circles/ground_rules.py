"""Ground rules and assent: no case before all have assented to the rules as they are (product rule 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from functools import cache
from pathlib import Path

import msgspec

from kring.core.members import MemberId
from kring.core.methods.advice.reading import plain_from
from kring.core.methods.method import Text

FILE = Path(__file__).parent / "ground_rules.yaml"


class ProposedRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One rule to start from: what it says, and why."""

    id: str
    says: Text
    why: Text


class GroundRules(msgspec.Struct, frozen=True):
    """
    Which rules hold; their text is the circle's own, and sealed.

    Attributes:
        version: Goes up with every change of the text.
        since: The moment from which an assent counts: the change itself, the end of a break of confidence, or a new
            agreement.
    """

    version: int
    since: datetime


class Assent(msgspec.Struct, frozen=True):
    """Somebody agreed to a version, by name and date."""

    member: MemberId
    version: int
    at: datetime


class Seat(msgspec.Struct, frozen=True):
    """Somebody who is in the circle now, and since when."""

    member: MemberId
    joined_at: datetime


class Because(Enum):
    """
    Why somebody is asked: never assented, the rules changed, the circle begins anew with the same rules, somebody came
    in, or a year has passed.
    """

    NEVER = "never"
    CHANGED = "changed"
    ANEW = "anew"
    NEWCOMER = "newcomer"
    A_YEAR = "a_year"


class Missing(msgspec.Struct, frozen=True):
    """An assent that the circle waits for."""

    member: MemberId
    because: Because


def missing(
    rules: GroundRules, assents: Iterable[Assent], members: Iterable[Seat], now: datetime
) -> tuple[Missing, ...]:
    """
    Whose assent is needed now, in the order of the members.

    A newcomer makes a new circle, so from then on everybody is asked again, not the newcomer alone.
    """
    seats = tuple(members)
    given = tuple(assents)
    newest = max((seat.joined_at for seat in seats), default=rules.since)
    found = ((seat.member, _because(seat.member, rules, given, newest, now)) for seat in seats)
    return tuple(Missing(member, because) for member, because in found if because is not None)


def may_bring_case(
    rules: GroundRules, assents: Iterable[Assent], members: Iterable[Seat], now: datetime
) -> bool:
    """Whether a case may be on the table: there are members, and all have assented to the rules as they are."""
    seats = tuple(members)
    return seats != () and not missing(rules, assents, seats, now)


def agreed_at(rules: GroundRules, assents: Iterable[Assent], members: Iterable[Seat]) -> datetime | None:
    """When the last of those who are in the circle now assented to this version; none while one is missing."""
    last: dict[MemberId, datetime] = {}
    for assent in assents:
        if assent.version == rules.version and assent.at >= rules.since:
            last[assent.member] = max(assent.at, last.get(assent.member, assent.at))
    members_now = [seat.member for seat in members]
    if not members_now or any(member not in last for member in members_now):
        return None
    return max(last[member] for member in members_now)


def asked_again_at(assent: Assent) -> datetime:
    """When an assent has had its year: the same day and hour next year, 1 March for a leap day."""
    try:
        return assent.at.replace(year=assent.at.year + 1)
    except ValueError:
        return assent.at.replace(year=assent.at.year + 1, month=3, day=1)


@cache
def load_proposed_rules() -> tuple[ProposedRule, ...]:
    """The proposed set, in the order in which one would read it aloud."""
    plain = plain_from(FILE.read_text(encoding="utf-8"))
    return msgspec.convert(plain, dict[str, tuple[ProposedRule, ...]])["rules"]


def _because(
    member: MemberId, rules: GroundRules, assents: Iterable[Assent], newest: datetime, now: datetime
) -> Because | None:
    """The most telling reason first: a change says more than a year that passed as well."""
    own = [assent for assent in assents if assent.member == member and assent.at <= now]
    if not own:
        return Because.NEVER
    last = max(own, key=lambda assent: assent.at)
    if last.version != rules.version:
        return Because.CHANGED
    if last.at < rules.since:
        return Because.ANEW
    if last.at < newest:
        return Because.NEWCOMER
    return Because.A_YEAR if now >= asked_again_at(last) else None
