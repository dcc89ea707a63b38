"""Client and participants say yes to a proposal, or what they would have otherwise."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _, gettext_lazy

from kring.web.organisations.actions import trace
from kring.web.people.models import Person
from kring.web.programmes import letters
from kring.web.programmes.access import commission_of
from kring.web.programmes.actions.proposing import set_stage
from kring.web.programmes.models import Programme, Proposal, Side, Stage, Voice
from kring.web.programmes.queries import agreement_of
from kring.web.ui.refusal import Refused


@transaction.atomic
def speak(
    person: Person,
    proposal: Proposal,
    side: Side,
    *,
    agrees: bool,
    amendment: str,
    now: datetime,
    site: str = "",
) -> None:
    """
    Say yes, or what should be otherwise; again replaces what one said before.

    For a participant whoever calls has asked the door of enrolment. A client's yes lets people come in.

    Raises:
        Refused: there is a newer proposal, or the client has to agree first.
        Http404: not a client of it.
    """
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=proposal.programme_id)
    if programme.proposals.filter(number__gt=proposal.number).exists():
        raise Refused(409, "newer", _("There is a newer proposal. Read that one first."))
    if side == Side.PARTICIPANT and programme.stage == Stage.PROPOSED:
        raise Refused(409, "client_first", _("First the client has to agree to the proposal."))
    said = {"agrees": agrees, "amendment": "" if agrees else amendment, "at": now}
    Voice.objects.update_or_create(proposal=proposal, person=person, side=side, defaults=said)
    if side == Side.CLIENT:
        what = "agreed" if agrees else "amended"
        commission = commission_of(person, programme.pk)
        trace(commission, what, programme=programme.pk, now=now, number=proposal.number)
        if programme.stage == Stage.PROPOSED and agreement_of(programme).is_agreed:
            set_stage(programme, Stage.ENROLLING)
    if side == Side.CLIENT or not agrees:
        letters.write_to(
            letters.organisers(programme.organisation),
            subject=gettext_lazy("%(name)s answered your proposal"),
            says=gettext_lazy("%(name)s answered the proposal for %(programme)s. You read it here:"),
            link=f"{site}/programmes/{programme.pk}/agreed/",
            name=person.name,
            programme=programme.name,
        )
