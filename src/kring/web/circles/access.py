"""The only doors to a circle. Who isn't in it, or isn't any more, hears that there is nothing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404

from kring.web.circles.models import Chair, Circle, Gathered, Held, Invitation, Membership, PlannedDate
from kring.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Within:
    """A circle, and the asker's place in it."""

    circle: Circle
    membership: Membership

    @property
    def person(self) -> Person:
        """Who asks."""
        person = self.membership.person
        assert isinstance(person, Person)
        return person


def circle_for(person: Person, circle: UUID, *, lock: bool = False) -> Within:
    """
    The circle, for somebody who is in it now.

    Raises:
        Http404: no such circle, never in it, or left.
    """
    rows = Membership.objects.now().select_related("circle", "person")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(circle=circle, person=person).first()
    if found is None:
        raise Http404
    return Within(found.circle, found)


def invitation_for(circle: UUID, invitation: UUID) -> Invitation:
    """
    An invitation, for whoever has its link; what became of it is for the page to say.

    Raises:
        Http404: there is no such invitation.
    """
    found = (
        Invitation.objects.filter(pk=invitation, circle=circle)
        .select_related("circle", "by", "accepted_by", "replaces")
        .first()
    )
    if found is None:
        raise Http404
    return found


def chair_of(person: Person, circle: UUID, *, lock: bool = False) -> Chair:
    """
    Somebody's own chair in a circle that was put together, whether or not it has begun.

    Raises:
        Http404: no such circle, no chair in it, or they left it.
    """
    if lock:  # two may begin at the same moment
        Gathered.objects.select_for_update().filter(pk=circle).first()
    found = Chair.objects.filter(gathered=circle, person=person).select_related("gathered", "person").first()
    if found is None:
        raise Http404
    return found


def open_invitation_in(within: Within, invitation: UUID, now: datetime) -> Invitation:
    """
    An invitation of one's own circle that can still be accepted.

    Raises:
        Http404: another circle's, or it is over.
    """
    found = within.circle.invitations.filter(pk=invitation).first()
    if found is None or not Invitation.objects.open(now).filter(pk=invitation).exists():
        raise Http404
    return found


def member_in(within: Within, person: UUID) -> Membership:
    """
    Another member of one's own circle.

    Raises:
        Http404: not in it.
    """
    found = within.circle.memberships.filter(person=person, left_at=None).select_related("person").first()
    if found is None:
        raise Http404
    return found


def date_in(within: Within, date: UUID) -> PlannedDate:
    """
    A date of one's own circle.

    Raises:
        Http404: another circle's, or none.
    """
    found = within.circle.dates.filter(pk=date).first()
    if found is None:
        raise Http404
    return found


def held_in(within: Within, meeting: UUID) -> Held:
    """
    A meeting of one's own circle.

    Raises:
        Http404: another circle's, or none.
    """
    found = within.circle.held.filter(pk=meeting).first()
    if found is None:
        raise Http404
    return found


def circle_of_calendar(calendar: UUID) -> Circle:
    """
    The circle whose dates a calendar fetches; whoever has this address sees when and where, and nothing else.

    Raises:
        Http404: no such address.
    """
    found = Circle.objects.filter(calendar=calendar).first()
    if found is None:
        raise Http404
    return found
