"""The words on the wire, both ways. docs/developer/protocol.md explains them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import Annotated

import msgspec

from kring.core.meetings.commands import AnyCommand
from kring.core.meetings.events import AnyEvent
from kring.core.meetings.plan import PersonId, Plan
from kring.core.meetings.sight import Delivery, carries_texts, without_texts
from kring.core.meetings.state import State
from kring.web.live.wire import Words, words

_COMMAND_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")


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


class Telling(msgspec.Struct):
    """
    One message about events, in as many forms as it takes: rarely more than two.

    Attributes:
        bodies: The events as they are stored.
        rest: For everybody who isn't named in `apart`.
        agreed: Who may be handed texts, where there are any. Written out for the others only when there is one.
    """

    bodies: list[str]
    rest: Words
    apart: dict[PersonId, Words]
    events: Sequence[Happened]
    at: str
    agreed: frozenset[PersonId] | None
    _for_others: Words | None = None

    def to(self, person: PersonId) -> Words:
        """The form for this person."""
        if self.agreed is not None and person not in self.agreed:
            if self._for_others is None:
                self._for_others = _without_texts(self.events, self.at)
            return self._for_others
        return self.apart.get(person, self.rest) if self.apart else self.rest


Happened = tuple[int, AnyEvent, tuple[Delivery, ...]]  # number, event, and who may see what of it


def tell(events: Sequence[Happened], at: str, state: State) -> Telling:
    """Write the events of one deed, once for everybody who may see the same of them. `state` is as it is after it."""
    bodies = [body_of(event) for _, event, _ in events]
    apart: dict[PersonId, Words] = {}
    for _, _, forms in events:
        for form in forms[:-1]:
            for person in form.to or ():
                if person not in apart:
                    apart[person] = _message(events, bodies, at, person)
    agreed = None
    if any(carries_texts(event) for _, event, _ in events):
        agreed = frozenset(person.id for person in state.people.values() if person.assented)
    return Telling(bodies, _message(events, bodies, at, None), apart, events, at, agreed)


def _message(events: Sequence[Happened], bodies: Sequence[str], at: str, person: PersonId | None) -> Words:
    texts = []
    for (number, event, forms), body in zip(events, bodies, strict=True):
        form = next(form for form in forms if form.to is None or person in form.to)
        texts.append(placed(number, at, body if form.event is event else body_of(form.event)))
    return _events(texts)


def _without_texts(events: Sequence[Happened], at: str) -> Words:
    return _events(
        [placed(number, at, body_of(without_texts(forms[-1].event))) for number, _, forms in events]
    )


def body_of(event: AnyEvent) -> str:
    """An event as it is stored."""
    return _encode(event).decode()


def placed(number: int, at: str, body: str) -> str:
    """An event with its number and moment."""
    return f'{{"number":{number},"at":"{at}",{body[1:]}'


def _events(events: Sequence[str]) -> Words:
    return words(f'{{"events":[{",".join(events)}]}}')


def history(events: Sequence[tuple[int, datetime, AnyEvent]]) -> Words:
    """What happened before somebody came (back), as far as they may see it."""
    return _events([placed(number, moment(at), body_of(event)) for number, at, event in events])


def moment(at: datetime) -> str:
    """A moment, which is in UTC already, to the millisecond."""
    return f"{at.isoformat(timespec='milliseconds')[:-6]}Z"


def welcome(
    person: PersonId,
    *,
    number: int,
    now: datetime,
    plan: Plan,
    language: str,
    expires: datetime,
    door_open: bool,
    words_of_method: str = "",
) -> Words:
    """The answer to a greeting: who you are here, and what holds."""
    told = {
        "you": person,
        "number": number,
        "now": moment(now),
        "plan": plan,
        "language": language,
        "expires": moment(expires),
        "door": "open" if door_open else "closed",
        **({"words": words_of_method} if words_of_method else {}),
    }
    return words(_encode({"welcome": told}).decode())


WAITING = words('{"waiting":true}')
DOOR_CLOSED = words('{"door":"closed"}')


def keys(epoch: int) -> Words:
    """The keys changed: fetch them."""
    return words(f'{{"keys":{{"epoch":{epoch}}}}}')


def done(id: str, number: int) -> Words:
    """The command was stored."""
    return words(f'{{"done":"{id}","number":{number}}}')


def refused(id: str | None, code: str, say: str) -> Words:
    """The command wasn't done."""
    return words(_encode({"refused": id, "code": code, "say": say}).decode())
