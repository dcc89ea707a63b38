"""What a page may know of a person, and what a stranger may know of an address: nothing."""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings

from kring.web.people import belongings
from kring.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Entrance:
    """What a browser needs before it can turn a passphrase into something to sign in with."""

    acct: UUID
    salt: str
    kdf: int


def entrance(email: str) -> Entrance:
    """
    For this address; for one that nobody has, made up, and the same each time.

    The two can't be told apart: the made-up one follows from the server's secret. Who signs in by other means than a
    passphrase is treated as unknown.
    """
    address = email.strip().lower()
    person = person_by_address(address)
    if person is not None and person.salt and person.has_usable_password():
        return Entrance(person.id, person.salt, person.kdf)
    made_up = made_up_for(address, "entrance")
    return Entrance(UUID(bytes=made_up[:16], version=4), base64url(made_up[16:]), 1)


def person_by_address(address: str) -> Person | None:
    """Whose confirmed address it is, or, where nobody has confirmed it, who signed up with it."""
    confirmed = EmailAddress.objects.filter(email__iexact=address, verified=True).first()
    if confirmed is not None:
        return Person.objects.get(pk=confirmed.user_id)
    return Person.objects.filter(email__iexact=address).first()


def made_up_for(address: str, what: str) -> bytes:
    """32 bytes that look like chance and never change for this address."""
    return hmac.digest(settings.SECRET_KEY.encode(), f"kring/{what}\n{address}".encode(), sha256)


def base64url(content: bytes) -> str:
    """Base64url without padding."""
    return urlsafe_b64encode(content).rstrip(b"=").decode()


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey, as its owner knows it. `credential` is what browsers call it."""

    id: int
    name: str
    since: datetime
    used: datetime | None
    credential: str


@dataclass(frozen=True, slots=True)
class SecondFactors:
    """What somebody has besides a passphrase."""

    passkeys: tuple[Passkey, ...]
    has_app: bool
    codes_left: int


def second_factors(person: Person) -> SecondFactors:
    """All of them."""
    rows = list(Authenticator.objects.filter(user_id=person.pk).order_by("created_at"))
    kinds = Authenticator.Type
    codes = [row.wrap() for row in rows if row.type == kinds.RECOVERY_CODES]
    return SecondFactors(
        passkeys=tuple(passkey_of(row) for row in rows if row.type == kinds.WEBAUTHN),
        has_app=any(row.type == kinds.TOTP for row in rows),
        codes_left=sum(len(code.get_unused_codes()) for code in codes),
    )


def has_second_factor(person: Person) -> bool:
    """Whether something is asked after a passphrase. Spare codes come along with each second factor, and with nothing else."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES]
    return Authenticator.objects.filter(user_id=person.pk, type__in=kinds).exists()


def comes_in_otherwise(person: Person) -> bool:
    """Whether somebody signs in by something else than a passkey: a passphrase, an organisation."""
    return person.has_usable_password() or SocialAccount.objects.filter(user_id=person.pk).exists()


def passkey_of(row: Authenticator) -> Passkey:
    """What one's page says of it."""
    return Passkey(
        row.pk, row.data["name"], row.created_at, row.last_used_at, str(row.data["credential"].get("id", ""))
    )


def all_about(person: Person) -> dict[str, object]:
    """Everything that the server holds of somebody and can read, for the archive that they take along."""
    factors = second_factors(person)
    return {
        "account": {
            "id": str(person.id),
            "name": person.name,
            "address": person.email,
            "language": person.language,
            "joined": person.joined_at,
        },
        "addresses": list(
            EmailAddress.objects.filter(user_id=person.pk)
            .values("email", "verified", "primary")
            .order_by("pk")
        ),
        "passkeys": [{"name": one.name, "since": one.since, "used": one.used} for one in factors.passkeys],
        "second_factor_by_app": factors.has_app,
        "organisations": list(
            SocialAccount.objects.filter(user_id=person.pk)
            .values("provider", "uid", "extra_data", "date_joined", "last_login")
            .order_by("pk")
        ),
        "sessions": list(
            UserSession.objects.filter(user_id=person.pk)
            .values("ip", "user_agent", "created_at", "last_seen_at")
            .order_by("pk")
        ),
        **belongings.held_of(person),
    }
