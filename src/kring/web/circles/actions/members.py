"""Who belongs to the circle, and as whom: leaving, removing by agreement, roles."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kring.web.circles.access import Within, circle_for, member_in
from kring.web.circles.actions.ending import destroy
from kring.web.circles.actions.inviting import withdraw_all
from kring.web.circles.ears import tell_going
from kring.web.circles.models import Chair, EndingVoice, Membership, RemovalVoice, Role
from kring.web.people.models import Person
from kring.web.ui.refusal import Refused
from kring.web.vault import actions as walls


@transaction.atomic
def leave(actor: Person, circle: UUID, *, now: datetime) -> bool:
    """
    Leave a circle. The next member's vault makes a key without them. Who is the last destroys everything.

    Returns whether the circle is gone.
    """
    within = circle_for(actor, circle, lock=True)
    go(within, actor, now=now)
    if within.circle.memberships.filter(left_at=None).exists():
        return False
    destroy(within.circle, now=now)
    return True


def leave_all(person: Person, now: datetime) -> None:
    """Before somebody's account goes."""
    for circle in list(Membership.objects.now().filter(person=person).values_list("circle", flat=True)):
        leave(person, circle, now=now)


@transaction.atomic
def agree_that_somebody_goes(actor: Person, circle: UUID, about: UUID, *, now: datetime) -> bool:
    """
    Agree that another member should go. Once all the others agree, they go. Returns whether they went.

    Raises:
        Refused: about oneself (one leaves), or where there are only two: that is leaving as well.
    """
    within = circle_for(actor, circle, lock=True)
    other = member_in(within, about).person
    others = set(
        within.circle.memberships.filter(left_at=None).exclude(person=other).values_list("person", flat=True)
    )
    if other == actor or len(others) < 2:  # noqa: PLR2004 -- one alone agrees with nobody
        raise Refused(422, "leave", _("You can leave yourself. Removing somebody takes at least two others."))
    RemovalVoice.objects.get_or_create(circle=within.circle, about=other, by=actor, defaults={"at": now})
    voices = RemovalVoice.objects.filter(circle=circle, about=other).values_list("by", flat=True)
    if not others <= set(voices):
        return False
    assert isinstance(other, Person)
    go(within, other, now=now)
    return True


@transaction.atomic
def think_again(actor: Person, circle: UUID, about: UUID) -> None:
    """Take back that somebody should go."""
    within = circle_for(actor, circle)
    RemovalVoice.objects.filter(circle=within.circle, about=about, by=actor).delete()


@transaction.atomic
def take_role(actor: Person, circle: UUID, person: UUID, role: Role) -> None:
    """Say who leads, and who comes from outside. Any member may; all see it."""
    membership = member_in(circle_for(actor, circle), person)
    membership.role = role
    membership.save(update_fields=["role"])


def go(within: Within, person: Person, *, now: datetime) -> None:
    """Close every door behind somebody at once."""
    circle = within.circle
    circle.memberships.filter(person=person, left_at=None).update(left_at=now)
    RemovalVoice.objects.filter(circle=circle, about=person).delete()
    RemovalVoice.objects.filter(circle=circle, by=person).delete()
    EndingVoice.objects.filter(circle=circle, by=person).delete()
    circle.authorityanswer_set.filter(person=person).delete()
    Chair.objects.filter(gathered=circle.pk, person=person).delete()  # who left doesn't come back by it
    walls.give_up_place(circle.pk, person.pk, now=now)
    for held in circle.held.filter(closed_at=None):
        walls.give_up_seat(held.pk, person.pk, now=now)
    withdraw_all(circle.pk, now=now)
    tell_going(circle, person)
