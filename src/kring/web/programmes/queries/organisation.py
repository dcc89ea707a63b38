"""Where an organiser begins."""

from dataclasses import dataclass

from kring.web.organisations.access import Organising
from kring.web.programmes.models import Enquiry, Programme, Stage


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """
    What there is to do and to find.

    Attributes:
        waiting: Enquiries of which the last word isn't the organisation's.
        answered: Enquiries where the asker is to speak, not closed yet.
    """

    waiting: tuple[Enquiry, ...]
    answered: tuple[Enquiry, ...]
    programmes: tuple[Programme, ...]
    ended: tuple[Programme, ...]


def organisation_page(organising: Organising) -> OrganisationPage:
    """For an organiser; what waits longest first, of programmes the newest."""
    enquiries = organising.organisation.enquiries.filter(closed_at=None).prefetch_related("answers")
    waiting, answered = list[Enquiry](), list[Enquiry]()
    for enquiry in enquiries.order_by("asked_at"):
        (waiting if waits_for_organiser(enquiry) else answered).append(enquiry)
    programmes = tuple(organising.organisation.programmes.order_by("-made_at"))
    return OrganisationPage(
        tuple(waiting),
        tuple(answered),
        tuple(one for one in programmes if one.stage != Stage.ENDED),
        tuple(one for one in programmes if one.stage == Stage.ENDED),
    )


def waits_for_organiser(enquiry: Enquiry) -> bool:
    """Whether the last word is the asker's."""
    answers = sorted(enquiry.answers.all(), key=lambda answer: answer.at)
    return not answers or not answers[-1].from_organiser
