"""Going back to a division of before."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.web.enrolment.queries.seating import to_seat
from kring.web.forming.access import Dividing
from kring.web.forming.actions.changing import not_while_forming
from kring.web.forming.models import Division
from kring.web.forming.queries.earlier import KEPT, can_go_back, earlier_of
from kring.web.organisations.actions import trace
from kring.web.programmes.models import Programme
from kring.web.ui.refusal import Refused


@transaction.atomic
def go_back(dividing: Dividing, division: UUID, *, now: datetime) -> None:
    """
    Let a division of before count again; the one that counted is kept among the earlier ones.

    Who has gone since then loses their seat there; who has come since has none yet.

    Raises:
        Refused: something is published, circles are being formed, or that division isn't kept any more.
    """
    not_while_forming(dividing)
    current = Division.objects.select_for_update().get(pk=dividing.division.pk)
    if not can_go_back(current):
        say = _(
            "Circles are published, and people have seen them. Move people, or take those circles back first."
        )
        raise Refused(409, "published", say)
    programme = dividing.leading.programme
    wanted = earlier_of(programme).filter(pk=division).first()
    if wanted is None or not current.is_current:
        say = _("That division isn't kept any more. Look again which there are.")
        raise Refused(409, "gone", say)
    wanted.seats.exclude(participant__in=to_seat(programme)).delete()
    wanted.seats.update(told_at=None)  # nothing is published: whoever was written to once hears of it again
    wanted.circles.update(facilitator_told_at=None)
    Division.objects.filter(pk=current.pk).update(is_current=False)
    Division.objects.filter(pk=wanted.pk).update(is_current=True)
    trace(dividing.leading, "went-back-to-circles", programme=programme.pk, now=now)


def forget_old(programme: Programme) -> None:
    """Keep the newest few beside the one that counts, and none that came to nothing."""
    programme.divisions.filter(is_current=False).exclude(ended_at=None).exclude(failed="").delete()
    old = list(earlier_of(programme).values_list("pk", flat=True)[KEPT:])
    programme.divisions.filter(pk__in=old).delete()
