"""How far everybody agrees to what a programme is to be."""

from dataclasses import dataclass

from kring.web.people.models import Person
from kring.web.programmes.models import Programme, Proposal, Side, Voice


@dataclass(frozen=True, slots=True)
class Agreement:
    """
    The newest proposal and what was said to it.

    Attributes:
        clients: Voices of clients.
        participants_yes: How many participants agree.
        amendments: What participants would have otherwise, with their names: they wrote it to the organiser.
    """

    proposal: Proposal
    clients: tuple[Voice, ...]
    participants_yes: int
    amendments: tuple[Voice, ...]

    @property
    def is_agreed(self) -> bool:
        """Whether a client said yes, and none would have it otherwise."""
        return bool(self.clients) and all(voice.agrees for voice in self.clients)

    @property
    def asks_otherwise(self) -> bool:
        """Whether somebody would have something otherwise."""
        return bool(self.amendments) or any(not voice.agrees for voice in self.clients)


def agreement_of(programme: Programme) -> Agreement:
    """About the newest number; what was said to earlier ones no longer counts."""
    proposal = newest_proposal(programme)
    voices = list(proposal.voices.select_related("person").order_by("at"))
    participants = [voice for voice in voices if voice.side == Side.PARTICIPANT]
    named = set(programme.clients.exclude(person=None).values_list("person", flat=True))
    return Agreement(
        proposal,
        tuple(voice for voice in voices if voice.side == Side.CLIENT and voice.person_id in named),
        sum(voice.agrees for voice in participants),
        tuple(voice for voice in participants if not voice.agrees),
    )


def newest_proposal(programme: Programme) -> Proposal:
    """Every programme has one."""
    return programme.proposals.latest("number")


def proposal_told(
    programme: Programme, person: Person, side: Side, speak_at: str, *, say: str = "", written: str = ""
) -> dict[str, object]:
    """
    What the fragment `programmes/_proposal.html` needs, as `proposed`: the newest proposal and one's own voice.

    Its form is posted to `speak_at`: `number`, `answer` (`yes` or `otherwise`) and `amendment`; see `speaking.spoken`.
    `say` is what went wrong with what somebody sent, and `written` what they had written.
    """
    proposal = newest_proposal(programme)
    voice = proposal.voices.filter(person=person, side=side).first()
    return {
        "proposal": proposal,
        "voice": voice,
        "side": side.value,
        "speak_at": speak_at,
        "say": say,
        "amendment": written or (voice.amendment if voice else ""),
    }
