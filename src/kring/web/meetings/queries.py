"""What pages and the live room need to know of a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from django.conf import settings
from django.utils.translation import gettext as _

from kring.core.meetings import Agenda, days_of, unroll
from kring.core.meetings.events import AnyEvent, Numbered
from kring.core.meetings.plan import Pace, Plan
from kring.core.methods.method import Method
from kring.web.meetings import agendas
from kring.web.meetings.access import meeting_by_link
from kring.web.meetings.models import Deletion, Event, Meeting
from kring.web.ui.refusal import Refused

_EVENT: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting as the live room takes it up: the plan with the sealed texts of its method, and everything that happened."""

    plan: Plan
    expires_at: datetime
    closed: bool
    events: tuple[Numbered, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    Whether and when a meeting's content was destroyed.

    Attributes:
        due_at: When it will be at the latest.
        counts: What was destroyed, by kind.
    """

    meeting: UUID
    destroyed: bool
    opened_at: datetime
    closed_at: datetime | None
    due_at: datetime | None
    destroyed_at: datetime | None
    why: str | None
    counts: dict[str, int]


def plan_for(agenda: Agenda, *, pace: Pace, own: Mapping[str, Method] = agendas.NONE) -> Plan:
    """
    The plan of a meeting by this agenda; written over days, within the host's term if that can be.

    `own`: methods that stand in no library, by the name that the meeting has for them.

    Raises:
        Refused: nobody can meet by it, or it takes longer than anything is kept here.
    """
    fault = agendas.first_fault(agenda, own)
    if fault is not None:
        raise Refused(422, "agenda", fault)
    shelf = agendas.shelf(own)
    plan = unroll(agenda, shelf, pace)
    if pace is Pace.LIVE or days_of(plan) < settings.RETENTION_DAYS:
        return plan
    plan = unroll(agenda, shelf, pace, days=settings.RETENTION_DAYS - 1)
    if days_of(plan) < settings.RETENTION_DAYS:
        return plan
    say = _(
        "Written over days, this meeting takes %(days)s days, and on this server everything is destroyed after"
        " %(term)s. Choose a shorter method, leave something out, or meet live."
    )
    raise Refused(422, "too_long", say % {"days": days_of(plan), "term": settings.RETENTION_DAYS})


def told(meeting: UUID) -> Told | None:
    """The meeting from its first event to its last, or nothing where it is gone."""
    row = Meeting.objects.filter(pk=meeting).first()
    if row is None:
        return None
    events = Event.objects.filter(meeting=meeting).order_by("number")
    return Told(
        plan=msgspec.json.decode(row.plan, type=Plan),
        words=row.words,
        expires_at=row.expires_at,
        closed=row.closed_at is not None,
        events=tuple(
            Numbered(number=number, at=at, event=_EVENT.decode(body))
            for number, at, body in events.values_list("number", "at", "body")
        ),
    )


def is_gone(meeting: UUID) -> bool:
    """Whether there was such a meeting, and its content has been destroyed."""
    return Deletion.objects.filter(pk=meeting).exists()


def evidence(meeting: UUID) -> Evidence:
    """
    What anybody who was there may ask for: when it goes, or that it went.

    Raises:
        Http404: there never was such a meeting.
    """
    found = meeting_by_link(meeting)
    if isinstance(found, Deletion):
        return Evidence(
            meeting=meeting,
            destroyed=True,
            opened_at=found.opened_at,
            closed_at=found.closed_at,
            due_at=None,
            destroyed_at=found.destroyed_at,
            why=found.why,
            counts=found.counts,
        )
    return Evidence(
        meeting=meeting,
        destroyed=False,
        opened_at=found.opened_at,
        closed_at=found.closed_at,
        due_at=due_at(found),
        destroyed_at=None,
        why=None,
        counts={},
    )


def due_at(meeting: Meeting) -> datetime:
    """When the content goes at the latest."""
    if meeting.closed_at is None:
        return meeting.expires_at
    return min(meeting.expires_at, meeting.closed_at + timedelta(minutes=settings.CLOSING_MINUTES))
