"""An account that signs in by passkey alone: what the server takes, and what it doesn't."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from kring.web.people.models import Person
from tests.web.keys import key
from tests.web.people.conftest import Account, Join, join, newest_code, nobody_was_too_fast, slot

__all__ = ["join", "nobody_was_too_fast"]


def passkey_for(person: Person, credential: str) -> Authenticator:
    """As if a device had made it."""
    data = {"name": credential, "credential": {"id": credential}}
    made: Authenticator = Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data=data
    )
    return made


def by_passkey(name: str) -> tuple[Account, Any]:
    """Somebody who has signed up and confirmed the address, and where that led."""
    account = Account(name, f"{name.lower()}@example.org")
    account.browser.post("/sign-up/passkey/", {"name": name, "email": account.email})
    answer = account.confirm()
    account.acct = Person.objects.get(email=account.email).id
    return account, answer


@pytest.fixture
def noor(db: None) -> Account:
    noor, _ = by_passkey("Noor")
    passkey_for(noor.person, "phone")
    noor.browser.force_login(noor.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return noor


def first_keys(account: Account, **other: Any) -> Any:
    sheet = {"slot": slot("recovery"), "auth": key()}
    whole = {
        "member": [str(account.acct), key(), key()],
        "slots": [slot("prf")],
        "credential": "phone",
        "sheet": sheet,
    }
    return account.post("/me/keys/", {**whole, **other})


def test_the_passkey_comes_after_the_address_and_before_anything_else(db: None) -> None:
    noor, answer = by_passkey("Noor")

    assert answer.headers["Location"] == "/sign-up/passkey/new/"
    assert not noor.is_signed_in()
    assert not noor.person.has_usable_password()


def test_keys_come_with_a_sheet_or_not_at_all(noor: Account, join: Join) -> None:
    passkey_for(join("Ruud").person, "ruuds")

    assert first_keys(noor, sheet=None).json()["refused"] == "no_sheet"
    faults: list[dict[str, Any]] = [
        {"credential": ""},  # a slot of a passkey, in the place of a passphrase's
        {"credential": "ruuds"},
        {"slots": []},
        {"slots": [slot("recovery")]},
        {"sheet": {"slot": slot("prf"), "auth": key()}},
        {"sheet": {"slot": slot("recovery"), "auth": key()[1:] + "="}},
        {"member": [str(join("Wei").acct), key(), key()]},
    ]
    for wrong in faults:
        assert first_keys(noor, **wrong).status_code == 422, wrong
        assert noor.browser.get("/me/keys/").json()["vault"] is None

    assert first_keys(noor).status_code == 200
    vault = noor.browser.get("/me/keys/").json()["vault"]
    assert (len(vault["slots"]), vault["credentials"]) == (2, ["phone"])
    assert first_keys(noor).json()["refused"] == "keys_there"


def test_the_last_passkey_stays_unless_something_else_signs_in_and_opens(noor: Account) -> None:
    first_keys(noor)
    phone = Authenticator.objects.get(user=noor.person)
    away = f"/me/passkeys/{phone.pk}/off/"

    assert (noor.browser.post(away).status_code, noor.browser.get(away).status_code) == (409, 409)
    passkey_for(noor.person, "signs in and opens nothing")
    assert noor.browser.post(away).status_code == 409
    other = {"slot": slot("prf"), "credential": "signs in and opens nothing"}
    assert noor.post("/me/keys/slots/", other).status_code == 200
    assert noor.browser.post(away).headers["Location"].startswith("/me/sure/")


def test_a_passphrase_is_set_and_keys_are_replaced_only_by_who_has_just_shown_who_they_are(
    noor: Account,
) -> None:
    first_keys(noor)
    salt = key(16)
    new = {"auth": key(), "salt": salt, "slot": slot("pass", salt)}
    fresh = {"member": [str(noor.acct), key(), key()], "slots": [slot("pass")]}

    assert noor.post("/me/keys/passphrase/", new).json()["refused"] == "not_shown"
    assert noor.browser.put("/me/keys/", fresh, content_type="application/json").status_code == 403
    assert noor.browser.get("/me/passphrase/").headers["Location"].startswith("/me/sure/")
    assert not noor.person.has_usable_password()


def test_who_lost_the_passkey_comes_back_by_mail_and_isn_t_asked_for_it(noor: Account) -> None:
    first_keys(noor)
    browser, auth = Client(), key()
    browser.post("/sign-in/lost/", {"email": noor.email})
    browser.post("/sign-in/lost/code/", {"code": newest_code()})

    answer = browser.post("/sign-in/lost/new/", {"password1": auth, "salt": key(16)})

    assert answer.headers["Location"] == "/me/"
    assert noor.is_signed_in(browser)
    again = Client()
    again.post("/sign-in/", {"login": noor.email, "password": auth})
    assert noor.is_signed_in(again)


def test_a_passphrase_after_all_is_for_who_is_signing_up(noor: Account) -> None:
    wei, _ = by_passkey("Wei")
    given = {"password1": key(), "salt": key(16)}

    assert Client().post("/sign-up/passkey/passphrase/", given).headers["Location"] == "/sign-up/"
    noor.browser.post("/sign-up/passkey/passphrase/", given)
    wei.browser.post("/sign-up/passkey/passphrase/", {**given, "password1": "paard batterij nietje"})
    assert [one.person.has_usable_password() for one in (noor, wei)] == [False, False]
    answer = wei.browser.post("/sign-up/passkey/passphrase/", given)

    assert answer.headers["Location"] == "/me/recovery-sheet/"
    assert wei.is_signed_in()
    assert wei.person.check_password(given["password1"])
