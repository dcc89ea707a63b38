"""What an organiser does with a kick-off. Actor first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy
from msgspec.structs import replace

from kring.core.meetings.plan import Pace
from kring.web.kickoff import queries
from kring.web.kickoff.access import kick_off_of
from kring.web.kickoff.models import KickOff
from kring.web.kickoff.zones import zone_name
from kring.web.meetings import actions as meetings
from kring.web.meetings.actions import FirstKeys
from kring.web.meetings.agendas import kick_off as agenda_of
from kring.web.meetings.queries import plan_for
from kring.web.organisations.actions import trace
from kring.web.programmes.access import Leading
from kring.web.programmes.letters import Reader, write_to
from kring.web.ui.refusal import Refused
from kring.web.vault.actions import MOST_IN_A_HALL

MOST_OF_THEM = (2, 3)  # who has agreed for it to start: a phone that lies idle keeps no hall waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What is planned."""

    starts_at: datetime
    zone: str
    minutes: int
    place: str


@transaction.atomic
def plan(leading: Leading, when: When, *, now: datetime) -> KickOff:
    """
    Say when and where it is. Where that changes people can be told anew.

    Raises:
        Refused: it lies in the past.
    """
    if when.starts_at <= now:
        raise Refused(422, "past", _("Choose a moment that is still to come."))
    planned = {
        "starts_at": when.starts_at,
        "zone": when.zone,
        "minutes": when.minutes,
        "place": when.place,
    }
    kick_off, made = KickOff.objects.select_for_update().get_or_create(
        programme=leading.programme, defaults=planned
    )
    same = all(getattr(kick_off, name) == value for name, value in planned.items())
    if not same:
        for name, value in planned.items():
            setattr(kick_off, name, value)
        kick_off.told_at = None
        kick_off.save(update_fields=[*planned, "told_at"])
    if made or not same:
        trace(leading, "planned-kick-off", programme=leading.programme.pk, now=now)
    return kick_off


@transaction.atomic
def tell(leading: Leading, *, site: str, now: datetime) -> int:
    """Write to everybody in the programme when and where it is. Returns to how many."""
    kick_off = kick_off_of(leading, lock=True)
    people = queries.to_tell(leading.programme)
    readers = [Reader(one.person.email if one.person else one.mail, one.name, one.language) for one in people]
    for reader in readers:
        write_to(
            [reader],
            subject=gettext_lazy("Kick-off of %(programme)s"),
            says=gettext_lazy(
                "The circles of %(programme)s start together on %(day)s, %(time)s, and it takes %(minutes)s minutes.\n"
                "Where: %(place)s\n\n"
                "Bring your phone: everybody writes ambitions and learning goals, which come onto the wall without names. "
                "Sign in beforehand with this address (%(mail)s), and you meet your circle there as well:"
            ),
            link=site + reverse("my-kick-off", args=[leading.programme.pk]),
            programme=leading.programme.name,
            **moment(kick_off, reader.language),
        )
    kick_off.told_at = now
    kick_off.save(update_fields=["told_at"])
    trace(leading, "told-of-kick-off", programme=leading.programme.pk, now=now, count=len(readers))
    return len(readers)


def moment(kick_off: KickOff, language: str) -> dict[str, object]:
    """As a mail says it."""
    at = kick_off.starts_at.astimezone(ZoneInfo(kick_off.zone))
    with translation.override(language):
        return {
            "day": date_format(at, "l j F Y"),
            "time": f"{date_format(at, 'H:i')} ({zone_name(kick_off.zone)})",
            "minutes": kick_off.minutes,
            "place": kick_off.place,
        }


@transaction.atomic
def open_room(leading: Leading, meeting: UUID, keys: FirstKeys, *, now: datetime) -> str:
    """
    Open the room, which whoever opens it also leads. Returns the token of the seat.

    Raises:
        Http404: no kick-off was planned.
        Refused: its room is open already, there are no circles yet, or the keys aren't in order.
    """
    kick_off = kick_off_of(leading, lock=True)
    if queries.is_open(kick_off):
        raise Refused(409, "open", _("The room is open already. Go back to the page and walk in."))
    circles = queries.circles_that_gather(kick_off)
    if not circles:
        raise Refused(409, "no-circles", _("First make the circles known: they sit together in this room."))
    plan = replace(
        plan_for(agenda_of(kick_off.minutes), pace=Pace.LIVE), circles=circles, starts_with=MOST_OF_THEM
    )
    token = meetings.open_meeting(meeting, plan, keys, now=now, admits=MOST_IN_A_HALL)
    kick_off.meeting, kick_off.opened_at = meeting, now
    kick_off.save(update_fields=["meeting", "opened_at"])
    trace(leading, "opened-kick-off", programme=leading.programme.pk, now=now)
    return token
