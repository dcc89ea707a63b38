"""People with an account. What their browsers make of a passphrase is random here: the server can't tell."""

import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from kring.web.people.models import Person
from tests.web.keys import b64, key

CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")


@dataclass
class Account:
    """Somebody, what their browser made of their passphrase, and that browser."""

    name: str
    email: str
    acct: UUID = field(default_factory=uuid4)
    auth: str = field(default_factory=key)
    salt: str = field(default_factory=lambda: key(16))
    browser: Client = field(default_factory=Client)

    @property
    def person(self) -> Person:
        return Person.objects.get(pk=self.acct)

    def sign_up(self, **other: str) -> Any:
        given = {
            "name": self.name,
            "email": self.email,
            "password1": self.auth,
            "salt": self.salt,
            "acct": str(self.acct),
        }
        return self.browser.post("/sign-up/", {**given, **other})

    def confirm(self) -> Any:
        return self.browser.post("/sign-up/code/", {"code": newest_code()})

    def sign_in(self, browser: Client | None = None, **other: str) -> Any:
        given = {"login": self.email, "password": self.auth}
        return (browser or self.browser).post("/sign-in/", {**given, **other})

    def post(self, address: str, body: Any) -> Any:
        return self.browser.post(address, body, content_type="application/json")

    def make_keys(self) -> Any:
        return self.post(
            "/me/keys/", {"member": [str(self.acct), key(), key()], "slots": [slot("pass", self.salt)]}
        )

    def is_signed_in(self, browser: Client | None = None) -> bool:
        return bool((browser or self.browser).get("/me/").status_code == 200)


def newest_code() -> str:
    found = CODE.search(str(mail.outbox[-1].body))
    assert found is not None, mail.outbox[-1].body
    return found[0]


def slot(kind: str, salt: str | None = None) -> str:
    """Of the right shape."""
    from kring.web.ui.base64url import from_base64url

    number = {"pass": 1, "recovery": 2, "prf": 3}[kind]
    salted = secrets.token_bytes(16) if salt is None else from_base64url(salt)
    return b64(bytes([1, number, int(kind == "pass")]) + salted + secrets.token_bytes(92))


Join = Callable[..., Account]


@pytest.fixture(autouse=True)
def nobody_was_too_fast() -> Iterator[None]:
    """Bounds on how often something may be tried are kept in the process."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def join(db: None) -> Join:
    """Somebody with an account, signed in."""

    def somebody(name: str) -> Account:
        account = Account(name, f"{name.lower()}@example.org")
        account.sign_up()
        assert account.confirm().status_code == 302
        return account

    return somebody


@pytest.fixture
def noor(join: Join) -> Account:
    return join("Noor")
