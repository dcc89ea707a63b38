"""A part in a programme is whose address it is."""

from allauth.account.models import EmailAddress

from kring.web.enrolment.models import Participant
from kring.web.people.models import Person
from kring.web.programmes.models import Programme


def claim_part(person: Person, mail: str) -> None:
    """Who confirmed an address under which somebody was taken in, is that participant."""
    Participant.objects.there().filter(mail=mail, person=None).update(person=person)


def claim_all(programme: Programme) -> None:
    """The same for everybody who came in and has an account already."""
    waiting = programme.participants.there().filter(person=None).exclude(mail="")
    confirmed = dict(
        EmailAddress.objects.filter(verified=True, email__in=waiting.values("mail")).values_list(
            "email", "user_id"
        )
    )
    found = [one for one in waiting if one.mail in confirmed] if confirmed else []
    for one in found:
        one.person_id = confirmed[one.mail]
    Participant.objects.bulk_update(found, ["person"], batch_size=200)
