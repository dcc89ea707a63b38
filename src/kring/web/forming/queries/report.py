"""All of a division on one page, with names, for the organiser to keep or print."""

from django.utils.translation import gettext as _

from kring.core.circles.forming.report import Report, ReportedCircle
from kring.core.circles.forming.saying import Language
from kring.web.enrolment.queries.seating import assumed_of
from kring.web.enrolment.telling import told_assumed
from kring.web.forming.models import Division
from kring.web.forming.queries.alone import alone_in, reasons_of, told_why
from kring.web.forming.queries.cards import card_of
from kring.web.forming.queries.people import Known
from kring.web.forming.queries.seats import Seated, seated
from kring.web.forming.queries.telling import proven_of


def report_of(division: Division, language: Language) -> Report:
    """As it stands now; what is proven is from when it was formed, and says so where that makes a difference."""
    seats = seated(division)
    known = seats.whole()
    notes = [told_assumed(one) for one in assumed_of(division.programme)]
    if division.changes.exists():
        notes.insert(0, _("That was before you changed something by hand."))
    reasons = reasons_of(division)
    return Report(
        title=division.programme.name,
        formed=proven_of(division),
        circles=[_circle(place, seats, known, language) for place in seats.standing],
        unplaced=[
            (
                known.label(str(pk)),
                told_why(reasons.get(pk), seats, known, language)
                or _("Came, or was taken out, after the circles were formed."),
            )
            for pk in alone_in(seats)
        ],
        notes=notes,
    )


def _circle(place: int, seats: Seated, known: Known, language: Language) -> ReportedCircle:
    card = card_of(place, seats, known, language)
    return ReportedCircle(
        number=card.row.number,
        members=[one.name for one in card.members],
        leader=card.leader.name if card.leader else None,
        facts=card.facts,
        faults=card.faults,
    )
