"""The people of a programme as forming knows them, and their names for what it says."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from msgspec.structs import replace

from kring.core.circles.forming.everybody import Everybody
from kring.core.circles.forming.people import Person, Rules
from kring.core.circles.forming.wishes import LAST_SEASON, SEASON_BEFORE
from kring.web.enrolment.models import Participant
from kring.web.enrolment.queries.seating import as_core, to_seat
from kring.web.forming.models import Seat
from kring.web.programmes.models import Programme

AN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Known:
    """
    People of a programme as values, and as rows.

    Attributes:
        names: Of people, and of organisations for which an id stands.
    """

    everybody: Everybody
    rows: Mapping[str, Participant]
    names: Mapping[str, str]

    def named(self, sentence: str) -> str:
        """A sentence of forming, with names where ids stood."""
        return AN_ID.sub(lambda found: self.names.get(found[0], "…"), sentence)

    def label(self, who: str) -> str:
        """The name, and the profession beside it."""
        row = self.rows[who]
        return f"{row.name} ({row.profession})"


def people_of(programme: Programme) -> list[Participant]:
    """Who looks for a circle here, in the order of their names."""
    return list(to_seat(programme).order_by("name", "pk"))


def leaders_of(programme: Programme) -> list[Participant]:
    """Who leads circles here, in the order of their names."""
    return list(programme.participants.facilitators().order_by("name", "pk"))


def known(programme: Programme, rules: Rules) -> Known:
    """Everybody: for what has to look at all circles."""
    return _known([*people_of(programme), *leaders_of(programme)], programme, rules)


def known_of(ids: Collection[UUID], programme: Programme, rules: Rules) -> Known:
    """These alone: for a page with a few circles, whatever the size of the programme."""
    return _known(list(Participant.objects.filter(pk__in=ids, left_at=None)), programme, rules)


def _known(rows: Sequence[Participant], programme: Programme, rules: Rules) -> Known:
    people = with_past(as_core(rows), rows, programme)
    organisation = {str(programme.pk): programme.organisation.name}
    others = {
        str(row.programme_id): row.organisation_name for row in rows if row.programme_id != programme.pk
    }
    names = {**others, **organisation, **{str(row.pk): row.name for row in rows}}
    return Known(Everybody(people, rules), {str(row.pk): row for row in rows}, names)


def with_past(
    people: Iterable[Person], rows: Sequence[Participant], programme: Programme
) -> tuple[Person, ...]:
    """The same, with where they sat in the season that this programme follows, and in the one before that."""
    if programme.follows_id is None:
        return tuple(people)
    keys = {str(row.pk): row.key for row in rows}
    sat = {LAST_SEASON: _sat_in(programme.follows_id)}
    before = Programme.objects.filter(pk=programme.follows_id).values_list("follows_id", flat=True).first()
    if before is not None:
        sat[SEASON_BEFORE] = _sat_in(before)
    return tuple(
        replace(
            one,
            past=one.past
            | {f"{season}{where[keys[one.id]]:05}" for season, where in sat.items() if keys[one.id] in where},
        )
        for one in people
    )


def _sat_in(programme: UUID) -> dict[str, int]:
    seats = Seat.objects.filter(division__programme=programme, division__is_current=True)
    published = seats.exclude(circle__published=None)
    return dict(published.values_list("participant__key", "circle__number"))
