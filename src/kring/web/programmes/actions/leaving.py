"""Somebody leaves for good. Roles and voices go with the account; what they asked is thrown away."""

from datetime import datetime

from kring.web.people.models import Person
from kring.web.programmes.models import Enquiry


def forget_asker(person: Person, now: datetime) -> None:
    """Questions hold a name and an address; a programme that came of one stays."""
    Enquiry.objects.filter(person=person).delete()
