"""
A meeting by the short incident method, told once: five people, what each of them writes, and who may see it.

Tests take the story up where they need it and look around on the way.
"""

import asyncio
from dataclasses import dataclass

from tests.browser.browsers import DESKTOP, Screen
from tests.browser.gathering import Gathering
from tests.browser.people import Attendee, next_week
from tests.browser.words import Language


@dataclass(frozen=True, slots=True)
class Circle:
    """Everybody who came, by the part they have: Bram facilitates, Noor brings the case."""

    bram: Attendee
    noor: Attendee
    peers: tuple[Attendee, ...]

    @property
    def everybody(self) -> tuple[Attendee, ...]:
        return (self.bram, self.noor, *self.peers)

    async def all(self, deed: str, *details: object) -> None:
        """Everybody does the same, each at their own pace."""
        await asyncio.gather(*(getattr(one, deed)(*details) for one in self.everybody))

    async def go_on_to(self, phase: str, *, at_once: bool = False) -> None:
        """Bram goes on, and everybody comes along."""
        await self.bram.go_on(at_once=at_once)
        await self.all("sees_phase", phase)


async def invite(
    gathering: Gathering, language: Language = "en", bram: Screen = DESKTOP, others: Screen = DESKTOP
) -> Circle:
    """The five of them, each before a fresh browser."""
    names = ["Noor", "Imane", "Joost", "Wei"]
    noor, *peers = [await gathering.sit(name, others, language) for name in names]
    return Circle(await gathering.sit("Bram", bram, language), noor, tuple(peers))


async def two_begin(gathering: Gathering, screen: Screen = DESKTOP) -> tuple[Attendee, Attendee, str]:
    """Bram and Noor alone, in the middle of looking back, with all the turns still to come; and the link."""
    bram, noor = await gathering.sit("Bram", screen), await gathering.sit("Noor", screen)
    link = await bram.begin()
    await noor.enter(link)
    await asyncio.gather(bram.assent(), noor.assent())
    await bram.start()
    await bram.sees_phase("arriving")
    await bram.go_on(at_once=True)
    await asyncio.gather(bram.sees_phase("looking_back"), noor.sees_phase("looking_back"))
    return bram, noor, link


def words_of(somebody: Attendee, slot: str) -> str:
    """What somebody writes in a slot: nobody else writes the same."""
    return f"{somebody.name} · {slot}"


async def gather(circle: Circle) -> str:
    """Bram begins, the others come by his link, and all see each other. Returns the link."""
    link = await circle.bram.begin()
    await asyncio.gather(*(one.enter(link) for one in circle.everybody[1:]))
    for one in circle.everybody:
        await circle.all("sees_person", one.name)
    return link


async def arrive(circle: Circle) -> None:
    """All agree, so Bram begins: a round to come in, and one to look back."""
    await circle.bram.start()
    await circle.all("sees_phase", "arriving")
    await circle.all("take_turn")
    await circle.go_on_to("looking_back")
    await asyncio.gather(*(one.write("look_backs", words_of(one, "look_backs")) for one in circle.everybody))
    await circle.all("take_turn")
    for one in circle.everybody:
        await asyncio.gather(*(other.sees_card(words_of(one, "look_backs")) for other in circle.everybody))


async def offer(circle: Circle) -> None:
    """Everybody says what they could bring."""
    await circle.go_on_to("offering")
    await asyncio.gather(*(one.write("offers", words_of(one, "offers")) for one in circle.everybody))
    await circle.all("take_turn")


async def vote(circle: Circle) -> None:
    """Everybody for Noor's case, and nobody sees it of another."""
    await circle.go_on_to("voting")
    await circle.all("vote", "Noor")


async def choose(circle: Circle) -> None:
    """The votes lie open, and Bram says whose case it will be."""
    await circle.go_on_to("deciding")
    await circle.bram.choose("Noor")


async def ask(circle: Circle) -> None:
    """Each peer asks something, and Noor answers."""
    await circle.go_on_to("informing", at_once=True)
    for peer in circle.peers:
        await peer.ask()
        await peer.take_turn()
        await circle.noor.take_turn()


async def take_apart(circle: Circle) -> None:
    """Noor is away; in small groups the peers write what they think, and what they advise."""
    await circle.go_on_to("analysing", at_once=True)
    for slot in ("causes", "own_part", "advice"):
        await asyncio.gather(*(peer.write(slot, words_of(peer, slot)) for peer in circle.peers))
    await asyncio.gather(*(peer.finish() for peer in circle.peers))


async def advise(circle: Circle) -> None:
    """Noor is back and listens; then she says what she'll do."""
    noor = circle.noor
    await circle.go_on_to("advising", at_once=True)
    await asyncio.gather(*(peer.take_turn() for peer in circle.peers))
    await circle.go_on_to("following_up")
    await noor.take_turn()
    await noor.write("useful", words_of(noor, "useful"))
    await noor.write("next_step", words_of(noor, "next_step"), by=next_week())


async def learn_and_close(circle: Circle) -> None:
    """A learning round, intentions, one word each, and it is over."""
    await circle.go_on_to("learning")
    await asyncio.gather(*(one.write("lessons", words_of(one, "lessons")) for one in circle.everybody))
    await circle.all("take_turn")
    await circle.go_on_to("intending")
    intentions = (
        one.write("intentions", words_of(one, "intentions"), by=next_week()) for one in circle.everybody
    )
    await asyncio.gather(*intentions)
    await circle.all("finish")
    await circle.go_on_to("last_word")
    await circle.all("take_turn")
    await circle.bram.close_meeting()
