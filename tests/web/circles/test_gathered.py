"""Circles that somebody outside put together: who sees them, who begins, and how the others come in."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.test import Client

from kring.web.circles import queries
from kring.web.circles.actions import gathering
from kring.web.circles.actions.gathering import Sitter
from kring.web.circles.actions.starting import Agreed
from kring.web.circles.models import Chair, Circle, Gathered, Membership, Role
from kring.web.ui.refusal import Refused
from tests.web.circles.conftest import Members, begin, come
from tests.web.people.conftest import Account, Join

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PROGRAMME = uuid4()
AGREED = Agreed(
    name="Kring 3",
    field_of_work="buurtteams",
    rhythm="monthly",
    weeks_between=4,
    minutes=120,
    place="",
    zone="Europe/Amsterdam",
    guided=True,
    agreed_until=date(2027, 6, 1),
)
REASONS = {
    "nl": ["Jullie werken allemaal in een buurtteam."],
    "en": ["You all work in a neighbourhood team."],
}


def sitter(one: Account, role: Role = Role.MEMBER) -> Sitter:
    return Sitter(who=uuid4(), name=one.name, person=one.person, role=role)


def put_together(*sitters: Sitter, programme: UUID = PROGRAMME) -> Gathered:
    return gathering.put_together(programme, "Winter", AGREED, sitters, reasons=REASONS, now=NOW)


@pytest.fixture
def ready(noor: Account, bram: Account, imane: Account) -> Members:
    row = put_together(sitter(noor), sitter(bram, Role.FACILITATOR), sitter(imane))
    return Members(row.pk)


def test_who_has_a_chair_sees_who_and_why(ready: Members, bram: Account) -> None:
    mine = bram.browser.get("/circles/").content.decode()
    page = bram.browser.get(ready.path("begin/")).content.decode()
    english = queries.gathered_page(Chair.objects.get(person=bram.acct), "en")

    assert "Kring 3" in mine
    assert ready.path("begin/") in mine
    assert [name for name in ("Noor", "Bram", "Imane", *REASONS["nl"]) if name not in page] == []
    assert english.reasons == tuple(REASONS["en"])


def test_to_others_it_isnt_there(ready: Members, noor: Account, olga: Account) -> None:
    assert olga.browser.get(ready.path("begin/")).status_code == 404
    assert begin(ready, olga).status_code == 404
    assert begin(ready, noor).status_code == 200
    assert come(ready, olga).status_code == 404
    assert olga.browser.get(ready.path()).status_code == 404
    assert Client().get(ready.path("begin/")).status_code == 302


def test_first_begins_with_what_was_agreed(ready: Members, bram: Account) -> None:
    assert begin(ready, bram).status_code == 200

    circle = ready.row
    assert (circle.name, circle.minutes, circle.guided, circle.programme) == ("Kring 3", 120, True, PROGRAMME)
    assert [(one.person.name, one.role) for one in queries.members_of(circle)] == [("Bram", "facilitator")]
    assert bram.browser.get(ready.path("begin/")).status_code == 302


def test_only_one_begins(ready: Members, noor: Account, bram: Account) -> None:
    assert begin(ready, noor).status_code == 200

    assert (begin(ready, bram).status_code, Circle.objects.count()) == (409, 1)
    assert [one.person.name for one in queries.members_of(ready.row)] == ["Noor"]


def test_nobody_comes_before_it_has_begun(ready: Members, bram: Account) -> None:
    assert come(ready, bram).status_code == 409
    assert not Membership.objects.exists()


def test_who_comes_waits_until_a_member_signs(ready: Members, noor: Account, bram: Account) -> None:
    begin(ready, noor)
    assert come(ready, bram).status_code == 200

    told = ready.keys(noor)
    assert bram.browser.get(ready.path("keys/")).status_code == 202
    assert [(one["acct"], one["mac"]) for one in told["knocks"]] == [(str(bram.acct), "")]
    assert told["invites"][str(bram.acct)] is None

    assert ready.begin_epoch(noor, [noor, bram], []).status_code == 200
    assert bram.browser.get(ready.path("keys/")).status_code == 200
    assert Membership.objects.get(person=bram.acct).role == Role.FACILITATOR


def test_who_waits_may_come_with_other_keys_and_who_is_in_may_not(
    ready: Members, noor: Account, bram: Account
) -> None:
    begin(ready, noor)
    come(ready, bram)
    ready.peers.pop("Bram")

    assert come(ready, bram).status_code == 200
    assert ready.begin_epoch(noor, [noor, bram], []).status_code == 200
    assert (come(ready, bram).status_code, Membership.objects.filter(person=bram.acct).count()) == (409, 1)


def test_keys_of_another_dont_take_a_place(
    ready: Members, noor: Account, bram: Account, olga: Account
) -> None:
    begin(ready, noor)

    assert bram.post(ready.path("place/"), {"member": ready.peer(olga).member}).status_code == 422


def test_member_is_asked_to_let_in_and_newcomer_hears_that_somebody_will(
    ready: Members, noor: Account, bram: Account
) -> None:
    begin(ready, noor)
    assert noor.browser.get(ready.path()).context["page"].step.value == "wait_for_others"
    come(ready, bram)

    page = noor.browser.get(ready.path()).context["page"]
    theirs = bram.browser.get(ready.path()).context["page"]
    assert (page.step.value, page.names_at_door, page.names_to_come) == ("let_in", ("Bram",), ("Imane",))
    assert (theirs.step.value, theirs.waits_for_a_press) == ("be_let_in", True)


def test_who_left_doesnt_come_back_by_the_same_chair(ready: Members, noor: Account, bram: Account) -> None:
    begin(ready, noor)
    come(ready, bram)
    ready.begin_epoch(noor, [noor, bram], [])
    bram.browser.post(ready.path("leaving/"))

    assert come(ready, bram).status_code == 404


def test_chair_waits_for_who_confirms_the_address(ready: Members, join: Join) -> None:
    gathering.give_chair(ready.id, Sitter(who=uuid4(), name="Wei", mail="Wei@Example.org"))
    wei = join("Wei")

    wei.sign_in()

    chair = Chair.objects.get(name="Wei")
    assert (chair.person_id, chair.mail) == (wei.acct, "")
    assert wei.browser.get(ready.path("begin/")).status_code == 200


def test_somebody_is_moved_as_long_as_they_didnt_come(ready: Members, noor: Account, bram: Account) -> None:
    other = put_together()
    begin(ready, noor)
    who = {chair.name: chair.who for chair in Chair.objects.filter(gathered=ready.id)}

    gathering.move(who["Bram"], out_of=ready.id, into=other.pk)
    with pytest.raises(Refused):
        gathering.move(who["Noor"], out_of=ready.id, into=other.pk)
    with pytest.raises(Refused):
        gathering.take_chair_away(ready.id, who["Noor"])
    gathering.take_chair_away(ready.id, who["Imane"])

    assert come(ready, bram).status_code == 404
    assert [one.name for one in other.chairs.all()] == ["Bram"]
    assert [one.name for one in Chair.objects.filter(gathered=ready.id)] == ["Noor"]


def test_who_has_a_chair_keeps_that_one_alone(ready: Members, noor: Account, bram: Account) -> None:
    other = put_together(sitter(bram))
    theirs = Chair.objects.get(gathered=ready.id, name=noor.name)
    bram_there = Chair.objects.get(gathered=other.pk)

    again = gathering.give_chair(ready.id, Sitter(who=theirs.who, name=noor.name, person=noor.person))
    with pytest.raises(Refused, match="chair"):
        gathering.give_chair(ready.id, Sitter(who=uuid4(), name=noor.name, person=noor.person))
    with pytest.raises(Refused, match="chair"):
        gathering.give_chair(ready.id, Sitter(who=theirs.who, name=noor.name, role=Role.FACILITATOR))
    with pytest.raises(Refused, match="chair"):
        gathering.move(bram_there.who, out_of=other.pk, into=ready.id)
    gathering.move(theirs.who, out_of=ready.id, into=ready.id)

    assert again == theirs
    assert sorted(one.name for one in Chair.objects.filter(gathered=ready.id)) == ["Bram", "Imane", "Noor"]
    assert Chair.objects.get(pk=bram_there.pk).gathered_id == other.pk


def test_circle_is_taken_back_until_it_begins(ready: Members, noor: Account) -> None:
    other = put_together(sitter(noor))
    gathering.take_back(other.pk)
    begin(ready, noor)

    with pytest.raises(Refused):
        gathering.take_back(ready.id)
    assert [row.pk for row in Gathered.objects.all()] == [ready.id]


def test_end_of_the_circle_takes_the_list_along(ready: Members, noor: Account) -> None:
    begin(ready, noor)
    noor.browser.post(ready.path("leaving/"))

    assert not Gathered.objects.exists()
    assert not Chair.objects.exists()


def test_programme_hears_of_its_own_circles(ready: Members, noor: Account, bram: Account) -> None:
    other = put_together(sitter(noor))
    put_together(sitter(noor), programme=uuid4())
    begin(ready, noor)
    come(ready, bram)

    told = {one.id: one for one in queries.circles_of_programme(PROGRAMME)}

    assert set(queries.ids_of_programme(PROGRAMME)) == set(told) == {ready.id, other.pk}
    assert [one.begun_at is not None for one in (told[ready.id], told[other.pk])] == [True, False]
    assert [(one.name, one.came_in) for one in told[ready.id].sat] == [
        ("Bram", True),
        ("Imane", False),
        ("Noor", True),
    ]
