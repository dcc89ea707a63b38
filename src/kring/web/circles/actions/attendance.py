"""Putting right what was taken down about who was there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.core.circles.attendance import Attendance
from kring.web.circles.access import circle_for, held_in
from kring.web.circles.models import Correction, Presence
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused


@dataclass(frozen=True, slots=True)
class PutRight:
    """What somebody saw about one member, and what it should be."""

    was: Attendance
    attendance: Attendance


@transaction.atomic
def put_right(
    actor: Person, circle: UUID, meeting: UUID, found: Mapping[UUID, PutRight], *, now: datetime
) -> int:
    """
    Say who was there after all, or wasn't. Any member may, of anybody; the circle sees who did. Returns how many changed.

    About people who aren't in `found` nothing changes.

    Raises:
        Http404: not the actor's circle, or another circle's meeting.
        Refused: another member put it right meanwhile; nothing changes then.
    """
    held = held_in(circle_for(actor, circle, lock=True), meeting)
    changed = {person: one for person, one in found.items() if one.was is not one.attendance}
    for presence in Presence.objects.select_for_update().filter(held=held, person__in=changed):
        wanted = changed[presence.person_id]
        if presence.attendance != wanted.was.value:
            say = _("Another member put this right meanwhile. Look at it again first.")
            raise Refused(409, "newer", say)
        Correction.objects.create(
            presence=presence, was=wanted.was.value, attendance=wanted.attendance.value, by=actor, at=now
        )
        presence.attendance = wanted.attendance.value
        presence.save(update_fields=["attendance"])
    return len(changed)
