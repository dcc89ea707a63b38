"""The trail, to read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kring.web.organisations import traces
from kring.web.organisations.models import Organisation, Trace

A_PAGE = 200  # lines; further back by the address of the next page


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody looked at or did."""

    at: datetime
    says: str
    programme: UUID | None


@dataclass(frozen=True, slots=True)
class Trail:
    """The newest first; `before` is the id from which the next page goes on, None where there is none."""

    lines: tuple[Line, ...]
    before: int | None


def trail_of(organisation: Organisation, before: int | None = None) -> Trail:
    """Everything, for its organisers."""
    return _trail(organisation.traces.all(), before)


def trail_of_programme(programme: UUID, before: int | None = None) -> Trail:
    """What concerns one programme, for everybody who has a part in it."""
    return _trail(Trace.objects.filter(programme=programme), before)


def _trail(traced: QuerySet[Trace], before: int | None) -> Trail:
    if before is not None:
        traced = traced.filter(pk__lt=before)
    rows = list(traced.order_by("-pk")[: A_PAGE + 1])
    return Trail(_lines(rows[:A_PAGE]), rows[A_PAGE - 1].pk if len(rows) > A_PAGE else None)


def _lines(rows: Iterable[Trace]) -> tuple[Line, ...]:
    return tuple(Line(row.at, traces.told(row.what, row.name, row.about), row.programme) for row in rows)
