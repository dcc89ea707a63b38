"""What this room tells to the pages of others."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from kring.core.circles.forming.people import Rules
from kring.web.enrolment.models import Participant
from kring.web.enrolment.queries.seating import to_seat
from kring.web.forming.models import ProposedCircle
from kring.web.forming.queries.person import Mine, circles_of_mine
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Programme, Stage


def published_in(programme: Programme) -> Sequence[UUID]:
    """Which circles belong to a programme."""
    rows = ProposedCircle.objects.filter(division__programme=programme).exclude(published=None)
    return [published for published in rows.values_list("published", flat=True) if published]


def next_step(leading: Leading, _now: datetime) -> Mapping[str, Any] | None:
    """What the organiser does next: form circles, or publish those that are formed."""
    programme = leading.programme
    if programme.stage in {Stage.PROPOSED, Stage.ENDED}:
        return None
    formed = ProposedCircle.objects.filter(division__programme=programme, division__is_current=True)
    waiting = formed.filter(published=None, seats__isnull=False).distinct().count()
    people = 0 if formed.exists() else to_seat(programme).count()
    if not waiting and people < programme.rules.get("size_min", Rules().size_min):
        return None
    return {"programme": programme, "waiting": waiting, "people": people}


def mine(participant: Participant, now: datetime) -> Mapping[str, Any] | None:
    """Somebody's own circle, once it is published, and those that they lead."""
    circles: Sequence[Mine] = circles_of_mine(participant, "en" if get_language() == "en" else "nl")
    return {"circles": circles} if circles else None
