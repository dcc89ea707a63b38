"""What comes in by the form of `programmes/_proposal.html`, on the pages of a client and of a participant."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.web.people.models import Person
from kring.web.programmes.actions import speak
from kring.web.programmes.letters import site_of
from kring.web.programmes.models import TEXT_LENGTH, Programme, Proposal, Side
from kring.web.ui.refusal import Refused


@dataclass(frozen=True, slots=True)
class Spoken:
    """About which proposal, and what. Goes into `actions.speak`."""

    proposal: Proposal
    agrees: bool
    amendment: str


def spoken(programme: Programme, posted: Mapping[str, str]) -> Spoken:
    """
    What somebody said.

    Raises:
        Refused: with the sentence that says what is missing.
    """
    number, amendment = posted.get("number", ""), posted.get("amendment", "").strip()
    proposal = programme.proposals.filter(number=int(number)).first() if number.isdecimal() else None
    if proposal is None:
        raise Refused(422, "malformed", _("That didn't arrive whole. Reload the page and try again."))
    agrees = posted.get("answer") == "yes"
    if not agrees and not amendment:
        raise Refused(
            422, "no_words", _("Write down what you would have otherwise, or choose that you agree.")
        )
    if len(amendment) > TEXT_LENGTH:
        raise Refused(422, "too_long", _("That is too long. Say it in some six hundred words."))
    return Spoken(proposal, agrees, amendment)


def speak_by_form(request: HttpRequest, programme: Programme, person: Person, side: Side) -> None:
    """
    Keep what somebody sent by that form.

    Raises:
        Refused: something is missing, there is a newer proposal, or the client has to agree first.
    """
    said = spoken(programme, request.POST)
    speak(
        person,
        said.proposal,
        side,
        agrees=said.agrees,
        amendment=said.amendment,
        now=timezone.now(),
        site=site_of(request),
    )
