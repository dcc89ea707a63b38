"""Asking for a reminder, and not needing it any more."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.web.circles.access import circle_for
from kring.web.circles.models import Circle
from kring.web.intentions.access import own_intention_in
from kring.web.intentions.models import Reminder
from kring.web.intentions.queries import today_in
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused

FURTHEST = timedelta(days=730)  # a circle's agreement: what lies further isn't between two meetings


@transaction.atomic
def ask_to_be_reminded(actor: Person, circle: UUID, item: UUID, on: date, *, now: datetime) -> None:
    """
    Be sent a mail on a day, instead of the one asked for before.

    Raises:
        Http404: not the actor's circle or intention.
        Refused: the day has passed, or is years away.
    """
    within = circle_for(actor, circle)
    own_intention_in(within, item)
    today = today_in(within.circle, now)
    if not today <= on <= today + FURTHEST:
        raise Refused(422, "day", _("Choose a day from today on, within two years."))
    Reminder.objects.update_or_create(circle=within.circle, person=actor, item=item, defaults={"on": on})


@transaction.atomic
def drop_reminder(actor: Person, circle: UUID, item: UUID) -> None:
    """No mail, also where none was asked for."""
    within = circle_for(actor, circle)
    Reminder.objects.filter(circle=within.circle, person=actor, item=item).delete()


def drop_all(circle: Circle, person: Person) -> None:
    """Somebody isn't in the circle any more."""
    Reminder.objects.filter(circle=circle, person=person).delete()
