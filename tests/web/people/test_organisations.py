"""Signing in by an organisation: a new person, the same one again, one person with several identities."""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.cache import cache
from django.test import Client

from kring.web.people.models import Person
from kring.web.sign_on import NotReadable, Oidc, Saml, as_apps, read_organisations
from tests.web.people.conftest import Account, newest_code
from tests.web.people.providers import OpenIdProvider, SamlProvider, open_id_provider

FILE = Path(__file__).parent / "sign-on.toml"
FROM_HERE = {"sec-fetch-site": "same-origin", "host": "localhost"}
NOOR = {"sub": "noor-1", "name": "Noor de Vries", "email": "noor@hogeschool.example"}


@pytest.fixture
def hogeschool(settings: Any) -> Iterator[OpenIdProvider]:
    with open_id_provider() as provider:
        (told,) = [one for one in read_organisations(FILE) if isinstance(one, Oidc)]
        settings.SOCIALACCOUNT_PROVIDERS = as_apps((msgspec.structs.replace(told, server=provider.origin),))
        yield provider


@pytest.fixture
def gemeente(settings: Any) -> SamlProvider:
    provider = SamlProvider()
    (told,) = [one for one in read_organisations(FILE) if isinstance(one, Saml)]
    settings.SOCIALACCOUNT_PROVIDERS = as_apps(
        (msgspec.structs.replace(told, certificate=provider.certificate),)
    )
    return provider


def by_hogeschool(browser: Client, provider: OpenIdProvider, process: str = "login", **claims: object) -> Any:
    asked = browser.get(f"/sign-in/with/hogeschool/login/?process={process}", headers=FROM_HERE)
    back = provider.sign_in(asked.headers["Location"], **claims)
    return browser.get(f"/sign-in/with/hogeschool/back/?{back}")


def test_a_new_person_confirms_an_address_that_nobody_vouches_for(
    db: None, hogeschool: OpenIdProvider
) -> None:
    browser = Client()

    answer = by_hogeschool(browser, hogeschool, **NOOR)

    assert answer.headers["Location"] == "/sign-up/code/"
    browser.post("/sign-up/code/", {"code": newest_code()})
    assert browser.get("/me/").status_code == 200
    noor = Person.objects.get()
    assert (noor.name, noor.email, noor.has_usable_password()) == ("Noor de Vries", NOOR["email"], False)
    assert SocialAccount.objects.get().extra_data == {"email": NOOR["email"]}


def test_who_has_no_name_there_is_asked_for_one(db: None, hogeschool: OpenIdProvider) -> None:
    browser = Client()

    answer = by_hogeschool(browser, hogeschool, sub="x", email="x@hogeschool.example", email_verified=True)

    assert answer.headers["Location"] == "/sign-in/with/"
    browser.post("/sign-in/with/", {"name": "Imane", "email": "x@hogeschool.example"})
    assert Person.objects.get().name == "Imane"


def test_the_same_identity_is_the_same_person(db: None, hogeschool: OpenIdProvider) -> None:
    by_hogeschool(Client(), hogeschool, **NOOR, email_verified=True)

    again = Client()
    by_hogeschool(again, hogeschool, sub="noor-1", name="N. de Vries", email="new@hogeschool.example")

    assert "Noor de Vries" in again.get("/me/").content.decode()
    assert Person.objects.count() == 1


def test_an_organisation_that_claims_an_address_doesn_t_get_its_account(
    noor: Account, hogeschool: OpenIdProvider
) -> None:
    browser = Client()
    cache.clear()  # Noor's own code was sent a moment ago, and one address isn't written to that often

    by_hogeschool(browser, hogeschool, sub="evil", name="Noor", email=noor.email, email_verified=True)

    assert browser.get("/me/").status_code == 302
    assert not SocialAccount.objects.exists()
    assert mail.outbox[-1].subject == "Je hebt al een account"


