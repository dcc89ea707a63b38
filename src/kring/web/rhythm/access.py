"""The doors to turns and requests, all of them behind that of the circle."""

from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from kring.web.circles.access import Within
from kring.web.circles.models import Circle
from kring.web.rhythm.models import Answer, SwapRequest
from kring.web.ui.refusal import Refused


def one_at_a_time(circle: UUID) -> None:
    """Until this transaction is over nobody else settles a turn of this circle."""
    Circle.objects.select_for_update().get(pk=circle)


def asked_of(within: Within, request: int) -> SwapRequest:
    """
    A request that the asker of this page may answer.

    Raises:
        Http404: it was put to somebody else, or there is none.
        Refused: it has been answered or withdrawn.
    """
    return _still_open(within.circle.swap_requests.filter(pk=request, asked=within.person).first())


def put_by(within: Within, request: int) -> SwapRequest:
    """
    A request that the asker of this page may withdraw.

    Raises:
        Http404: somebody else put it, or there is none.
        Refused: it has been answered or withdrawn.
    """
    return _still_open(within.circle.swap_requests.filter(pk=request, by=within.person).first())


def _still_open(found: SwapRequest | None) -> SwapRequest:
    if found is None:
        raise Http404
    if found.answer != Answer.NONE:
        raise Refused(
            409, "answered", _("That has been answered or withdrawn already. Go back and look again.")
        )
    return found
