"""
What rooms above this one add to the preparation of a meeting: lines in the mail, and the method that was chosen.

They can't be called by name from here, so each leaves word when the site starts (`AppConfig.ready`):

    say_in_mail(10, lines_of_mail)

Nothing that anybody wrote goes into a mail, ever: only what the server knows in the open.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from kring.web.circles.models import PlannedDate
from kring.web.people.models import Person

Lines = Callable[[PlannedDate, Person, datetime], Sequence[str]]

_lines: list[tuple[int, Lines]] = []
_before: list[Callable[[PlannedDate, datetime], None]] = []
_choosers: list[Callable[[PlannedDate], str]] = []


def say_in_mail(order: int, tell: Lines) -> None:
    """Lines for one person, in their language; lower orders stand first."""
    _lines.append((order, tell))
    _lines.sort(key=lambda told: told[0])


def before_mail(ear: Callable[[PlannedDate, datetime], None]) -> None:
    """Be told once of each date, right before its mails go: from then on people count on what stands in them."""
    _before.append(ear)


def choose_method(choose: Callable[[PlannedDate], str]) -> None:
    """Say by which method the circle works at a date: its id, or nothing."""
    _choosers.append(choose)


def lines_for(date: PlannedDate, person: Person, now: datetime) -> list[str]:
    """What the rooms above say, in order."""
    return [line for _order, tell in _lines for line in tell(date, person, now)]


def tell_before_mail(date: PlannedDate, now: datetime) -> None:
    """Let every room do its part."""
    for ear in _before:
        ear(date, now)


def method_chosen(date: PlannedDate | None) -> str:
    """The first that a room names, or nothing."""
    return "" if date is None else next((method for choose in _choosers if (method := choose(date))), "")
