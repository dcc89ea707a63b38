"""Ticking off the steps from guided to self-guided, by the circle and by its coach."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.core.rhythm.path import Deed, Done, Path, Step, after
from kring.web.circles.access import circle_for
from kring.web.circles.models import Circle
from kring.web.people.models import Person
from kring.web.rhythm.access import one_at_a_time
from kring.web.rhythm.models import PathDeed
from kring.web.rhythm.queries.path import path_of, side_of
from kring.web.ui.refusal import Refused


@transaction.atomic
def go_on_the_path(actor: Person, circle: UUID, deed: Deed, *, at: Step, now: datetime) -> Path:
    """
    Tick off the step the circle is at, take that back, or ask for a step back; on the side on which the actor stands.

    When both sides have ticked off the last step the circle is self-guided, and turns go round from then on. `at` is
    the step that the actor saw.

    Raises:
        Refused: the circle is somewhere else by now, or that isn't possible there.
    """
    within = circle_for(actor, circle)
    one_at_a_time(circle)
    row = Circle.objects.get(pk=circle)
    path, side = path_of(row), side_of(within.membership)
    following = after(path, Done(deed, side)) if path.step is at else None
    if following is None:
        raise Refused(409, "moved_on", _("Somebody was before you. Go back and see where the circle is now."))
    PathDeed.objects.create(
        circle=row, step=path.step.value, deed=deed.value, side=side.value, by=actor, at=now
    )
    row.guided = following.needs_coach
    row.save(update_fields=["guided"])
    return following


@transaction.atomic
def begin_with_a_coach(actor: Person, circle: UUID) -> None:
    """A circle that guides itself asks to be led from outside for a while, from the first step on. Any member may."""
    within = circle_for(actor, circle)
    one_at_a_time(circle)
    Circle.objects.filter(pk=within.circle.pk).update(guided=True)
