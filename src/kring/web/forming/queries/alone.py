"""Who has no circle, why, and what would help."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

import msgspec
from msgspec.structs import replace

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.moving import faults_of
from kring.core.circles.forming.reasons import Reason
from kring.core.circles.forming.saying import Language
from kring.core.circles.forming.telling import told_change, told_reason
from kring.web.enrolment.models import Participant
from kring.web.enrolment.queries.seating import to_seat
from kring.web.forming.models import Division
from kring.web.forming.queries.people import Known
from kring.web.forming.queries.seats import Seated


@dataclass(frozen=True, slots=True)
class Alone:
    """Somebody without a circle; `why` is empty for who came or was taken out since it was formed."""

    participant: Participant
    why: str


def alone_in(seats: Seated) -> list[UUID]:
    """Who looks for a circle here and has none, in the order of their names."""
    placed = {one for circle in seats.circles for one in circle.members}
    looking = to_seat(seats.division.programme).order_by("name", "pk").values_list("pk", flat=True)
    return [pk for pk in looking if str(pk) not in placed]


def reasons_of(division: Division, people: Collection[UUID] | None = None) -> dict[UUID, Reason]:
    """Why nobody was found for these people, or for all of them; who came later isn't in it."""
    rows = division.left_out.all() if people is None else division.left_out.filter(participant__in=people)
    return {row.participant_id: msgspec.convert(row.reason, Reason, strict=False) for row in rows}


def told_why(reason: Reason | None, seats: Seated, known: Known, language: Language) -> str:
    """In a sentence, with the smallest change as far as it still helps; empty without a reason."""
    if reason is None:
        return ""
    told = known.named(told_reason(reason, seats.rules, language))
    if _still_holds(reason, seats, known):
        return told
    return told.removesuffix(told_change(reason.change, language)).strip()


def _still_holds(reason: Reason, seats: Seated, known: Known) -> bool:
    """Whether the change would still help, now that others may sit elsewhere."""
    change = reason.change
    if change is None:
        return True
    if change.circle >= len(seats.circles):
        return False
    one = known.everybody.by_id[reason.who]
    changed = replace(one, online=one.online or change.online, slots=one.slots | set(change.slots))
    others = [other for other in known.everybody.by_id.values() if other.id != one.id]
    circle = seats.circles[change.circle]
    joined = replace(circle, members=(*circle.members, one.id))
    return not faults_of(joined, Everybody([*others, changed], seats.rules))
