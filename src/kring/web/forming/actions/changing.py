"""Changing by hand who sits where: moving, fitting in, who leads, locking, undoing. Actor first."""

from datetime import datetime

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from kring.core.circles.forming.saying import Language
from kring.web.enrolment.models import Participant
from kring.web.forming import running
from kring.web.forming.access import Dividing
from kring.web.forming.actions.seating import take
from kring.web.forming.models import Change, ProposedCircle
from kring.web.forming.queries.changing import proposed
from kring.web.forming.queries.proposing import Step, Wanted
from kring.web.forming.queries.seats import seated
from kring.web.organisations.actions import trace
from kring.web.ui.refusal import Refused


@transaction.atomic
def change(dividing: Dividing, wanted: Wanted, seal: str, language: Language, *, now: datetime) -> None:
    """
    Do what was shown.

    Raises:
        Refused: something else would come of it by now, a rule would break in a published circle, somebody sits in it
            already, or circles are being formed.
    """
    not_while_forming(dividing)
    before = seated(dividing.division)
    found = proposed(wanted, before, language)
    if not found.steps or found.seal != seal:
        say = _("Something has changed in the meantime. Look again what it does, and then choose.")
        raise Refused(409, "changed", say)
    if found.broken & before.published:
        say = _("A circle that is published keeps the rules. Choose another one.")
        raise Refused(409, "published", say)
    if not take(dividing.division, found.steps):
        Change.objects.create(
            division=dividing.division, by=dividing.person, steps=msgspec.to_builtins(found.steps), at=now
        )
    trace(dividing.leading, "changed-circles", programme=dividing.leading.programme.pk, now=now)


@transaction.atomic
def undo(dividing: Dividing, *, now: datetime) -> None:
    """
    Take the newest change by hand back; nothing where there is none.

    Raises:
        Refused: circles are being formed.
    """
    not_while_forming(dividing)
    newest = dividing.division.changes.order_by("-at", "-pk").first()
    if newest is None:
        return
    steps = msgspec.convert(newest.steps, tuple[Step, ...])
    back = [Step(one.who, one.into, one.out_of, lead=one.lead) for one in reversed(steps)]
    there = {str(pk) for pk in Participant.objects.there().values_list("pk", flat=True)}
    take(dividing.division, [one for one in back if one.who in there])
    newest.delete()
    trace(dividing.leading, "changed-circles", programme=dividing.leading.programme.pk, now=now)


@transaction.atomic
def lock(dividing: Dividing, circle: ProposedCircle, *, locked: bool, now: datetime) -> None:
    """Keep a circle as it is when the rest is formed again, or no longer. What is published always stays."""
    not_while_forming(dividing)
    circle.locked_at = now if locked else None
    circle.save(update_fields=["locked_at"])


def not_while_forming(dividing: Dividing) -> None:
    """
    What is on its way would undo a change.

    Raises:
        Refused: circles are being formed.
    """
    if any(running.run_of(one.pk) for one in dividing.leading.programme.divisions.going()):
        raise Refused(
            409, "going", _("Circles are being formed. Wait for it, or stop it, and then change them.")
        )