def test_several_identities_are_one_person(noor: Account, hogeschool: OpenIdProvider) -> None:
    by_hogeschool(noor.browser, hogeschool, "connect", **NOOR)

    elsewhere = Client()
    by_hogeschool(elsewhere, hogeschool, **NOOR)

    assert SocialAccount.objects.get().user_id == noor.acct
    assert noor.email in elsewhere.get("/me/").content.decode()
    linked = str(SocialAccount.objects.get().pk)
    noor.browser.post("/me/organisations/", {"account": linked})
    assert not SocialAccount.objects.exists()


def test_another_site_can_t_begin_it(noor: Account, hogeschool: OpenIdProvider) -> None:
    for site in ("cross-site", "same-site", "none"):
        answer = noor.browser.get(
            "/sign-in/with/hogeschool/login/?process=connect", headers={"sec-fetch-site": site}
        )
        assert answer.headers["Location"] == "/sign-in/"


def test_an_answer_that_wasn_t_asked_for_is_refused(db: None, hogeschool: OpenIdProvider) -> None:
    asked = Client().get("/sign-in/with/hogeschool/login/", headers=FROM_HERE).headers["Location"]
    back = hogeschool.sign_in(asked, **NOOR)

    answer = Client().get(f"/sign-in/with/hogeschool/back/?{back}")

    assert answer.status_code == 401
    assert not Person.objects.exists()


def by_gemeente(browser: Client, provider: SamlProvider, spoil: bytes = b"", **said: str) -> Any:
    asked = browser.get("/sign-in/with/saml/gemeente/login/", headers=FROM_HERE)
    assert asked.status_code == 302, asked.content.decode()
    response = b64decode(provider.sign_in(asked.headers["Location"], **said))
    spoilt = response.replace(spoil, b"ruud") if spoil else response
    came = browser.post(
        "/sign-in/with/saml/gemeente/acs/",
        {"SAMLResponse": b64encode(spoilt).decode()},
        headers={
            "sec-fetch-site": "cross-site",
            "origin": "https://idp.gemeente.example",
            "host": "localhost",
        },
    )
    return browser.get(came.headers["Location"])


def test_saml_lets_in_whom_it_vouches_for(db: None, gemeente: SamlProvider) -> None:
    for _ in range(2):
        browser = Client()
        by_gemeente(browser, gemeente, person="p-7", name="Bram", address="bram@gemeente.example")
        assert "Bram" in browser.get("/me/").content.decode()

    assert Person.objects.get().email == "bram@gemeente.example"


@pytest.mark.parametrize("spoil", [b"bram@", b"p-7"])
def test_saml_that_was_changed_on_the_way_is_refused(db: None, gemeente: SamlProvider, spoil: bytes) -> None:
    answer = by_gemeente(
        Client(), gemeente, spoil, person="p-7", name="Bram", address="bram@gemeente.example"
    )

    assert answer.status_code == 401
    assert not Person.objects.exists()


def test_saml_of_somebody_else_s_key_is_refused(db: None, gemeente: SamlProvider) -> None:
    answer = by_gemeente(Client(), SamlProvider(), person="p-7", name="Bram", address="bram@gemeente.example")

    assert answer.status_code == 401


def test_only_the_answer_of_an_organisation_may_come_from_elsewhere(db: None) -> None:
    for address in (
        "/sign-in/",
        "/sign-up/",
        "/me/leaving/",
        "/sign-out/",
        "/sign-in/with/saml/gemeente/login/",
    ):
        answer = Client().post(address, headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 403, address


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[organisation]", "isn't TOML"),
        ("[[organisation]]\nkind = 'oidc'\nid = 'x'", "missing required field `name`"),
        ("[[organisation]]\nkind = 'ldap'", "ldap"),
        (
            "[[organisation]]\nkind='oidc'\nid='x'\nname='x'\nserver='x'\nclient='x'\nsecret='s'\n" * 2,
            "the same id",
        ),
    ],
)
def test_a_file_that_isn_t_right_says_what(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "sign-on.toml").write_text(text)

    with pytest.raises(NotReadable, match=fault):
        read_organisations(tmp_path / "sign-on.toml")
