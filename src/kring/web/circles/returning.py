"""Who lost every key, made new ones, and comes back into a circle under the same name."""

from dataclasses import dataclass
from uuid import UUID

from kring.web.circles.models import Circle, Membership
from kring.web.people.models import Person
from kring.web.vault.queries import waiting, with_other_keys


@dataclass(frozen=True, slots=True)
class Return:
    """
    A circle that doesn't know somebody's new keys yet.

    Attributes:
        fellows: The names of who can help: the others who are in it and have their keys.
        waits: A way back was used already; a member's vault has to look.
    """

    circle: Circle
    fellows: tuple[str, ...]
    waits: bool


def returns_of(person: Person) -> list[Return]:
    """Every circle that somebody has to be helped back into, by name."""
    found = []
    mine = Membership.objects.now().filter(person=person).select_related("circle").order_by("circle__name")
    for circle in [membership.circle for membership in mine]:
        without = with_other_keys(circle.pk)
        if person.pk in without:
            found.append(
                Return(circle, fellows_in(circle, without | {person.pk}), person.pk in waiting(circle.pk))
            )
    return found


def fellows_in(circle: Circle, but: set[UUID]) -> tuple[str, ...]:
    """The others by name, in the order in which they came."""
    rows = Membership.objects.now().filter(circle=circle).exclude(person__in=but)
    return tuple(rows.order_by("joined_at", "pk").values_list("person__name", flat=True))
