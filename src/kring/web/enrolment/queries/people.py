"""The organiser's list of people."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from kring.web.enrolment.models import Participant
from kring.web.programmes.access import Leading
from kring.web.programmes.models import Programme, Stage

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class People:
    """
    A page of the list, and what stands above it.

    Attributes:
        changed: How many changed what they told since enrolment was over; never who.
    """

    page: "Page[Participant]"
    total: int
    facilitators: int
    without_slots: int
    without_mail: int
    changed: int


def people_of(programme: Programme, search: str, number: str, *, failed: bool = False) -> People:
    """By name; `search` looks in name, address, profession and team, `failed` for whose mail doesn't arrive."""
    there = programme.participants.there()
    counts = there.aggregate(
        total=Count("pk"),
        facilitators=Count("pk", filter=Q(facilitates=True)),
        without_slots=Count("pk", filter=Q(slots=[])),
        without_mail=Count("pk", filter=Q(mail="")),
        changed=Count("pk", filter=Q(changed_since_forming=True)),
    )
    found = there.select_related("invitation").order_by("name", "key")
    if failed:
        found = found.exclude(invitation__failed_at=None)
    for word in search.split()[:5]:
        found = found.filter(
            Q(name__icontains=word)
            | Q(mail__icontains=word)
            | Q(profession__icontains=word)
            | Q(team__icontains=word)
        )
    return People(page=Paginator(found, ON_A_PAGE).get_page(number), **counts)


def enrolled(programme: Programme) -> int:
    """How many there are, those who lead circles not among them."""
    return programme.participants.to_seat().count()


def on_programme(leading: Leading, now: datetime) -> dict[str, Any] | None:
    """For the organiser's page: that nobody is there yet, or that the link is open."""
    programme = leading.programme
    if programme.stage not in {Stage.ENROLLING, Stage.PROPOSED}:
        return None
    return {
        "programme": programme,
        "people": enrolled(programme),
        "facilitators": programme.participants.facilitators().count(),
    }
