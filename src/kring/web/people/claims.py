"""
Roles that wait for whoever has an address of mail.

A room above this one names somebody by address, whether or not they have an account. Once a person has confirmed that
address, each room hears of it; each leaves word when the site starts (`AppConfig.ready`).
"""

from collections.abc import Callable

from allauth.account.models import EmailAddress

from kring.web.people.models import Person

Claim = Callable[[Person, str], None]

_claims: list[Claim] = []


def at_confirming(claim: Claim) -> None:
    """
    A room hears of each confirmed address of a person, in lower case: when they confirm it and whenever they sign in.

    It hears of the same address more than once, and takes what is still nobody's.
    """
    _claims.append(claim)


def take_what_waits(person: Person) -> None:
    """Let every room give this person what was meant for their addresses."""
    confirmed = EmailAddress.objects.filter(user=person, verified=True).order_by("pk")
    for address in confirmed.values_list("email", flat=True):
        for claim in _claims:
            claim(person, address.lower())


def person_who_confirmed(address: str) -> Person | None:
    """Whose it is now, for a role that is given to somebody who has an account already."""
    found = EmailAddress.objects.filter(email__iexact=address, verified=True).first()
    return Person.objects.get(pk=found.user_id) if found else None
