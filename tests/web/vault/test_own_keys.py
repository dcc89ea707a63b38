"""Somebody's own keys: made once, locked in several ways, and never anybody else's."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.backends.base import SessionBase
from django.test import Client

from kring.web.vault import carried, queries
from tests.web.keys import key
from tests.web.people.conftest import Account, Join, join, nobody_was_too_fast, slot

__all__ = ["join", "nobody_was_too_fast"]


@pytest.fixture
def noor(join: Join) -> Account:
    noor = join("Noor")
    assert noor.make_keys().status_code == 200
    return noor


def vault_of(account: Account) -> Any:
    return account.browser.get("/me/keys/").json()["vault"]


def keep_sheet(account: Account) -> tuple[str, str]:
    """Returns what the code signs in with, and its slot."""
    auth, sheet = key(), slot("recovery")
    assert account.post("/me/keys/recovery/", {"slot": sheet, "auth": auth}).status_code == 200
    return auth, sheet


def test_keys_are_made_once(noor: Account) -> None:
    before = vault_of(noor)

    assert noor.make_keys().json()["refused"] == "keys_there"
    assert vault_of(noor) == before


def test_keys_belong_to_the_account_that_makes_them(join: Join) -> None:
    noor, ruud = join("Noor"), join("Ruud")

    answer = ruud.post(
        "/me/keys/", {"member": [str(noor.acct), key(), key()], "slots": [slot("pass", ruud.salt)]}
    )

    assert answer.status_code == 422
    assert vault_of(ruud) is None


@pytest.mark.parametrize(
    "wrong", [key(111)[:-4] + "AAAA", key(110), "a" * 148, "paard batterij nietje correct"]
)
def test_what_is_no_slot_is_refused(join: Join, wrong: str) -> None:
    noor = join("Noor")

    answer = noor.post("/me/keys/", {"member": [str(noor.acct), key(), key()], "slots": [wrong]})

    assert answer.status_code in {400, 422}
    assert wrong not in answer.content.decode()


def test_another_passphrase_takes_the_one_of_now_and_ends_other_sessions(noor: Account) -> None:
    elsewhere, auth, salt = Client(), key(), key(16)
    noor.sign_in(elsewhere)
    new = {"auth": auth, "salt": salt, "slot": slot("pass", salt)}

    assert noor.post("/me/keys/passphrase/", {**new, "present": key()}).json()["refused"] == "passphrase"
    assert noor.post("/me/keys/passphrase/", {**new, "present": noor.auth}).status_code == 200

    assert (noor.is_signed_in(), noor.is_signed_in(elsewhere)) == (True, False)
    assert vault_of(noor)["slots"] == [new["slot"]]
    assert noor.sign_in(Client()).status_code == 200
    assert noor.sign_in(Client(), password=auth).status_code == 302


def test_a_slot_for_another_passphrase_than_signs_in_is_refused(noor: Account) -> None:
    before = vault_of(noor)

    for wrong in (
        {"slot": slot("pass"), "present": noor.auth},  # another salt
        {"slot": slot("pass", noor.salt), "present": key()},  # a slip of the finger
        {"slot": slot("pass", noor.salt)},
    ):
        assert noor.post("/me/keys/slots/", wrong).status_code in {403, 422}
        assert vault_of(noor) == before
    right = {"slot": slot("pass", noor.salt), "present": noor.auth}
    assert noor.post("/me/keys/slots/", right).status_code == 200


def test_a_recovery_sheet_lets_in_and_a_newer_one_replaces_it(noor: Account) -> None:
    old, _ = keep_sheet(noor)
    new, sheet = keep_sheet(noor)

    assert Client().post("/sign-in/recovery/", {"login": noor.email, "auth": old}).status_code == 200
    browser = Client()
    answer = browser.post("/sign-in/recovery/", {"login": noor.email, "auth": new})

    assert answer.headers["Location"] == "/me/passphrase/"
    assert browser.get("/me/keys/").json()["vault"]["slots"] == [*vault_of(noor)["slots"][:1], sheet]


def test_after_a_recovery_code_the_old_passphrase_isn_t_asked(noor: Account) -> None:
    auth, _ = keep_sheet(noor)
    noor.browser = Client()
    noor.browser.post("/sign-in/recovery/", {"login": noor.email, "auth": auth})
    salt = key(16)

    answer = noor.post("/me/keys/passphrase/", {"auth": key(), "salt": salt, "slot": slot("pass", salt)})

    assert answer.status_code == 200


def test_recovery_entrance_tells_nobody_who_has_a_sheet(noor: Account, join: Join) -> None:
    join("Imane")
    keep_sheet(noor)

    def entrance(address: str) -> dict[str, str]:
        asked = {"email": address}
        return dict(
            Client().post("/sign-in/recovery/entrance/", asked, content_type="application/json").json()
        )

    assert entrance(noor.email)["acct"] == str(noor.acct)
    for address in ("imane@example.org", "olga@example.org"):
        assert entrance(address) == entrance(address)
        assert {name: len(value) for name, value in entrance(address).items()} == {"acct": 36, "salt": 22}


def test_beginning_afresh_shows_other_keys_to_the_circles(noor: Account) -> None:
    keep_sheet(noor)
    before = queries.public_keys([noor.acct])
    fresh = {"member": [str(noor.acct), key(), key()], "slots": [slot("pass", noor.salt)]}

    def begin(present: str) -> Any:
        return noor.browser.put("/me/keys/", {**fresh, "present": present}, content_type="application/json")

    assert begin(key()).status_code == 403
    assert queries.public_keys([noor.acct]) == before
    assert begin(noor.auth).status_code == 200

    assert queries.public_keys([noor.acct]) == {noor.acct: tuple(fresh["member"][1:])}
    assert vault_of(noor)["slots"] == fresh["slots"]


def test_the_server_s_half_is_released_to_the_session_that_left_it(noor: Account) -> None:
    share = key()
    noor.post("/me/keys/here/", {"share": share})
    elsewhere = Client()
    noor.sign_in(elsewhere)

    shares = [browser.get("/me/keys/").json()["share"] for browser in (noor.browser, elsewhere)]
    noor.browser.post("/sign-out/")
    noor.sign_in()

    assert shares == [share, None]
    assert noor.browser.get("/me/keys/").json()["share"] is None


def test_a_half_that_is_carried_along_is_let_go_in_time() -> None:
    began = datetime(2026, 11, 21, 9, tzinfo=UTC)

    def released(*minutes: int, passing: bool = True) -> list[bool]:
        session = SessionBase()
        carried.put(session, "half", passing=passing, now=began)
        return [carried.released(session, began + timedelta(minutes=at)) == "half" for at in minutes]

    assert released(59, 59 + 60) == [True, True]
    assert released(61, 62) == [False, False]
    assert released(*range(0, 12 * 60 + 1, 30), 12 * 60 + 1) == [True] * 25 + [False]
    assert released(14 * 24 * 60, passing=False) == [True]


def test_nobody_sees_somebody_else_s_slots(noor: Account, join: Join) -> None:
    ruud = join("Ruud")
    ruud.make_keys()

    assert set(vault_of(ruud)["slots"]).isdisjoint(vault_of(noor)["slots"])
    assert Client().get("/me/keys/", headers={"accept": "application/json"}).status_code == 401
