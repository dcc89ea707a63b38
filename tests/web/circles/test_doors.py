"""What members get at behind the pages of a circle: keys, invitations, sealed texts. Who finds pages is in `access`."""

from uuid import uuid4

from django.test import Client

from tests.web import keys
from tests.web.circles.conftest import Members, start
from tests.web.people.conftest import Account


def test_visitor_is_asked_to_sign_in(circle: Members) -> None:
    answer = Client().get(circle.path())

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/?next=/circles/")


def test_who_left_keeps_no_keys_here(circle: Members, noor: Account, ruud: Account) -> None:
    from kring.web.vault.models import Grant

    assert not Grant.objects.filter(group=circle.id, acct=ruud.acct).exists()
    assert ruud.acct not in {grant.acct for grant in Grant.objects.filter(group=circle.id)}
    assert Grant.objects.filter(group=circle.id, acct=noor.acct).count() == 5


def test_nothing_is_sealed_until_there_is_a_key_without_who_left(
    circle: Members, noor: Account, imane: Account
) -> None:
    imane.browser.post(circle.path("leaving/"))

    answer = circle.keep(noor, "meeting.record", uuid4())

    assert (answer.status_code, answer.json()["refused"]) == (409, "key_due")
    assert circle.keys(noor)["gone"] == [str(imane.acct)]


def test_vault_alone_puts_nobody_out(circle: Members, noor: Account, bram: Account) -> None:
    assert circle.begin_epoch(noor, [noor, bram], why="remove").status_code == 422


def test_last_who_leaves_destroys_everything(noor: Account) -> None:
    from kring.web.vault.models import Box, Grant, Seat, Statement

    circle = start(noor)
    noor.browser.post(circle.path("leaving/"))

    kept = [
        model for model in (Box, Grant, Seat, Statement) if model.objects.filter(group=circle.id).exists()
    ]
    assert kept == []


def test_guest_waits_at_the_door(circle: Members, noor: Account, olga: Account) -> None:
    assert circle.accept(olga, circle.invite(noor)).status_code == 200

    assert olga.browser.get(circle.path("keys/")).status_code == 202
    assert olga.browser.get(circle.path("sealed/?field=rules.text")).status_code == 404
    assert [one["acct"] for one in circle.keys(noor)["knocks"]] == [str(olga.acct)]


def test_invitation_is_for_one(circle: Members, noor: Account, olga: Account, ruud: Account) -> None:
    invitation = circle.invite(noor)

    assert circle.accept(olga, invitation).status_code == 200
    assert circle.accept(ruud, invitation).status_code == 410


def test_invitations_end_when_somebody_leaves(
    circle: Members, noor: Account, imane: Account, olga: Account
) -> None:
    invitation = circle.invite(noor)
    imane.browser.post(circle.path("leaving/"))

    assert circle.accept(olga, invitation).status_code == 410


def test_what_isnt_sealed_is_refused(circle: Members, noor: Account) -> None:
    body = {"item": str(uuid4()), "field": "meeting.record", "rev": 1, "text": "Noor brought her own case"}

    assert noor.post(circle.path("sealed/"), body).status_code == 422
    assert noor.post(circle.path("sealed/"), {**body, "field": "a.field.of.mine"}).status_code == 422


def test_second_writer_is_told(circle: Members, noor: Account, bram: Account) -> None:
    own_box = {"id": str(uuid4()), "salt": keys.key()}
    noor.post(circle.path("own-box/"), own_box)
    item = uuid4()

    assert circle.keep(noor, "meeting.mine", item, box=own_box["id"]).status_code == 200
    assert circle.keep(noor, "meeting.mine", item, box=own_box["id"]).status_code == 409
    assert circle.keep(noor, "meeting.mine", item, rev=2, box=own_box["id"]).status_code == 200
    texts = noor.browser.get(circle.path("sealed/?field=meeting.mine")).json()["sealed"]
    assert [text["rev"] for text in texts] == [2]
    assert bram.browser.get(circle.path("sealed/?field=meeting.mine")).json() == {"sealed": []}


def test_rules_come_along_with_their_deed_only(circle: Members, noor: Account) -> None:
    assert circle.keep(noor, "rules.text", uuid4()).status_code == 409
