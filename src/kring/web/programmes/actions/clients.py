"""Who a programme is for."""

from kring.web.people.models import Person
from kring.web.programmes.models import Client


def claim_client(person: Person, mail: str) -> None:
    """Who confirmed an address under which a client was named, is that client."""
    Client.objects.filter(mail=mail, person=None).update(person=person)
