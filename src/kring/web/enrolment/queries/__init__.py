"""What pages and forming need of who takes part. One file a noun."""

from kring.web.enrolment.queries.own import held_of, places_of
from kring.web.enrolment.queries.people import enrolled, on_programme
from kring.web.enrolment.queries.seating import (
    Assumed,
    as_core,
    assumed_of,
    people_to_seat,
    with_facilitators,
)

__all__ = [
    "Assumed",
    "as_core",
    "assumed_of",
    "enrolled",
    "held_of",
    "on_programme",
    "people_to_seat",
    "places_of",
    "with_facilitators",
]
