"""One's own account: changing, ending, taking along, leaving."""

import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.utils import timezone, translation

from kring.web.people import belongings
from kring.web.people.actions import forget_unconfirmed
from kring.web.people.devices import named
from kring.web.people.models import Person
from kring.web.vault.models import OwnKeys, Slot
from tests.web.keys import key
from tests.web.people.conftest import Account, newest_code


def show_it_is(account: Account) -> None:
    assert account.browser.post("/me/sure/", {"password": account.auth}).status_code == 302


def test_a_new_address_counts_once_it_is_confirmed(noor: Account) -> None:
    noor.browser.post("/me/address/", {"email": "noor@work.example", "action_add": "1"})
    assert noor.person.email == "noor@example.org"

    noor.browser.post("/sign-up/code/", {"code": newest_code()})

    assert noor.person.email == "noor@work.example"
    assert {address for message in mail.outbox[-2:] for address in message.to} >= {"noor@example.org"}


def test_a_name_is_one_line(noor: Account) -> None:
    noor.browser.post("/me/", {"name": "  Noor \n de   Vries ", "language": "nl"})

    assert noor.person.name == "Noor de Vries"


def test_ending_a_session_ends_it_there_alone(noor: Account) -> None:
    phone, laptop = Client(headers={"user-agent": "… Android … Chrome/140 …"}), Client()
    noor.sign_in(phone)
    noor.sign_in(laptop)
    page = noor.browser.get("/me/").content.decode()
    device = page.split('name="device" value="')[1 if "Chrome op Android" in page else 0].split('"')[0]

    noor.browser.post("/me/devices/", {"device": device})

    assert [noor.is_signed_in(browser) for browser in (noor.browser, phone, laptop)].count(False) == 1
    noor.browser.post("/me/devices/")
    assert [noor.is_signed_in(browser) for browser in (noor.browser, phone, laptop)] == [True, False, False]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox op Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge op Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari op iPhone",
        ),
        ("curl/8", "een onbekend programma"),
    ],
)
def test_devices_have_names_that_people_know(said: str, name: str) -> None:
    with translation.override("nl"):  # another test's visitor may have left the thread in another language
        assert named(said) == name


def test_the_archive_holds_what_the_server_holds(noor: Account) -> None:
    noor.make_keys()

    archive = ZipFile(BytesIO(noor.browser.get("/me/download/").content))

    held = json.loads(archive.read("kring.json"))
    assert held["account"]["name"] == "Noor"
    assert [one["email"] for one in held["addresses"]] == [noor.email]
    assert [one["kind"] for one in held["keys"]["slots"]] == ["pass"]
    assert set(held) == {
        "account", "addresses", "passkeys", "second_factor_by_app", "organisations", "sessions", "keys", "circles",
        "enrolment", "evaluation", "intentions", "programmes", "rhythm", "vitality",
    }  # fmt: skip
    assert "Noor" in archive.read("kring.html").decode()


def test_a_sign_up_that_nobody_confirmed_is_forgotten_after_a_week(noor: Account) -> None:
    stranger = Account("Olga", "olga@example.org")
    stranger.sign_up()
    week = timezone.now() + timedelta(days=7)

    assert forget_unconfirmed(week - timedelta(hours=1)) == 0
    assert forget_unconfirmed(week + timedelta(hours=1)) == 1
    assert [person.email for person in Person.objects.all()] == [noor.email]


def test_leaving_asks_who_it_is_and_whether_it_is_meant(noor: Account) -> None:
    assert noor.browser.get("/me/leaving/").headers["Location"].startswith("/me/sure/")
    assert noor.browser.post("/me/leaving/", {"sure": "yes"}).headers["Location"].startswith("/me/sure/")
    show_it_is(noor)

    assert noor.browser.post("/me/leaving/").status_code == 200
    assert Person.objects.exists()


def test_who_leaves_is_forgotten(noor: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    parted: list[Person] = []
    monkeypatch.setitem(belongings._partings, "circles", lambda person, now: parted.append(person))
    noor.make_keys()
    show_it_is(noor)

    answer = noor.browser.post("/me/leaving/", {"sure": "yes"})

    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert [person.name for person in parted] == ["Noor"]
    assert [model.objects.count() for model in (Person, OwnKeys, Slot, Session)] == [0, 0, 0, 0]
    assert not noor.is_signed_in()


def test_showing_who_one_is_takes_the_passphrase(noor: Account) -> None:
    answer = noor.browser.post("/me/sure/", {"password": key()})

    assert "Dat is je wachtzin niet" in answer.content.decode()
