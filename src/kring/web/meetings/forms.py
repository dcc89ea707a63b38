"""What comes in when a meeting is begun."""

from uuid import UUID

import msgspec
from django.http import QueryDict

from kring.core.meetings import Agenda, Pace, Part, PartKind
from kring.core.meetings.parts import USUAL_MINUTES
from kring.web.meetings.first_keys import NewGroup, not_whole
from kring.web.meetings.own_methods import OwnMethods, OwnWithWords, check_words


class AskedAgenda(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    An agenda to be looked at, with methods that stand in no library.

    Attributes:
        parts: None for the usual ones with the (only) method.
    """

    own: OwnMethods
    minutes: int
    pace: Pace
    parts: tuple[Part, ...] | None = None


class NewMeeting(NewGroup, frozen=True, forbid_unknown_fields=True):
    """A meeting and the first keys of its group, all made in the browser."""

    pace: Pace
    acct: UUID
    agenda: Agenda
    own: OwnWithWords | None = None


class GoingOn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody keeps the circle: invitations for the others, sealed in the meeting."""

    circle: UUID
    text: str


def agenda_of(asked: QueryDict) -> Agenda | None:
    """
    The agenda in an address: `part=block:arrival&part=method:basis:45&minutes=120`. None where it isn't one.

    An agenda is nobody's content, so it may stand in an address; a part's minutes are left out where it has
    none of its own.
    """
    try:
        minutes = int(asked.get("minutes") or USUAL_MINUTES)
        parts = tuple(_part(text) for text in asked.getlist("part"))
    except ValueError:
        return None
    return Agenda(parts=parts, minutes=minutes)


def _part(text: str) -> Part:
    kind, name, *own = text.split(":")
    return Part(kind=PartKind(kind), id=name, minutes=int(own[0]) if own else None)


def check_new_meeting(new: NewMeeting) -> None:
    """Whether the keys belong to whoever begins, and what is sealed is."""
    if new.own is not None:
        check_words(new.own.words, new.box.id)
    if new.member[0] != str(new.acct):
        raise not_whole()
