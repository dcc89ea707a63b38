"""Keys that were lost are kept for a year, sign nobody in, and let what was one's own be sealed anew."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from kring.web.vault.actions import forget_former_keys
from kring.web.vault.models import Sealed, SelfBox
from tests.web.keys import envelope, key
from tests.web.people.conftest import Account, Join, join, nobody_was_too_fast, slot

__all__ = ["join", "nobody_was_too_fast"]

NOW = datetime.fromisoformat("2026-11-22T09:00:00+00:00")


@pytest.fixture
def noor(join: Join) -> Account:
    """She lost her keys and has begun afresh."""
    noor = join("Noor")
    noor.make_keys()
    return noor


def begin_afresh(account: Account) -> None:
    fresh = {
        "member": [str(account.acct), key(), key()],
        "slots": [slot("pass", account.salt)],
        "present": account.auth,
    }
    assert account.browser.put("/me/keys/", fresh, content_type="application/json").status_code == 200


def keep_sheet(account: Account) -> tuple[str, str]:
    auth, sheet = key(), slot("recovery")
    account.post("/me/keys/recovery/", {"slot": sheet, "auth": auth})
    return auth, sheet


def former_of(account: Account) -> Any:
    return account.browser.get("/me/keys/former/").json()


def own_text(account: Account, field: str = "case.own") -> Sealed:
    group = uuid4()
    box = SelfBox.objects.create(id=uuid4(), group=group, acct=account.acct, salt=key())
    return Sealed.objects.create(
        group=group,
        item=uuid4(),
        field=field,
        owner=account.acct,
        author=account.acct,
        rev=3,
        box=box.pk,
        text=envelope(str(box.pk)),
        at=NOW,
    )


def anew(row: Sealed, **other: Any) -> dict[str, Any]:
    whole = {
        "group": str(row.group),
        "item": str(row.item),
        "field": row.field,
        "rev": row.rev + 1,
        "text": envelope(str(row.box)),
    }
    return {"texts": [{**whole, **other}]}


def test_lost_keys_are_kept_aside_and_let_nobody_in(noor: Account) -> None:
    auth, sheet = keep_sheet(noor)
    before = noor.browser.get("/me/keys/").json()["vault"]
    assert former_of(noor)["keys"] == []

    begin_afresh(noor)

    [kept] = former_of(noor)["keys"]
    assert (kept["member"], kept["slots"]) == (before["member"], before["slots"])
    assert sheet not in noor.browser.get("/me/keys/").json()["vault"]["slots"]
    browser = Client()
    browser.post("/sign-in/recovery/", {"login": noor.email, "auth": auth})
    assert not noor.is_signed_in(browser)
    assert "oude herstelblad" in noor.browser.get("/me/").content.decode()


def test_lost_keys_are_forgotten_after_a_year_and_with_the_account(noor: Account) -> None:
    begin_afresh(noor)
    begin_afresh(noor)
    lost = timezone.now()

    assert forget_former_keys(lost + timedelta(days=364)) == 0
    assert len(former_of(noor)["keys"]) == 2
    assert forget_former_keys(lost + timedelta(days=366)) == 2
    assert former_of(noor)["keys"] == []
    assert "oude herstelblad" not in noor.browser.get("/me/").content.decode()


def test_a_text_of_one_s_own_is_sealed_anew_and_keeps_its_day(noor: Account, join: Join) -> None:
    begin_afresh(noor)
    row, pin = own_text(noor), own_text(noor, "circle.seen")
    ruud = join("Ruud")
    ruuds = own_text(ruud)

    told = former_of(noor)["texts"]
    assert [UUID(one["item"]) for one in told] == [row.item]
    assert pin.item not in {UUID(one["item"]) for one in told}
    new = anew(row)
    assert noor.post("/me/keys/former/", new).json() == {"kept": 1}

    row.refresh_from_db()
    assert (row.rev, row.text, row.at) == (4, new["texts"][0]["text"], NOW)
    assert noor.post("/me/keys/former/", new).json() == {"kept": 0}  # written anew meanwhile
    assert noor.post("/me/keys/former/", anew(ruuds)).status_code == 409
    for wrong in ({"text": "wat ik eigenlijk wilde"}, {"field": "rules.text"}, {"rev": 1}):
        answer = noor.post("/me/keys/former/", anew(row, **wrong))
        assert answer.status_code in {400, 422}
        assert "eigenlijk" not in answer.content.decode()
    row.refresh_from_db()
    ruuds.refresh_from_db()
    assert (row.rev, ruuds.rev) == (4, 3)


def test_keys_that_are_done_with_go_and_nobody_else_s(noor: Account, join: Join) -> None:
    begin_afresh(noor)
    ruud = join("Ruud")
    ruud.make_keys()
    [kept] = former_of(noor)["keys"]
    gone = {"id": kept["id"]}

    for account, left in ((ruud, 1), (noor, 0)):
        account.browser.delete("/me/keys/former/", gone, content_type="application/json")
        assert len(former_of(noor)["keys"]) == left
    assert Client().get("/me/keys/former/", headers={"accept": "application/json"}).status_code == 401
