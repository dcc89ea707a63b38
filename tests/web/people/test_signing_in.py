"""Signing up and in: nobody learns who has an account, and a passphrase is never taken."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from kring.web.people.models import Person
from tests.web.keys import key
from tests.web.people.conftest import Account, Join, newest_code


def entrance(address: str) -> object:
    return Client().post("/sign-in/entrance/", {"email": address}, content_type="application/json").json()


def test_who_signs_up_is_in_once_the_address_is_confirmed(db: None) -> None:
    noor = Account("Noor", "noor@example.org")

    answer = noor.sign_up()

    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-up/code/")
    assert not noor.is_signed_in()
    assert noor.confirm().headers["Location"] == "/me/recovery-sheet/"
    assert noor.is_signed_in()
    assert (noor.person.id, noor.person.salt) == (noor.acct, noor.salt)


def test_what_signs_in_is_kept_as_a_hash_alone(noor: Account) -> None:
    assert noor.auth not in noor.person.password
    assert noor.person.check_password(noor.auth)


@pytest.mark.parametrize("passphrase", ["paard batterij nietje correct", "", "x" * 43 + "=", "A" * 42 + "B"])
def test_a_passphrase_is_refused_and_not_repeated(db: None, passphrase: str) -> None:
    noor = Account("Noor", "noor@example.org", auth=passphrase)

    for answer in (noor.sign_up(), noor.sign_in()):
        assert answer.status_code == 200
        assert "eerst een sleutel maken" in answer.content.decode() or not passphrase
        assert not passphrase or passphrase not in answer.content.decode()
    assert not Person.objects.exists()


def test_what_signs_in_is_not_repeated_after_a_mistake(noor: Account) -> None:
    wrong = key()

    answer = noor.sign_in(Client(), password=wrong)

    assert "horen niet bij elkaar" in answer.content.decode()
    assert wrong not in answer.content.decode()


def test_signing_in_again(noor: Account) -> None:
    elsewhere = Client()

    assert noor.sign_in(elsewhere).headers["Location"] == "/me/"
    assert noor.is_signed_in(elsewhere)


def test_signing_up_tells_nobody_who_has_an_account(noor: Account) -> None:
    stranger = Account("Ruud", noor.email)
    newcomer = Account("Ruud", "ruud@example.org")
    cache.clear()  # Noor's own code was sent a moment ago, and one address isn't written to that often

    taken, free = stranger.sign_up(), newcomer.sign_up()

    assert (taken.status_code, taken.headers["Location"]) == (free.status_code, free.headers["Location"])
    pages = [one.browser.get("/sign-up/code/").content.decode() for one in (stranger, newcomer)]
    assert pages[0].replace(noor.email, "") == pages[1].replace(newcomer.email, "")
    assert [message.subject for message in mail.outbox[-2:-1]] == ["Je hebt al een account"]
    assert noor.person.name == "Noor"


def test_entrance_tells_nobody_who_has_an_account(noor: Account) -> None:
    unknown, again, other = (
        entrance("olga@example.org"),
        entrance("Olga@example.org "),
        entrance("wei@example.org"),
    )

    assert entrance(noor.email) == {"acct": str(noor.acct), "salt": noor.salt, "kdf": 1}
    assert isinstance(unknown, dict)
    assert unknown == again != other
    assert {name: len(str(value)) for name, value in unknown.items()} == {"acct": 36, "salt": 22, "kdf": 1}
    assert unknown["acct"][14] == "4"


def test_resetting_tells_nobody_who_has_an_account(noor: Account) -> None:
    pages = []
    for address in (noor.email, "olga@example.org"):
        browser = Client()
        assert browser.post("/sign-in/lost/", {"email": address}).headers["Location"] == "/sign-in/lost/code/"
        pages.append(browser.get("/sign-in/lost/code/").content.decode().replace(address, ""))

    assert pages[0] == pages[1]


def test_a_new_passphrase_by_mail_ends_every_other_session(noor: Account) -> None:
    browser, auth, salt = Client(), key(), key(16)
    browser.post("/sign-in/lost/", {"email": noor.email})
    browser.post("/sign-in/lost/code/", {"code": newest_code()})

    answer = browser.post("/sign-in/lost/new/", {"password1": auth, "salt": salt})

    assert answer.headers["Location"] == "/me/"
    assert noor.is_signed_in(browser)
    assert not noor.is_signed_in()
    assert (noor.person.salt, noor.person.check_password(auth)) == (salt, True)


def test_after_many_mistakes_even_the_right_passphrase_waits(noor: Account) -> None:
    for _ in range(10):
        noor.sign_in(Client(), password=key())

    answer = noor.sign_in(Client())

    assert "te vaak geprobeerd" in answer.content.decode()


def test_an_account_can_t_be_made_under_somebody_else_s_id(noor: Account) -> None:
    ruud = Account("Ruud", "ruud@example.org", acct=noor.acct)

    assert ruud.sign_up().status_code == 200
    assert Person.objects.get().name == "Noor"


def test_signing_out_wipes_the_browser(noor: Account) -> None:
    answer = noor.browser.post("/sign-out/")

    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert not noor.is_signed_in()


@pytest.mark.parametrize("page", ["/", "/begin/", "/methods/", "/sign-in/"])
def test_a_guest_gets_no_cookie(client: Client, db: None, page: str) -> None:
    assert client.get(page).cookies == {}


def test_the_cookie_of_a_session_is_for_the_browser_alone(noor: Account) -> None:
    cookie = noor.sign_in(Client()).cookies["session"]
    secure = (
        Client()
        .post("/sign-in/", {"login": noor.email, "password": noor.auth}, secure=True)
        .cookies["session"]
    )

    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", "")
    assert secure["secure"] is True


def test_a_stranger_is_asked_to_sign_in_and_comes_back(db: None) -> None:
    browser = Client()

    assert browser.get("/me/recovery-sheet/").headers["Location"] == "/sign-in/?next=/me/recovery-sheet/"
    refused = browser.get("/me/keys/", headers={"accept": "application/json"})
    assert (refused.status_code, refused.json()["refused"]) == (401, "signed_out")


def test_pages_speak_the_language_of_the_person(join: Join) -> None:
    noor = join("Noor")
    noor.browser.post("/me/", {"name": "Noor", "language": "en"})

    elsewhere = Client(headers={"accept-language": "nl"})
    noor.sign_in(elsewhere)

    assert "My account" in elsewhere.get("/me/").content.decode()
