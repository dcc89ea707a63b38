"""What was sent to which room, and who has received it: the accounts of a load."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

MARK = b"KRT"  # these letters and hexadecimal digits pass unchanged through JSON and through base64url
TOKEN_LENGTH = len(MARK) + 10


@dataclass(slots=True)
class Sent:
    """One event: `received` has a bit for each member of the room."""

    at: float
    room: int
    received: int = 0


@dataclass(slots=True)
class Book:
    """Every event carries a token; every delivery is looked up by it. Times are seconds of one clock."""

    members: int
    sent: list[Sent] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    doubled: int = 0
    leaked: int = 0
    since: int = 0

    def begin(self) -> None:
        """Count from here; stragglers from before don't count."""
        self.since = len(self.sent)
        self.delays.clear()
        self.doubled = self.leaked = 0

    def send(self, room: int, now: float) -> bytes:
        """Write down that an event goes to a room; the answer is its token."""
        self.sent.append(Sent(now, room))
        return MARK + b"%010x" % (len(self.sent) - 1)

    def receive(self, data: bytes, room: int, member: int, now: float) -> None:
        """Write down every event that this member just received."""
        place = data.find(MARK)
        while place >= 0:
            self._delivered(int(data[place + len(MARK) : place + TOKEN_LENGTH], 16), room, member, now)
            place = data.find(MARK, place + TOKEN_LENGTH)

    def _delivered(self, number: int, room: int, member: int, now: float) -> None:
        event = self.sent[number]
        bit = 1 << member
        if event.room != room:
            self.leaked += 1
        elif event.received & bit:
            self.doubled += 1
        else:
            event.received |= bit
            if number >= self.since:
                self.delays.append(now - event.at)

    @property
    def lost(self) -> int:
        """Deliveries that haven't come (yet)."""
        return sum(self.members - event.received.bit_count() for event in self.sent[self.since :])


def percentile(numbers: list[float], share: float) -> float:
    """The number below which this share of all lies (nearest rank); infinite where there are none."""
    if not numbers:
        return float("inf")
    return sorted(numbers)[max(0, ceil(share * len(numbers)) - 1)]
