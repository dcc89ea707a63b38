"""A person. There is no role that sees more than others do: no administrator, no staff."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone

LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
NAME_LENGTH = 80  # characters, as in a signed statement of who belongs to a circle


class People(BaseUserManager["Person"]):
    """Everybody with an account."""

    def get_by_natural_key(self, email: str | None) -> "Person":
        """By address, in whichever case it is typed."""
        return self.get(email__iexact=email)


class Person(AbstractBaseUser):
    """
    Somebody with an account.

    Attributes:
        id: Also the account (`acct`) that their keys are bound to; made in their own browser at sign-up.
        email: By which they sign in; changed only once the new one is confirmed.
        name: As their circles see it; part of the signed statement of who belongs to a circle.
        language: Of mail to them, and of pages where the browser hasn't said otherwise.
        salt: With which their browser stretches the passphrase; what comes in as a password is only what follows from
            that. Empty for somebody who signs in by other means alone.
        kdf: How it is stretched, by number in the browser's own table.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(max_length=254, unique=True)  # in lower case: allauth sees to that
    name = models.CharField(max_length=NAME_LENGTH)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nl")
    salt = models.CharField(max_length=22, blank=True)
    kdf = models.PositiveSmallIntegerField(default=1)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[People] = People()

    class Meta:
        constraints = [CheckConstraint(condition=~Q(name=""), name="person_has_a_name")]

    def get_full_name(self) -> str:
        """As their circles see it."""
        return self.name

    def get_short_name(self) -> str:
        """The first word of it, for a page that speaks to them."""
        return self.name.split()[0]
