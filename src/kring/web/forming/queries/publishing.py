"""What publishing does, before and after: which circles are ready, and what their members get to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from kring.core.circles.forming.explaining import explain
from kring.core.circles.forming.moving import faults_of
from kring.core.circles.forming.saying import Language
from kring.web.circles.actions.gathering import Reasons, Sitter
from kring.web.circles.actions.starting import Agreed
from kring.web.circles.models import Role
from kring.web.enrolment.models import Participant
from kring.web.forming.queries.people import Known
from kring.web.forming.queries.seats import Seated, people_in
from kring.web.forming.queries.telling import told_facts
from kring.web.programmes.models import Programme

LANGUAGES: tuple[Language, ...] = ("nl", "en")
ZONE = "Europe/Amsterdam"  # its members can choose another one


@dataclass(frozen=True, slots=True)
class Readiness:
    """
    How far publishing can go.

    Attributes:
        ready: Numbers of circles that will be published.
        broken: Numbers of those that break a rule as they are, so they won't.
        without_facilitator: How many of the ready ones nobody leads.
        mails: How many people will be written to.
        without_mail: How many have no address.
        left_out: How many have no circle.
    """

    ready: tuple[int, ...]
    broken: tuple[int, ...]
    published: int
    without_facilitator: int
    mails: int
    without_mail: int
    left_out: int


def readiness(seated: Seated) -> Readiness:
    """Of all circles."""
    known = seated.whole()
    waiting = [place for place in seated.standing if place not in seated.published]
    ready = [place for place in waiting if not faults_of(seated.circles[place], known.everybody)]
    people = {one for place in ready for one in people_in(seated.circles[place])}
    with_mail = sum(1 for one in people if known.rows[one].mail)
    seats = sum(len(circle.members) for circle in seated.circles)
    looking = sum(1 for row in known.rows.values() if not row.facilitates)
    return Readiness(
        ready=tuple(place + 1 for place in ready),
        broken=tuple(place + 1 for place in waiting if place not in ready),
        published=len(seated.published),
        without_facilitator=sum(1 for place in ready if seated.circles[place].facilitator is None),
        mails=with_mail,
        without_mail=len(people) - with_mail,
        left_out=looking - seats,
    )


def sitters(place: int, seated: Seated, known: Known) -> Iterator[Sitter]:
    """Everybody of a circle, whoever leads it last."""
    circle = seated.circles[place]
    for one in circle.members:
        yield sitter_of(known.rows[one], Role.MEMBER)
    if circle.facilitator is not None:
        yield sitter_of(known.rows[circle.facilitator], Role.FACILITATOR)


def sitter_of(participant: Participant, role: Role) -> Sitter:
    """Somebody for whom a chair is kept."""
    return Sitter(
        who=UUID(str(participant.pk)),
        name=participant.name,
        person=participant.person,
        mail=participant.mail,
        role=role,
    )


def agreed_of(programme: Programme, number: int, language: str) -> Agreed:
    """What a circle begins with."""
    with translation.override(language):
        name = _("Circle %(number)s") % {"number": number}
    return Agreed(
        name=name,
        field_of_work=programme.field_of_work,
        rhythm=programme.rhythm,
        weeks_between=programme.weeks_between,
        minutes=programme.minutes,
        place="",
        zone=ZONE,
        guided=programme.guided,
        agreed_until=programme.ends_on,
    )


def reasons_of(place: int, seated: Seated, known: Known | None = None) -> Reasons:
    """Why these people, for the members themselves, in each language."""
    around = known or seated.around({place})
    explained = explain(seated.circles[place], around.everybody)
    told: dict[str, list[str]] = {}
    for language in LANGUAGES:
        facts = {
            kind: ", ".join(around.named(one) for one in texts)
            for kind, texts in told_facts(explained, language).items()
        }
        with translation.override(language):
            told[language] = [
                sentence % {"facts": facts[kind]}
                for kind, sentence in (
                    ("binds", _("What binds you: %(facts)s.")),
                    ("differs", _("Where you differ: %(facts)s.")),
                    ("meets", _("When you can all meet: %(facts)s.")),
                )
                if facts[kind]
            ]
    return told
