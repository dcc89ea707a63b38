"""The door to a self-check: that of its circle."""

from uuid import UUID

from django.http import Http404

from kring.web.circles.access import Within
from kring.web.vitality.models import CheckRound


def round_in(within: Within, round_id: UUID, *, lock: bool = False) -> CheckRound:
    """
    A self-check of one's own circle.

    Raises:
        Http404: another circle's, or none.
    """
    rows = CheckRound.objects.select_related("circle")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=round_id, circle=within.circle).first()
    if found is None:
        raise Http404
    return found
