"""What somebody does with their own account. Actor first."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction

from kring.web.people import belongings
from kring.web.people.models import Person

UNCONFIRMED_FOR = timedelta(
    days=7
)  # a code by mail holds for minutes; after a week nobody is still looking for it


@transaction.atomic
def set_passphrase(person: Person, *, auth: str, salt: str, kdf: int = 1) -> None:
    """
    Sign in with another passphrase from now on. Every other session ends with it, because Django ties them to it.

    `auth` follows from the new passphrase, stretched with `salt`; only a hash of it is kept.
    """
    person.salt, person.kdf = salt, kdf
    person.set_password(auth)
    person.save(update_fields=["password", "salt", "kdf"])


@transaction.atomic
def introduce_oneself(person: Person, *, name: str, language: str) -> None:
    """Be called otherwise, or be spoken to in another language."""
    person.name, person.language = name, language
    person.save(update_fields=["name", "language"])


@transaction.atomic
def be_forgotten(person: Person, *, now: datetime) -> None:
    """
    Leave for good: account, keys, passkeys, links with organisations and sessions go.

    What was written in a circle stays with the circle, sealed, and so does the signed statement of who belonged to it
    (account, public keys, name): without it nobody could tell any more who could read what. It goes with the circle.
    """
    belongings.take_leave(person, now=now)
    for session in UserSession.objects.filter(user_id=person.pk):
        session.end()
    person.delete()


@transaction.atomic
def forget_unconfirmed(now: datetime) -> int:
    """
    Let go of sign-ups whose address was never confirmed: somebody's slip, or somebody else's address.

    Nothing hangs on them: keys are made after confirming. Returns how many there were.
    """
    confirmed = EmailAddress.objects.filter(verified=True).values("user_id")
    rows = Person.objects.filter(joined_at__lt=now - UNCONFIRMED_FOR, last_login=None)
    strangers = rows.exclude(pk__in=confirmed)
    count = strangers.count()
    strangers.delete()
    return count
