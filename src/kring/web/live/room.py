"""
One meeting while people are in it: where it stands, what happened, and who is on the line.

A deed is decided at once upon everything decided before, and told to nobody until it is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from time import time
from uuid import UUID

from kring.core.meetings.commands import AnyCommand, Join
from kring.core.meetings.deciding import decide
from kring.core.meetings.events import AnyEvent, Closed, Left, Numbered
from kring.core.meetings.evolving import evolve, replay
from kring.core.meetings.plan import PersonId
from kring.core.meetings.refusals import Refusal
from kring.core.meetings.sight import audience, projection_of_history
from kring.core.meetings.state import Stage
from kring.web.live import protocol
from kring.web.live.line import Line
from kring.web.live.protocol import Ending, Happened, Telling
from kring.web.live.sentences import say
from kring.web.live.wire import Words
from kring.web.live.writer import Entry
from kring.web.meetings.queries import Told
from kring.web.ui.pace import Bucket
from kring.web.vault.envelopes import NotSealed, TooLarge, box_of
from kring.web.vault.queries import WallsNow

DEEDS_PER_SECOND = 20  # nobody taps faster; a companion in a hurry does
DEEDS_AT_ONCE = 60  # what an outbox sends after ten minutes without a line
PATIENCE = 300  # so many refusals for going too fast, and the line ends


class Deed(Entry, frozen=True, kw_only=True):
    """
    Something that was decided, waiting to be stored and told.

    Attributes:
        number: Of its last event.
        line: Whom to answer, if somebody asked for it, by the id of the `command`.
        left: Who went for good with it.
    """

    room: Room
    number: int
    telling: Telling
    line: Line | None
    command: str
    left: list[PersonId]


class Room:
    """Everything is called on the loop, and nothing here waits."""

    def __init__(self, meeting: UUID, told: Told, walls: WallsNow, store: Callable[[Deed], None]) -> None:
        self.meeting, self.plan, self.expires_at = meeting, told.plan, told.expires_at
        self.words_of_method = told.words
        self.state = replay(told.plan, told.events)
        self.stored = self.state.number
        self.boxes = {box.bytes for box in walls.boxes}
        self.epoch, self.door_open = walls.epoch, walls.door_open
        self.lines: dict[PersonId, list[Line]] = {}
        self.waiting: list[Line] = []
        self.guests = 0  # lines that were opened, whether or not they have greeted yet
        self.away_from: dict[PersonId, float] = {}  # since when (on the loop's clock) their last line is gone
        self._key = meeting.hex
        self._log = list(told.events)
        self._store = store
        self._pace: dict[PersonId, Bucket] = {}

    # who is on the line -----------------------------------------------------------------------------

    def enter(self, line: Line, since: int) -> None:
        """Welcome somebody, tell what they missed, and let the others see them."""
        line.put(
            protocol.welcome(
                line.person,
                number=self.stored,
                now=moment(),
                plan=self.plan,
                language=line.language,
                expires=self.expires_at,
                door_open=self.door_open,
                words_of_method=self.words_of_method,
            )
        )
        if since < self.stored:
            line.put(self._history(line.person, since))
        line.sent = self.stored
        if self.state.stage is Stage.CLOSED and self.stored == self.state.number:
            line.close(Ending.CLOSED, say("closed", line.language))
            return
        self.lines.setdefault(line.person, []).append(line)
        self.away_from.pop(line.person, None)
        self.let_join(line.person)

    def let_join(self, person: PersonId) -> None:
        """Seat somebody whose line opened; those who are here already, or for good gone, stay as they are."""
        self._decide(JOIN, person)

    def leave(self, line: Line, now: float) -> None:
        """A line ended; whether that is an absence shows later."""
        line.closed = True
        if line in self.waiting:
            self.waiting.remove(line)
        lines = self.lines.get(line.person, [])
        if line in lines:
            lines.remove(line)
            if not lines:
                del self.lines[line.person]
                self.away_from[line.person] = now

    def every_line(self) -> list[Line]:
        """Those in the room, and those at the door."""
        return [line for lines in self.lines.values() for line in lines] + self.waiting

    @property
    def is_empty(self) -> bool:
        """Whether nobody is here or expected back, and nothing is still to be told."""
        return not self.guests and not self.away_from and self.stored == self.state.number

    # what they do -----------------------------------------------------------------------------------

    def take(self, line: Line, text: str, now: float) -> None:
        """
        A message from somebody in the room.

        Raises:
            Malformed: it isn't one of ours; it was refused, and the line has to end.
        """
        try:
            command = protocol.read_command(text)
        except protocol.Malformed as malformed:
            self.refuse(line, malformed.id, "malformed")
            raise
        if self._is_too_fast(line, now):
            self.refuse(line, command.id, "too_fast")
            return
        fault = self._fault_of(command)
        if fault is not None:
            self.refuse(line, command.id, fault)
            return
        self._decide(command, line.person, line)

    def _is_too_fast(self, line: Line, now: float) -> bool:
        pace = self._pace.get(line.person)
        if pace is None:
            pace = self._pace[line.person] = Bucket(DEEDS_PER_SECOND, DEEDS_AT_ONCE, now)
        if pace.take(now):
            return False
        if line.patience is None:
            line.patience = Bucket(DEEDS_PER_SECOND, PATIENCE, now)
        if not line.patience.take(now):
            line.close(Ending.TOO_FAST, say("too_fast", line.language))
        return True

    def refuse(self, line: Line, id: str | None, code: str) -> None:
        """Say why not."""
        line.put(protocol.refused(id, code, say(code, line.language)))

    def _decide(self, command: AnyCommand, person: PersonId, line: Line | None = None) -> None:
        now = moment()
        outcome = decide(self.state, command, by=person, now=now)
        if isinstance(outcome, Refusal):
            if line is not None:
                sentence = say(outcome.code, line.language, outcome.args)
                line.put(protocol.refused(command.id, outcome.code.value, sentence))
            return
        if outcome:
            self.record(outcome, now, line, command.id)
        elif line is not None:
            self._acknowledge_again(line, command.id)

    def record(
        self, events: Iterable[AnyEvent], now: datetime, line: Line | None = None, command: str = ""
    ) -> None:
        """Let events happen: decided upon from here on, told once they are stored."""
        state, happened, log = self.state, list[Happened](), list[Numbered]()
        closes, left = False, []
        for event in events:
            state = evolve(state, event, now)
            log.append(Numbered(number=state.number, at=now, event=event))
            happened.append((state.number, event, audience(state, event)))
            closes = closes or type(event) is Closed
            if type(event) is Left:
                left.append(event.by)
        at = protocol.moment(now)
        telling = protocol.tell(happened, at, state)
        self.state = state
        if left:
            self.boxes = set()  # nothing more is written where their keys would open it; see `KeysChanged`
        self._log += log
        self._store(
            Deed(
                meeting=self._key,
                at=at[:-1].replace("T", " "),  # as Django writes it: in UTC, without saying so
                first=happened[0][0],
                bodies=telling.bodies,
                closes=closes,
                source=self,
                room=self,
                number=state.number,
                telling=telling,
                line=line,
                command=command,
                left=left,
            )
        )

    def _acknowledge_again(self, line: Line, id: str) -> None:
        """A deed that was sent twice was done once."""
        first = next(n.number for n in self._log if n.event.command == id and n.event.by == line.person)
        last = first
        for numbered in self._log[first:]:
            if numbered.event.command or numbered.at != self._log[first - 1].at:
                break
            last = numbered.number
        if (
            last <= self.stored
        ):  # else the answer to the first one is still to come, on this line or the one before
            line.put(protocol.done(id, last))

    def deliver(self, deed: Deed) -> None:
        """What was decided is stored: tell everybody, each as far as they may see it."""
        telling, number = deed.telling, deed.number
        self.stored = number
        answer = protocol.done(deed.command, number) if deed.line is not None else None
        for person, lines in self.lines.items():
            words = telling.to(person)
            for line in lines:
                if line.sent < number:
                    line.sent = number
                    line.put(words, answer if line is deed.line else None)
        for person in deed.left:
            for line in self.lines.get(person, ()):
                line.close(Ending.NO_SEAT, say("left", line.language))
        if deed.closes:
            self.end(Ending.CLOSED, "closed")

    # for everybody ------------------------------------------------------------------------------------

    def tell_all(self, words: Words) -> None:
        """The same for everybody, at the door too."""
        for line in self.every_line():
            line.put(words)

    def end(self, code: Ending, why: str) -> None:
        """End every line."""
        for line in self.every_line():
            line.close(code, say(why, line.language))

    def _history(self, person: PersonId, since: int) -> Words:
        seen = projection_of_history(self.plan, self._log[: self.stored], person)
        return protocol.history([(told.number, told.at, told.event) for told in seen[since:]])

    def _fault_of(self, command: AnyCommand) -> str | None:
        """What is the matter with the text of a command, if it has one."""
        text = getattr(command, "text", None)
        if text is None:
            return None
        try:
            box = box_of(text)
        except TooLarge:
            return "too_large"
        except NotSealed:
            return "not_sealed"
        return None if box in self.boxes else "old_key"


JOIN = Join(id="")


def moment() -> datetime:
    """Now, to the millisecond: as it is stored and sent, so that what is replayed is what was."""
    return datetime.fromtimestamp(int(time() * 1000) / 1000, UTC)
