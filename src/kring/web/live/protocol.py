"""The words on the wire, both ways. docs/developer/protocol.md explains them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import Annotated

import msgspec

from kring.core.meetings.commands import AnyCommand
from kring.core.meetings.events import AnyEvent
from kring.core.meetings.plan import PersonId, Plan
from kring.core.meetings.sight import Delivery

_COMMAND_ID = re.compile(r"[!-~]{1,64}")


class Ending(IntEnum):
    """Why a line ends."""

    MALFORMED = 4400
    NO_SEAT = 4403
    NO_MEETING = 4404
    CLOSED = 4410
    TOO_FAST = 4429
    NOT_STORED = 1011


class Malformed(Exception):
    """Not a message of ours. `id`: that of the command, where it could be made out."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__("malformed")
        self.id = id


class Since(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Number of the last event seen."""

    since: Annotated[int, msgspec.Meta(ge=0)] = 0


class Hello(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first message on a line."""

    hello: Since


class _Named(msgspec.Struct, frozen=True):
    id: str | None = None


_hello = msgspec.json.Decoder(Hello)
_command: msgspec.json.Decoder[AnyCommand] = msgspec.json.Decoder(AnyCommand)
_named = msgspec.json.Decoder(_Named)
_encode = msgspec.json.Encoder().encode


def read_hello(text: str) -> int:
    """
    The number that somebody has seen.

    Raises:
        Malformed: it isn't a greeting.
    """
    try:
        return _hello.decode(text).hello.since
    except msgspec.MsgspecError:
        raise Malformed from None


def read_command(text: str) -> AnyCommand:
    """
    What somebody wants to do.

    Raises:
        Malformed: there is no such deed, or not with such fields.
    """
    try:
        command = _command.decode(text)
    except msgspec.MsgspecError:
        raise Malformed(_id_in(text)) from None
    if not _COMMAND_ID.fullmatch(command.id):
        raise Malformed
    return command


def _id_in(text: str) -> str | None:
    try:
        id = _named.decode(text).id
    except msgspec.MsgspecError:
        return None
    return id if id and _COMMAND_ID.fullmatch(id) else None


@dataclass(frozen=True, slots=True)
class Telling:
    """
    One message about events, in as many forms as it takes: rarely more than two.

    Attributes:
        rest: For everybody who isn't named in `apart`.
    """

    rest: str
    apart: Mapping[PersonId, str]

    def to(self, person: PersonId) -> str:
        """The form for this person."""
        return self.apart.get(person, self.rest) if self.apart else self.rest


@dataclass(frozen=True, slots=True)
class ToTell:
    """An event in its place, its stored form, and who may see what of it."""

    number: int
    at: datetime
    event: AnyEvent
    body: str
    forms: tuple[Delivery, ...]


def body_of(event: AnyEvent) -> str:
    """An event as it is stored."""
    return _encode(event).decode()


def tell(events: Sequence[ToTell]) -> Telling:
    """Write the events of one deed, once for everybody who may see the same of them."""
    people = {person for told in events for form in told.forms for person in form.to or ()}
    apart = {person: _events([_form_for(told, person) for told in events]) for person in people}
    return Telling(_events([_form_for(told, None) for told in events]), apart)


def _form_for(told: ToTell, person: PersonId | None) -> str:
    form = next(form for form in told.forms if form.to is None or person in form.to)
    body = told.body if form.event is told.event else body_of(form.event)
    return placed(told.number, told.at, body)


def placed(number: int, at: datetime, body: str) -> str:
    """An event with its number and moment."""
    return f'{{"number":{number},"at":"{moment(at)}",{body[1:]}'


def _events(events: Sequence[str]) -> str:
    return f'{{"events":[{",".join(events)}]}}'


def history(events: Sequence[tuple[int, datetime, AnyEvent]]) -> str:
    """What happened before somebody came (back), as far as they may see it."""
    return _events([placed(number, at, body_of(event)) for number, at, event in events])


def moment(at: datetime) -> str:
    """A moment in UTC, to the millisecond."""
    return f"{at.astimezone(UTC).isoformat(timespec='milliseconds')[:-6]}Z"


def welcome(
    person: PersonId,
    *,
    number: int,
    now: datetime,
    plan: Plan,
    language: str,
    expires: datetime,
    door_open: bool,
) -> str:
    """The answer to a greeting: who you are here, and what holds."""
    told = {
        "you": person,
        "number": number,
        "now": moment(now),
        "plan": plan,
        "language": language,
        "expires": moment(expires),
        "door": "open" if door_open else "closed",
    }
    return _encode({"welcome": told}).decode()


WAITING = '{"waiting":true}'
DOOR_CLOSED = '{"door":"closed"}'


def keys(epoch: int) -> str:
    """The keys changed: fetch them."""
    return f'{{"keys":{{"epoch":{epoch}}}}}'


def done(id: str, number: int) -> str:
    """The command was stored."""
    return _encode({"done": id, "number": number}).decode()


def refused(id: str | None, code: str, say: str) -> str:
    """The command wasn't done."""
    return _encode({"refused": id, "code": code, "say": say}).decode()
