"""Who of a list can be written to, and how that went."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Q

from kring.web.enrolment.models import Invitation, Participant, Participants
from kring.web.programmes.models import Programme, Stage

NOT_TWICE_WITHIN = timedelta(days=7)
PRESSED_TWICE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Inviting:
    """
    How far writing to the list is.

    Attributes:
        may: Whether people can be written to at this stage.
        to_write: Who has an address, told nothing yet, and wasn't written to this week.
        lately: The same, but who was.
        written: To how many a letter went, ever, as long as they are in.
        told: How many of these have told their wishes since.
        waiting: How many letters are still on their way.
        failed: How many mailboxes didn't take it.
        last: When the organiser last pressed.
    """

    may: bool
    to_write: int
    lately: int
    written: int
    told: int
    waiting: int
    failed: int
    last: datetime | None


def inviting_of(programme: Programme, now: datetime) -> Inviting:
    """For the page of people."""
    people = programme.participants.unheard()
    letters = Invitation.objects.filter(participant__programme=programme, participant__left_at=None)
    counts = letters.aggregate(
        written=Count("pk", filter=~Q(sent_at=None)),
        told=Count("pk", filter=~Q(sent_at=None) & ~Q(participant__told_at=None)),
        waiting=Count("pk", filter=Q(sent_at=None, failed_at=None)),
        failed=Count("pk", filter=~Q(failed_at=None)),
        last=Max("asked_at"),
    )
    return Inviting(
        may=can_be_written_to(programme),
        to_write=unwritten(people, now).count(),
        lately=lately_written(people, now).count(),
        **counts,
    )


@dataclass(frozen=True, slots=True)
class Writing:
    """
    Writing to one person.

    Attributes:
        may: Whether that makes sense: an address, and nothing told by themselves yet.
        lately: Whether it was done this week.
    """

    may: bool
    lately: bool
    invitation: Invitation | None


def writing_to(row: Participant, now: datetime) -> Writing:
    """For the page of somebody."""
    invitation = Invitation.objects.filter(participant=row).first()
    may = can_be_written_to(row.programme) and bool(row.mail) and row.told_at is None
    lately = (
        invitation is not None and not invitation.failed_at and invitation.asked_at > now - NOT_TWICE_WITHIN
    )
    return Writing(may, lately, invitation)


def can_be_written_to(programme: Programme) -> bool:
    """After it was agreed, and before circles are there: then what people tell still counts."""
    return programme.stage in {Stage.ENROLLING, Stage.FORMING}


def unwritten(people: Participants, now: datetime) -> Participants:
    """Who had no letter this week; one that the mailbox didn't take is none."""
    return people.exclude(_lately(now))


def lately_written(people: Participants, now: datetime) -> Participants:
    """Who had one."""
    return people.filter(_lately(now))


def not_just_written(people: Participants, now: datetime) -> Participants:
    """Without those for whom the button was pressed a moment ago."""
    return people.exclude(invitation__asked_at__gt=now - PRESSED_TWICE)


def _lately(now: datetime) -> Q:
    return Q(invitation__asked_at__gt=now - NOT_TWICE_WITHIN, invitation__failed_at=None)
