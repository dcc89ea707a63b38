"""What the pages of a kick-off need."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.core.meetings import PartKind, PlannedCircle
from kring.core.meetings.parts import least, most
from kring.web.circles.models import Chair
from kring.web.circles.queries import circles_of, circles_of_programme, ids_of_programme
from kring.web.enrolment.models import Participant
from kring.web.kickoff.models import KickOff
from kring.web.kickoff.zones import zone_name
from kring.web.meetings.agendas import KICK_OFF, shelf
from kring.web.meetings.halls import Hall, Table
from kring.web.meetings.models import Meeting
from kring.web.people.models import Person
from kring.web.people.places import Placed
from kring.web.programmes.models import Programme

STAYS = timedelta(days=1)  # afterwards one still looks up where it was, and how to come to one's circle


def planned(programme: Programme) -> KickOff | None:
    """The kick-off of a programme, if one was planned."""
    return KickOff.objects.filter(programme=programme).first()


def is_open(kick_off: KickOff) -> bool:
    """Whether its room is open now."""
    meeting = kick_off.meeting
    return meeting is not None and Meeting.objects.filter(pk=meeting, closed_at=None).exists()


def bounds() -> tuple[int, int]:
    """The fewest and the most minutes that the gathering can take."""
    phases = shelf()[PartKind.BLOCK][KICK_OFF].phases
    return least(phases), most(phases)


def to_tell(programme: Programme) -> list[Participant]:
    """Everybody in it who has an address, those who lead circles among them."""
    rows = Participant.objects.filter(programme=programme, left_at=None).select_related("person")
    return [one for one in rows.order_by("name", "pk") if one.person or one.mail]


def own_circles(participant: Participant) -> list[tuple[str, str]]:
    """Circles of this programme in which somebody sits or has a chair: name, and address of the page."""
    person = participant.person
    if not isinstance(person, Person):
        return []
    of_programme = set(ids_of_programme(participant.programme_id))
    sits = {one.circle_id: one.circle.name for one in circles_of(person) if one.circle_id in of_programme}
    chairs = Chair.objects.filter(person=person, gathered__in=of_programme - set(sits)).select_related(
        "gathered"
    )
    waiting = {chair.gathered_id: chair.gathered.name for chair in chairs}
    return [
        *((name, reverse("circle", args=[circle])) for circle, name in sits.items()),
        *(
            (name, reverse("begin-circle", args=[circle]))
            for circle, name in sorted(waiting.items(), key=str)
        ),
    ]


def circles_that_gather(kick_off: KickOff) -> tuple[PlannedCircle, ...]:
    """Those that were made known, by name."""
    found = circles_of_programme(kick_off.programme_id)
    return tuple(PlannedCircle(id=str(one.id), name=one.name) for one in found)


def hall(meeting: UUID, person: Person | None) -> Hall | None:
    """
    The circles that gather in a meeting, and in which of them somebody who is signed in has a place.

    Whoever leads several has none here: they walk around.
    """
    kick_off = KickOff.objects.filter(meeting=meeting).first()
    if kick_off is None:
        return None
    tables = tuple(
        Table(one.id, one.name, reverse("begin-circle", args=[one.id]))
        for one in circles_that_gather(kick_off)
    )
    chairs = Chair.objects.filter(person=person, gathered__programme=kick_off.programme_id)
    own = list(chairs.values_list("gathered", flat=True)) if person is not None else []
    return Hall(tables, str(own[0]) if len(own) == 1 else "")


def told_to_participant(participant: Participant, now: datetime) -> dict[str, Any] | None:
    """For somebody's own page: when and where, until it is over."""
    kick_off = KickOff.objects.filter(programme=participant.programme_id, starts_at__gt=now - STAYS).first()
    if kick_off is None:
        return None
    return {
        "kick_off": kick_off,
        "day": date_format(kick_off.starts_at.astimezone(ZoneInfo(kick_off.zone)), "l j F, H:i"),
        "zone": zone_name(kick_off.zone),
        "is_open": is_open(kick_off),
        "address": reverse("my-kick-off", args=[participant.programme_id]),
    }


def places_of(person: Person) -> list[Placed]:
    """The kick-offs somebody is expected at, until they are over."""
    found = KickOff.objects.filter(
        programme__participants__person=person,
        programme__participants__left_at=None,
        starts_at__gt=timezone.now() - STAYS,
    ).select_related("programme")
    return [
        Placed(
            _("Kick-off of %(programme)s") % {"programme": one.programme.name},
            date_format(one.starts_at.astimezone(ZoneInfo(one.zone)), "j F Y, H:i"),
            reverse("my-kick-off", args=[one.programme_id]),
        )
        for one in found.order_by("starts_at").distinct()
    ]
