"""What this room tells to the pages of others."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from kring.web.enrolment.models import Participant
from kring.web.forming.models import ProposedCircle
from kring.web.forming.queries.person import Mine, circles_of_mine
from kring.web.programmes.models import Programme


def published_in(programme: Programme) -> Sequence[UUID]:
    """Which circles belong to a programme."""
    rows = ProposedCircle.objects.filter(division__programme=programme).exclude(published=None)
    return [published for published in rows.values_list("published", flat=True) if published]


def mine(participant: Participant, now: datetime) -> Mapping[str, Any] | None:
    """Somebody's own circle, once it is published, and those that they lead."""
    circles: Sequence[Mine] = circles_of_mine(participant, "en" if get_language() == "en" else "nl")
    return {"circles": circles} if circles else None
