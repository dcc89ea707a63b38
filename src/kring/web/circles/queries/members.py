"""Who is in a circle."""

from kring.web.circles.models import Circle, Membership
from kring.web.people.models import Person


def circles_of(person: Person) -> list[Membership]:
    """Every circle somebody is in, by name."""
    return list(
        Membership.objects.now().filter(person=person).select_related("circle").order_by("circle__name")
    )


def members_of(circle: Circle) -> list[Membership]:
    """Who is in it now, in the order in which they came."""
    return list(circle.memberships.filter(left_at=None).select_related("person").order_by("joined_at", "pk"))


def people_of(circle: Circle) -> list[Person]:
    """The same, as people."""
    return [one.person for one in members_of(circle)]


def ids_of_members(circle: Circle) -> list[str]:
    """Who is in it now, sorted."""
    return sorted(
        str(person) for person in circle.memberships.filter(left_at=None).values_list("person", flat=True)
    )
