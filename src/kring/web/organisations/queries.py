"""The trail, to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.web.organisations import traces
from kring.web.organisations.models import Organisation, Trace

A_PAGE = 200  # lines; further back by the address of the next page


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody looked at or did; `where` names the programme, where a page is about several."""

    at: datetime
    says: str
    where: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The newest first; `before` is the id from which the next page goes on, None where there is none."""

    lines: tuple[Line, ...]
    before: int | None


def trail_of(
    organisation: Organisation, before: int | None = None, *, programmes: Mapping[UUID, str] | None = None
) -> Trail:
    """Everything, for its organisers; `programmes` has the names of those that lines may be about."""
    return _trail(organisation.traces.all(), before, programmes or {})


def trail_of_programme(programme: UUID, before: int | None = None) -> Trail:
    """What concerns one programme, for everybody who has a part in it."""
    return _trail(Trace.objects.filter(programme=programme), before, {})


def _trail(traced: QuerySet[Trace], before: int | None, names: Mapping[UUID, str]) -> Trail:
    if before is not None:
        traced = traced.filter(pk__lt=before)
    rows = list(traced.order_by("-pk")[: A_PAGE + 1])
    lines = (
        Line(
            row.at,
            traces.told(row.what, row.name, row.about),
            names.get(row.programme, "") if row.programme else "",
        )
        for row in rows[:A_PAGE]
    )
    return Trail(tuple(lines), rows[A_PAGE - 1].pk if len(rows) > A_PAGE else None)
