"""The socket of a room, from the knock to the last message."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import get_language_from_request

from kring.core.meetings.plan import PersonId
from kring.web.live import protocol
from kring.web.live.hub import Hub, in_thread
from kring.web.live.line import Line, Message, Send
from kring.web.live.protocol import Ending, Malformed
from kring.web.live.room import Room
from kring.web.live.sentences import say
from kring.web.live.wire import EXTENSION, Wire
from kring.web.meetings.queries import is_gone
from kring.web.ui.origin import is_from_here
from kring.web.vault import access
from kring.web.vault.queries import waits_at_door
from kring.web.vault.seat_cookie import NAME as SEAT

Receive = Callable[[], Awaitable[Message]]
Scope = dict[str, Any]  # Any: ASGI's own

HELLO_WITHIN_SECONDS = 10

_log = logging.getLogger(__name__)
_PATH = re.compile(r"/m/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/live/")


class NoLine(Exception):
    """Nobody gets a line here. `why`: a word of `sentences`."""

    def __init__(self, code: Ending, why: str) -> None:
        super().__init__(why)
        self.code, self.why = code, why


async def converse(hub: Hub, scope: Scope, receive: Receive, send: Send) -> None:
    """Everything that goes on on one line."""
    await receive()  # websocket.connect
    await send({"type": "websocket.accept"})
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    cookies = cookies_in(headers)
    language = language_of(headers, cookies)
    try:
        room, person = await who_knocks(hub, scope["path"], headers, cookies)
    except NoLine as no:
        await send({"type": "websocket.close", "code": no.code, "reason": say(no.why, language)})
        return
    wire = scope.get("extensions", {}).get(EXTENSION)
    line = Line(send, room.meeting, person, language, wire=wire)
    room.guests += 1  # nothing was waited for since the room was found, so nobody has given it up meanwhile
    try:
        await listen(hub, room, line, receive, wire)
    except asyncio.CancelledError:
        if not line.closed:  # not because it fell behind: the server stops
            raise
    finally:
        hub.left(room, line)
    await line.finish()


async def listen(hub: Hub, room: Room, line: Line, receive: Receive, wire: Wire | None) -> None:
    """Greet, and take what comes until the line ends."""
    try:
        async with asyncio.timeout(HELLO_WITHIN_SECONDS):
            line.sent = protocol.read_hello(text_of(await receive()))
    except (Malformed, TimeoutError):
        line.close(Ending.MALFORMED, say("malformed", line.language))
        return
    await let_in(hub, room, line)

    def hear(text: str) -> None:
        if line.closed or line in room.waiting:
            return
        try:
            room.take(line, text, hub.loop.time())
        except Malformed:
            line.close(Ending.MALFORMED, say("malformed", line.language))
        except Exception:  # noqa: BLE001 -- whatever it is, it must not take the room with it
            _log.exception("a deed failed in meeting %s", room.meeting)
            line.close(Ending.NOT_STORED, say("not_stored", line.language))

    if wire is not None:
        wire.ear = hear
    while not line.closed:
        message = await receive()
        if message["type"] == "websocket.disconnect":
            return
        hear(message.get("text") or "")


async def let_in(hub: Hub, room: Room, line: Line) -> None:
    """Into the room, or to wait at the door for those who are in it."""
    room.waiting.append(line)  # first of all, so that whoever lets them in meanwhile finds them here
    waits = await in_thread(waits_at_door, room.meeting, UUID(line.person))
    if not hub.holds(room):
        line.close(Ending.NOT_STORED, say("not_stored", line.language))
    elif line in room.waiting:
        if waits:
            line.put(protocol.WAITING)
        else:
            room.waiting.remove(line)
            room.enter(line, line.sent)


def text_of(message: Message) -> str:
    """
    The text of a message.

    Raises:
        Malformed: it holds bytes, or the line ended.
    """
    text = message.get("text")
    if not isinstance(text, str):
        raise Malformed
    return text


async def who_knocks(
    hub: Hub, path: str, headers: dict[str, str], cookies: dict[str, str]
) -> tuple[Room, PersonId]:
    """
    The room, and whose seat it is.

    Raises:
        NoLine: no such address, a page of another site, or no seat in this meeting.
    """
    wanted = _PATH.fullmatch(path)
    if wanted is None:
        raise NoLine(Ending.NO_MEETING, "no_meeting")
    if not is_from_here(headers.get("origin"), headers.get("host", "")):
        raise NoLine(Ending.NO_SEAT, "elsewhere")
    meeting = UUID(wanted[1])
    acct = await in_thread(acct_of_seat, meeting, cookies.get(SEAT))
    room = await hub.room(meeting) if acct is not None else None
    if room is None or acct is None:
        raise NoLine(*await in_thread(why_not, meeting))
    return room, PersonId(str(acct))


def acct_of_seat(meeting: UUID, token: str | None) -> UUID | None:
    """Whose seat the cookie shows."""
    try:
        return access.seat_of(meeting, token).acct
    except Http404:
        return None


def why_not(meeting: UUID) -> tuple[Ending, str]:
    """What somebody without a seat hears: the same of a meeting that goes on and of one that never was."""
    return (Ending.CLOSED, "gone") if is_gone(meeting) else (Ending.NO_SEAT, "no_seat")


def cookies_in(headers: dict[str, str]) -> dict[str, str]:
    """The cookies that came along; none where they can't be read."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def language_of(headers: dict[str, str], cookies: dict[str, str]) -> str:
    """The language that the pages speak to this person, too."""
    request = HttpRequest()
    request.COOKIES = cookies
    request.META["HTTP_ACCEPT_LANGUAGE"] = headers.get("accept-language", "")
    return get_language_from_request(request)
