"""Circles that somebody outside put together: for who has a chair in one, and for whoever put them together."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kring.web.circles.models import Chair, Circle, Gathered, Membership
from kring.web.people.models import Person

ELSE = "nl"  # in which language reasons are shown where they aren't in somebody's own


def chairs_waiting(person: Person) -> list[Chair]:
    """Somebody's own, in circles that they aren't in yet; by name of the circle."""
    mine = Chair.objects.filter(person=person).select_related("gathered").order_by("gathered__name")
    inside = set(Membership.objects.now().filter(person=person).values_list("circle", flat=True))
    return [chair for chair in mine if chair.gathered_id not in inside]


def sits_in(chair: Chair) -> bool:
    """Whether they took it: from then on nobody outside moves them."""
    return (
        chair.person_id is not None
        and Membership.objects.now().filter(circle=chair.gathered_id, person=chair.person_id).exists()
    )


@dataclass(frozen=True, slots=True)
class GatheredPage:
    """
    A circle as those who have a chair in it see it beforehand.

    Attributes:
        chairs: Everybody's, in the order of their names; facilitators last.
        reasons: Sentences in the reader's language.
        inside: Names of who is in it already.
    """

    gathered: Gathered
    chairs: tuple[Chair, ...]
    reasons: tuple[str, ...]
    inside: tuple[str, ...]


def gathered_page(chair: Chair, language: str) -> GatheredPage:
    """For who has this chair."""
    gathered = chair.gathered
    chairs = gathered.chairs.select_related("person").order_by("-role", "name", "pk")
    inside = Membership.objects.now().filter(circle=gathered.pk).order_by("joined_at", "pk")
    return GatheredPage(
        gathered,
        tuple(chairs),
        tuple(gathered.reasons.get(language) or gathered.reasons.get(ELSE, ())),
        tuple(inside.values_list("person__name", flat=True)),
    )


def still_to_come(circle: Circle) -> list[Chair]:
    """Chairs of a circle that nobody has taken yet, by name; none where it wasn't put together."""
    if circle.programme is None:
        return []
    inside = set(circle.memberships.filter(left_at=None).values_list("person", flat=True))
    chairs = Chair.objects.filter(gathered=circle.pk).order_by("name", "pk")
    return [chair for chair in chairs if chair.person_id not in inside]


# for the programme: what forming needs, and never what anybody wrote ----------------------------------


@dataclass(frozen=True, slots=True)
class Sat:
    """
    A chair, as whoever put the circle together knows it.

    Attributes:
        came_in: They sit in it, and can't be moved any more. For forming alone: about one person it is shown to nobody.
    """

    who: UUID
    name: str
    role: str
    came_in: bool


@dataclass(frozen=True, slots=True)
class CircleOfProgramme:
    """A circle of a programme; `begun_at` none: it can still be taken back."""

    id: UUID
    name: str
    put_together_at: datetime
    begun_at: datetime | None
    sat: tuple[Sat, ...]


def circles_of_programme(programme: UUID) -> list[CircleOfProgramme]:
    """What was put together for it and is still there, by name."""
    gathered = list(Gathered.objects.filter(programme=programme).order_by("name", "pk"))
    ids = [one.pk for one in gathered]
    inside = set(Membership.objects.now().filter(circle__in=ids).values_list("circle", "person"))
    sat: dict[UUID, list[Sat]] = {}
    for chair in Chair.objects.filter(gathered__in=ids).order_by("name", "pk"):
        came_in = (chair.gathered_id, chair.person_id) in inside
        sat.setdefault(chair.gathered_id, []).append(Sat(chair.who, chair.name, chair.role, came_in))
    return [
        CircleOfProgramme(one.pk, one.name, one.put_together_at, one.begun_at, tuple(sat.get(one.pk, ())))
        for one in gathered
    ]


def ids_of_programme(programme: UUID) -> list[UUID]:
    """Of every circle that was put together for it and is still there, begun or not."""
    return list(Gathered.objects.filter(programme=programme).order_by("pk").values_list("pk", flat=True))
