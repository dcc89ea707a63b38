"""Lines of authority, ground rules and assent: what has to be in order before the first case."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kring.core.circles.authority import Line
from kring.web.circles import queries
from kring.web.circles.access import circle_for, member_in
from kring.web.circles.fields import RULES_TEXT
from kring.web.circles.models import Assent, AuthorityAnswer, RulesVersion
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused
from kring.web.vault import actions as walls
from kring.web.vault.actions import NewText


@transaction.atomic
def answer_about_authority(actor: Person, circle: UUID, lines: Mapping[UUID, Line], *, now: datetime) -> None:
    """
    Say in private with whom there is a line of authority; nothing in `lines`: with nobody here.

    Raises:
        Http404: not the actor's circle, or somebody who isn't in it.
    """
    within = circle_for(actor, circle)
    for other in lines:
        member_in(within, other)
    AuthorityAnswer.objects.update_or_create(
        circle=within.circle,
        person=actor,
        defaults={
            "asked_about": queries.ids_of_members(within.circle),
            "lines": sorted([str(other), line.value] for other, line in lines.items()),
            "at": now,
        },
    )


@transaction.atomic
def change_rules(
    actor: Person, circle: UUID, version: UUID, *, number: int, text: str, now: datetime
) -> None:
    """
    Let other ground rules hold from now on; everybody is asked anew. `number` is one more than what the actor saw.

    Raises:
        Refused: 409 where somebody changed them meanwhile; 422 where they aren't sealed.
    """
    within = circle_for(actor, circle, lock=True)
    newest = within.circle.rules.order_by("-number").first()
    if number != (newest.number if newest else 0) + 1:
        raise changed_meanwhile()
    try:
        with transaction.atomic():
            RulesVersion.objects.create(id=version, circle=within.circle, number=number, by=actor, at=now)
    except IntegrityError:
        raise changed_meanwhile() from None
    walls.store_now(circle, actor.pk, NewText(version, RULES_TEXT.name, 1, text), now=now)


@transaction.atomic
def assent(actor: Person, circle: UUID, version: UUID, *, now: datetime) -> None:
    """
    Agree to the ground rules as they are, by name and date.

    Raises:
        Refused: others hold by now.
    """
    within = circle_for(actor, circle)
    newest = within.circle.rules.order_by("-number").first()
    if newest is None or newest.pk != version:
        raise changed_meanwhile()
    Assent.objects.create(rules=newest, person=actor, at=now)


def changed_meanwhile() -> Refused:
    """Two changed them; the other was first."""
    say = _("Somebody changed the ground rules meanwhile. Your text is kept here: read theirs first.")
    return Refused(409, "newer", say)
