"""Who wants to know that somebody goes. A room above this one leaves its ear here when the site starts."""

from collections.abc import Callable

from kring.web.circles.models import Circle
from kring.web.people.models import Person

_ears: list[Callable[[Circle, Person], None]] = []


def at_going(ear: Callable[[Circle, Person], None]) -> None:
    """Be told, in the same transaction, of everybody who leaves a circle or is removed from it."""
    _ears.append(ear)


def tell_going(circle: Circle, person: Person) -> None:
    """Somebody isn't in it any more."""
    for ear in _ears:
        ear(circle, person)
