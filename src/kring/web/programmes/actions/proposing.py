"""A proposal becomes a programme, and a programme goes on from stage to stage."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kring.web.organisations.access import Organising
from kring.web.organisations.actions import trace
from kring.web.programmes import letters
from kring.web.programmes.access import Leading
from kring.web.programmes.actions.clients import ask_client, give_role
from kring.web.programmes.models import Enquiry, Programme, Proposal, Stage
from kring.web.programmes.parts import circles_of
from kring.web.ui.refusal import Refused


@dataclass(frozen=True, slots=True)
class NewProgramme:
    """What a programme begins with, as in `Programme`."""

    template: str
    name: str
    field_of_work: str
    language: str
    begins_on: date | None
    ends_on: date | None
    rhythm: str
    weeks_between: int
    minutes: int
    meetings: int
    guided: bool


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a programme is to be, as in `Proposal`."""

    shape: str
    dates: str
    goals: str
    guidance: str
    price: str
    evaluation: str


@transaction.atomic
def propose(
    organising: Organising,
    new: NewProgramme,
    proposed: Proposed,
    *,
    client: tuple[str, str] | None,
    enquiry: Enquiry | None,
    now: datetime,
    site: str,
) -> Programme:
    """
    Make a programme with its first proposal; `client` is address and name. The client hears of it by mail.

    The enquiry that it answers, if any, is closed with it.
    """
    programme = Programme.objects.create(
        organisation=organising.organisation, enquiry=enquiry, made_at=now, **asdict(new)
    )
    Proposal.objects.create(programme=programme, number=1, by=organising.person, at=now, **asdict(proposed))
    trace(organising, "made-proposal", programme=programme.pk, now=now, number=1)
    if client is not None:
        give_role(programme, *client, now)
        ask_client(letters.clients(programme), programme, site)
    if enquiry is not None:
        enquiry.closed_at = now
        enquiry.save(update_fields=["closed_at"])
    return programme


@transaction.atomic
def propose_anew(
    leading: Leading, new: NewProgramme, proposed: Proposed, *, now: datetime, site: str
) -> Proposal:
    """Another number: everybody is asked again, whatever they said before. Circles that have begun stay as they are."""
    programme = leading.programme
    for name, value in asdict(new).items():
        setattr(programme, name, value)
    programme.save(update_fields=list(asdict(new)))
    newest = programme.proposals.aggregate(number=Max("number"))["number"]
    proposal = Proposal.objects.create(
        programme=programme, number=newest + 1, by=leading.person, at=now, **asdict(proposed)
    )
    trace(leading, "made-proposal", programme=programme.pk, now=now, number=proposal.number)
    ask_client(letters.clients(programme), programme, site)
    return proposal


@transaction.atomic
def begin_enrolment(leading: Leading, *, now: datetime) -> None:
    """
    Let people come in where nobody commissions it: an edition, for one.

    Raises:
        Refused: there is a client, who has to agree first.
    """
    programme = Programme.objects.select_for_update().get(pk=leading.programme.pk)
    if programme.clients.exists():
        raise Refused(409, "client_first", _("First the client has to agree to the proposal."))
    if programme.stage == Stage.PROPOSED:
        set_stage(programme, Stage.ENROLLING)
        trace(leading, "began-enrolment", programme=programme.pk, now=now)


@transaction.atomic
def end_programme(leading: Leading, *, now: datetime) -> None:
    """It is over; its circles may go on by themselves."""
    programme = Programme.objects.select_for_update().get(pk=leading.programme.pk)
    if programme.stage == Stage.ENDED:
        return
    programme.ended_from = programme.stage
    programme.save(update_fields=["ended_from"])
    set_stage(programme, Stage.ENDED)
    trace(leading, "ended-programme", programme=programme.pk, now=now)


@transaction.atomic
def open_again(leading: Leading, *, now: datetime) -> None:
    """It isn't over after all, and goes on where it was ended."""
    programme = Programme.objects.select_for_update().get(pk=leading.programme.pk)
    if programme.stage != Stage.ENDED:
        return
    usual = Stage.RUNNING if circles_of(programme) else Stage.ENROLLING
    set_stage(programme, Stage(programme.ended_from) if programme.ended_from else usual)
    trace(leading, "opened-programme-again", programme=programme.pk, now=now)


def set_stage(programme: Programme, stage: Stage) -> None:
    """From now on."""
    programme.stage = stage
    programme.save(update_fields=["stage"])
