"""People drawn for the tests of forming, and every division of a few of them written down."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from hypothesis import strategies as st

from kring.core.circles.forming.lineage import Lineage
from kring.core.circles.forming.people import NOT_PLACED, SCALE, Person, Rules
from kring.core.circles.forming.rules import broken
from kring.core.circles.forming.wishes import cost_of

SLOTS = ("mon-09", "tue-13", "wed-19", "thu-09", "fri-15")
SMALL_RULES = Rules(size_min=3, size_target=3, size_max=4, common_slots_min=1, common_slots_wanted=2)


@st.composite
def populations(draw: st.DrawFn, least: int = 1, most: int = 9) -> tuple[Person, ...]:
    """A few people with managers above them in the list, so that nobody reports in a ring."""
    count = draw(st.integers(least, most))
    ids = [f"p{number}" for number in range(count)]
    people = []
    for number, id in enumerate(ids):
        people.append(
            Person(
                id=id,
                profession=draw(st.sampled_from(("care", "care", "law"))),
                manager=draw(st.sampled_from((None, None, *ids[:number]))),
                organisation=draw(st.sampled_from(("", "A", "B"))),
                team=draw(st.sampled_from(("", "t1", "t2"))),
                seniority=draw(st.integers(0, 30)),
                region=draw(st.sampled_from(("N", "S"))),
                online=draw(st.booleans()),
                languages=draw(st.frozensets(st.sampled_from(("nl", "en")), min_size=1)),
                slots=draw(st.frozensets(st.sampled_from(SLOTS), min_size=2)),
                goals=draw(st.frozensets(st.sampled_from(("g1", "g2", "g3")))),
                past=draw(st.frozensets(st.sampled_from(("s1:1", "s2:1")))),
                not_with=draw(st.frozensets(st.sampled_from(ids), max_size=1)) - {id},
            )
        )
    return tuple(people)


def possible_circles(people: Sequence[Person], rules: Rules) -> dict[frozenset[str], int]:
    """Every circle that keeps the rules, with what it costs."""
    lineage = Lineage(people)
    return {
        frozenset(one.id for one in row): cost_of(row, rules).total
        for size in range(rules.size_min, rules.size_max + 1)
        for row in combinations(people, size)
        if not broken(row, lineage, rules)
    }


def least_cost(people: Sequence[Person], rules: Rules) -> int:
    """Of all divisions there are."""
    circles = possible_circles(people, rules)
    return min(_costs(frozenset(one.id for one in people), circles))


def _costs(left: frozenset[str], circles: dict[frozenset[str], int]) -> Iterator[int]:
    """The first who is left either has no circle, or one of those that hold them."""
    if not left:
        yield 0
        return
    first = min(left)
    yield NOT_PLACED * SCALE + min(_costs(left - {first}, circles))
    for circle, cost in circles.items():
        if first in circle and circle <= left:
            yield cost + min(_costs(left - circle, circles))
