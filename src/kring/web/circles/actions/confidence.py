"""What members do when confidence was broken. Why is never asked."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kring.core.circles.confidence import Deed, Done, Trust, after
from kring.core.members import MemberId
from kring.web.circles import queries
from kring.web.circles.access import circle_for
from kring.web.circles.models import ConfidenceDeed
from kring.web.circles.reminding import say_stopped
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused


@transaction.atomic
def take_step(actor: Person, circle: UUID, deed: Deed, *, seen: int, now: datetime) -> Trust:
    """
    Stop, talk, ask for help, part, or say that it is settled.

    Ending the circle is no step of one member: to that all agree (`ending.agree_to_end`). `seen` is the number of the
    newest deed that the actor saw, 0 where there was none.

    Raises:
        Http404: not the actor's circle.
        Refused: another member was just before, or it can't be done now.
    """
    row = circle_for(actor, circle, lock=True).circle
    newest = row.confidence.count()
    among = queries.ids_of_members(row)
    done = Done(deed, MemberId(str(actor.pk)))
    trust = after(queries.course_of(row).trust, done, map(MemberId, among))
    if seen != newest or trust is None or deed is Deed.END:
        raise somebody_was_first()
    try:
        with transaction.atomic():
            ConfidenceDeed.objects.create(
                circle=row, number=newest + 1, deed=deed.value, by=actor, among=among, at=now
            )
    except IntegrityError:
        raise somebody_was_first() from None
    if deed is Deed.STOP:
        others = [one for one in queries.people_of(row) if one != actor]
        transaction.on_commit(lambda: say_stopped(row, others))
    return trust


def somebody_was_first() -> Refused:
    """It stands differently by now."""
    say = _("Another member was just before you. Look how it stands now, and choose again.")
    return Refused(409, "newer", say)
