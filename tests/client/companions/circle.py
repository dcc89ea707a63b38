"""A meeting without server, keys or waiting: companions around the engine itself, on a clock that jumps."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

import msgspec

from kring.client.companions import HUMAN, Pace
from kring.client.companions.companion import HABITS
from kring.client.companions.lines import Lines
from kring.client.companions.mind import Mind
from kring.client.companions.sees import Sees
from kring.client.companions.wishes import Do, Tell, Wish, Write
from kring.core.meetings import (
    AnyCommand,
    EntryId,
    Numbered,
    PersonId,
    Plan,
    Refusal,
    Stage,
    State,
    compose,
    decide,
    evolve,
    projection,
    view,
)
from kring.core.methods.load import load_blocks
from kring.core.methods.method import Method

BEGIN = datetime(2026, 3, 2, 19, 30, tzinfo=UTC)
LONGEST = timedelta(hours=12)


def plan_of(method: Method, minutes: int = 120) -> Plan:
    return compose(method, load_blocks(), minutes)


@dataclass
class Chair:
    """One companion, with the state as only they know it."""

    me: PersonId
    mind: Mind
    state: State
    since: dict[str, datetime] = field(default_factory=dict)
    not_before: dict[str, datetime] = field(default_factory=dict)

    def wish(self, now: datetime) -> Wish | None:
        if self.me not in self.state.people:
            return None
        seen = view(self.state, self.me, now)
        opened = {entry: self.state.entries[entry].text for entry in seen.cards}
        sees = Sees(self.me, self.state, seen, now, opened, frozenset())
        wishes = (habit(sees, self.mind) for habit in HABITS)
        able = (wish for wish in wishes if wish and now >= self.not_before.get(wish.why, now))
        wish = next(able, None)
        self.since = {wish.why: self.since.get(wish.why, now)} if wish else {}
        return wish


class Circle:
    """Companions who meet; the first one facilitates."""

    def __init__(self, plan: Plan, people: int, pace: Pace = HUMAN, seed: int = 1) -> None:
        chance = Random(seed)
        self.now = BEGIN
        self.state = State(plan=plan)
        self.events: list[Numbered] = []
        self.refused: list[tuple[PersonId, str, Refusal]] = []
        self._count = 0
        self.chairs = [
            Chair(
                PersonId(str(UUID(int=place + 1))),
                Mind(Lines(place, people), pace, Random(chance.random())),
                State(plan=plan),
            )
            for place in range(people)
        ]
        for chair in self.chairs:
            self.do(chair.me, "join")

    def do(self, person: PersonId, deed: str, /, **fields: object) -> Refusal | None:
        self._count += 1
        command = msgspec.convert({"do": deed, "id": str(self._count), **fields}, AnyCommand)
        decided = decide(self.state, command, by=person, now=self.now)
        if isinstance(decided, Refusal):
            self.refused.append((person, deed, decided))
            return decided
        for event in decided:
            self.events.append(Numbered(number=self.state.number + 1, at=self.now, event=event))
            self.state = evolve(self.state, event, self.now)
            for chair in self.chairs:
                chair.state = evolve(chair.state, projection(self.state, event, chair.me), self.now)
        return None

    def step(self) -> bool:
        """Whoever is ready first does what they wanted. Nobody wants anything: a minute passes."""
        wishes = [(chair, wish) for chair in self.chairs if (wish := chair.wish(self.now))]
        if not wishes:
            self.now += timedelta(minutes=1)
            return False
        due = [
            (chair.since[wish.why] + timedelta(seconds=wish.seconds), place)
            for place, (chair, wish) in enumerate(wishes)
        ]
        moment, place = min(due)
        chair, wish = wishes[place]
        self.now = max(self.now, moment)
        if chair.wish(self.now) != wish:
            return True  # on the way there the clock gave them another thought
        if self._carry_out(chair, wish) is not None:
            chair.not_before[wish.why] = self.now + timedelta(seconds=3)
        return True

    def meet(self) -> None:
        """Until it is over."""
        while self.state.stage is not Stage.CLOSED:
            self.step()
            assert self.now - BEGIN < LONGEST, f"stuck in phase {self.state.phase}: {self.where()}"

    def where(self) -> str:
        return str(
            [(view(chair.state, chair.me, self.now).now.value, chair.wish(self.now)) for chair in self.chairs]
        )

    def _carry_out(self, chair: Chair, wish: Wish) -> Refusal | None:
        match wish.deed:
            case Tell(name):
                return self.do(chair.me, "introduce", text=name)
            case Write(slot, text, about):
                entry = EntryId(str(UUID(int=(1 << 64) + self._count)))
                return self.do(chair.me, "contribute", entry=entry, slot=slot, text=text, about=about)
            case Do(deed, fields):
                return self.do(chair.me, deed, **fields)
