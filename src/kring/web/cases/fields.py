"""What is sealed of cases. See `vault.fields` for what the words mean; the item is always the case."""

from django.utils.translation import gettext as _

from kring.web.circles import queries as circles
from kring.web.circles.models import Circle
from kring.web.ui.refusal import Refused
from kring.web.vault.fields import Field, Storing, declare
from kring.web.vault.queries import writers_of


def only_when_agreed(storing: Storing) -> None:
    """
    No case before everybody has assented, while a line of authority runs through the circle, or while confidence is broken.

    Raises:
        Refused: 409, with where to look.
    """
    circle = Circle.objects.get(pk=storing.group)
    if not circles.may_meet(circle, storing.now):
        say = _("Not yet: your circle's page says what comes first. Your case stays here, for you alone.")
        raise Refused(409, "not_agreed", say)


def only_by_who_offered_it(storing: Storing) -> None:
    """
    Nobody says of another's case that it was brought.

    Raises:
        Refused: 409, it isn't theirs, or it was taken back.
    """
    if writers_of(storing.group, CASE_OFFERED.name).get(storing.item) != storing.acct:
        raise Refused(409, "not_yours", _("Only who offered a case can say this of it. Reload the page."))


CASE_OWN = Field("case.own", own=True)
CASE_OFFERED = Field("case.offered", of_author=True, leaves_with_writer=True, may_store=only_when_agreed)
CASE_BROUGHT = Field(
    "case.brought", of_author=True, leaves_with_writer=True, may_store=only_by_who_offered_it
)


def declare_fields() -> None:
    """Let them be stored."""
    declare(CASE_OWN, CASE_OFFERED, CASE_BROUGHT)
