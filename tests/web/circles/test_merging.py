"""Two circles become one: everybody is asked at once, each finds their own link, and both see how far it is."""

from uuid import UUID, uuid4

from tests.web import keys
from tests.web.circles.conftest import Members, start
from tests.web.people.conftest import Account


def ask(into: Members, circle: Members, by: Account, whom: Account, invitation: UUID | None = None) -> int:
    link = keys.envelope(circle.newest_box(by))
    body = {
        "invitation": str(invitation or uuid4()),
        "text": keys.envelope(into.newest_box(by)),
        "moves": {"circle": circle.id, "person": str(whom.acct), "link": link},
    }
    return int(by.post(into.path("invitations/"), body).status_code)


def seen_by(one: Account, circle: Members) -> list[tuple[str, bool, list[tuple[str, str]]]]:
    mergings = one.browser.get(circle.path("renewal/merging/")).context["mergings"]
    return [
        (found.other.name, found.moves_in, [(asked.name, asked.said) for asked in found.asked])
        for found in mergings
    ]


def test_both_circles_see_who_was_asked_and_who_came(circle: Members, noor: Account, bram: Account) -> None:
    into, invitation = start(noor), uuid4()
    assert ask(into, circle, noor, bram, invitation) == 200
    assert seen_by(bram, circle) == [(into.row.name, True, [("Bram", "waits")])]
    assert "er ligt een uitnodiging voor je klaar" in bram.browser.get(circle.path()).content.decode()

    assert into.accept(bram, invitation).status_code == 200

    assert seen_by(bram, circle) == [(into.row.name, True, [("Bram", "accepted")])]
    assert seen_by(noor, into) == [(circle.row.name, False, [("Bram", "accepted")])]
    assert "er ligt een uitnodiging" not in bram.browser.get(circle.path()).content.decode()


def test_nobody_is_asked_twice_nor_on_anothers_link(
    circle: Members, noor: Account, bram: Account, imane: Account
) -> None:
    into, invitation = start(noor), uuid4()

    assert ask(into, circle, noor, bram, invitation) == 200
    assert ask(into, circle, noor, bram) == 409
    assert ask(into, circle, noor, noor) == 409
    assert into.accept(imane, invitation).status_code == 403
    [way] = noor.browser.get(circle.path("renewal/merging/")).context["ways"]
    assert [one.name for one in way.people] == ["Imane"]


def test_who_isnt_in_both_asks_nobody(circle: Members, noor: Account, olga: Account, bram: Account) -> None:
    elsewhere = start(olga)
    box = keys.envelope(elsewhere.newest_box(olga))
    moves = {"circle": circle.id, "person": str(bram.acct), "link": box}
    body = {"invitation": str(uuid4()), "text": box, "moves": moves}

    assert olga.post(elsewhere.path("invitations/"), body).status_code == 404
    assert bram.post(elsewhere.path("invitations/"), body).status_code == 404
    assert elsewhere.row.invitations.count() == 0
