"""What this room tells to the pages of others."""

from collections.abc import Sequence
from uuid import UUID

from kring.web.forming.models import ProposedCircle
from kring.web.programmes.models import Programme


def published_in(programme: Programme) -> Sequence[UUID]:
    """Which circles belong to a programme."""
    rows = ProposedCircle.objects.filter(division__programme=programme).exclude(published=None)
    return [published for published in rows.values_list("published", flat=True) if published]
