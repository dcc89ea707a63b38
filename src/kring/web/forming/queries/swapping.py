"""With whom somebody could change places: a page of people of the same profession, with what it would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator

from kring.core.circles.forming.moving import place_of, swap
from kring.web.enrolment.models import Participant
from kring.web.forming.queries.seats import Seated, seats_of_kind

PEOPLE = 15  # on a page
EFFECTS = ("better", "worse", "breaks")


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody to change places with; `effect` is `better`, `worse` or `breaks`, `circle` a number."""

    participant: Participant
    circle: int
    effect: str


@dataclass(frozen=True, slots=True)
class Swaps:
    """Somebody, where they sit (a number), and a page of others."""

    participant: Participant
    here: int | None
    page: "Page[tuple[UUID, int]]"
    others: Sequence[Other]


def swaps_of(participant: Participant, seats: Seated, asked: dict[str, str]) -> Swaps:
    """`asked` may have a name or the number of a circle to look for, and a page."""
    here = place_of(str(participant.pk), seats.circles)
    found = seats_of_kind(participant, seats.division, seats.rules)
    if here is not None:
        found = found.exclude(circle=seats.rows[here])
    sought = asked.get("q", "").strip()
    if sought.isdecimal():
        found = found.filter(circle__number=int(sought))
    elif sought:
        found = found.filter(participant__name__icontains=sought)
    rows = found.order_by("participant__name", "participant").values_list("participant", "circle__number")
    page = Paginator(rows, PEOPLE).get_page(asked.get("page"))
    places = {number - 1 for _pk, number in page} | ({here} if here is not None else set())
    known = seats.around(places, participant.pk)
    others = []
    for pk, number in page:
        found_out = swap(str(participant.pk), str(pk), seats.circles, known.everybody)
        effect = "breaks" if found_out.broken else "worse" if found_out.more > 0 else "better"
        others.append(Other(known.rows[str(pk)], number, effect))
    if page.paginator.num_pages == 1:  # of many one looks up a name
        others.sort(key=lambda other: EFFECTS.index(other.effect))
    return Swaps(participant, None if here is None else here + 1, page, others)
