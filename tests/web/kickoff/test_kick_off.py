"""The kick-off of a programme: planned and opened by its organiser, found by who takes part, nobody else's."""

from datetime import timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import msgspec
import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django.utils.timezone import now as moment

from kring.core.meetings import Plan, PlannedCircle
from kring.web.circles.actions.gathering import Sitter, put_together
from kring.web.circles.actions.starting import Agreed
from kring.web.circles.models import Gathered
from kring.web.enrolment.models import Participant, Source
from kring.web.kickoff.models import KickOff
from kring.web.meetings.models import Meeting
from kring.web.organisations.models import Trace
from kring.web.programmes.models import Programme
from kring.web.vault.models import Door
from tests.web import keys
from tests.web.keys import Link, Peer
from tests.web.programmes.conftest import (  # noqa: F401 -- fixtures
    Somebody,
    karin,
    olga,
    organisation,
    pieter,
    programme,
    somebody,
    wei,
)

TO_COME = (moment() + timedelta(days=30)).date().isoformat()


def path(programme: Programme, rest: str = "") -> str:  # noqa: F811 -- the fixture's value
    return f"/programmes/{programme.pk}/kick-off/{rest}"


def plan(one: Somebody, programme: Programme, **other: object) -> Any:  # noqa: F811
    given = {"on": TO_COME, "at": "13:30", "minutes": 90, "place": "De Aula", **other}
    return one.post(path(programme), **given)


def enrol(programme: Programme, name: str, **other: Any) -> Participant:  # noqa: F811
    return Participant.objects.create(
        programme=programme,
        key=name,
        name=name,
        mail=f"{name.lower()}@example.org",
        language="en",
        source=Source.TABLE,
        enrolled_at=timezone.now(),
        **other,
    )


@pytest.fixture
def noor(programme: Programme) -> Somebody:  # noqa: F811
    noor = somebody("Noor")
    enrol(programme, "Noor", person=noor.person)
    return noor


@pytest.fixture
def planned(karin: Somebody, programme: Programme) -> KickOff:  # noqa: F811
    assert plan(karin, programme).status_code == 302
    return KickOff.objects.get()


def open_room(one: Somebody, programme: Programme, link: Link | None = None) -> Any:  # noqa: F811
    begun = keys.beginning(link or Link(), Peer())
    body = {name: value for name, value in begun.items() if name not in {"agenda", "pace", "acct"}}
    return one.browser.post(path(programme, "room/"), body, content_type="application/json")


def test_organiser_plans(programme: Programme, karin: Somebody) -> None:  # noqa: F811
    assert plan(karin, programme).status_code == 302
    page = karin.get(path(programme))
    assert (page.status_code, page.context["kick_off"].place) == (200, "De Aula")
    assert Trace.objects.filter(what="planned-kick-off", programme=programme.pk).count() == 1


@pytest.mark.parametrize(
    "wrong", [{"on": "2020-01-01"}, {"minutes": 10}, {"minutes": 400}, {"place": ""}, {"on": ""}]
)
def test_what_cant_be_is_said_with_its_field(
    programme: Programme,  # noqa: F811
    karin: Somebody,  # noqa: F811
    wrong: dict[str, object],
) -> None:
    answer = plan(karin, programme, **wrong)

    assert set(answer.context["form"].errors) == set(wrong)
    assert not KickOff.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_everybody_with_an_address_is_told_once_and_anew_when_it_changes(
    programme: Programme,  # noqa: F811
    karin: Somebody,  # noqa: F811
    noor: Somebody,
) -> None:
    enrol(programme, "Imane", facilitates=True)
    enrol(programme, "Ruud", left_at=timezone.now())
    plan(karin, programme)
    mail.outbox.clear()

    karin.post(path(programme, "telling/"))

    assert sorted(letter.to[0] for letter in mail.outbox) == ["imane@example.org", "noor@example.org"]
    assert [f"/programmes/{programme.pk}/mine/kick-off/" in str(letter.body) for letter in mail.outbox] == [
        True,
        True,
    ]
    assert ["13:30" in str(letter.body) for letter in mail.outbox] == [True, True]
    assert KickOff.objects.get().told_at is not None
    plan(karin, programme, place="Zaal 2")
    assert KickOff.objects.get().told_at is None


def circle_of(programme: Programme, name: str, *people: Somebody) -> Gathered:  # noqa: F811
    agreed = Agreed(
        name=name,
        field_of_work="",
        rhythm="monthly",
        weeks_between=4,
        minutes=120,
        place="",
        zone="Europe/Amsterdam",
        guided=False,
        agreed_until=None,
    )
    sitters = [Sitter(who=uuid4(), name=one.person.name, person=one.person) for one in people]
    return put_together(programme.pk, "Winter", agreed, sitters, reasons={}, now=timezone.now())


def test_who_takes_part_finds_it_and_their_circle(
    programme: Programme,  # noqa: F811
    planned: KickOff,
    noor: Somebody,
    wei: Somebody,  # noqa: F811
) -> None:
    mine = f"/programmes/{programme.pk}/mine/kick-off/"
    circle = circle_of(programme, "Kring 3", noor)

    page = noor.get(mine)

    assert page.context["circles"] == [("Kring 3", f"/circles/{circle.pk}/begin/")]
    assert mine in noor.get("/circles/").content.decode()
    assert wei.get(mine).status_code == 404


def test_own_page_of_the_programme_leads_there_until_it_is_over(
    programme: Programme,  # noqa: F811
    planned: KickOff,
    karin: Somebody,  # noqa: F811
    noor: Somebody,
) -> None:
    circle_of(programme, "Kring 3", noor)
    own, way = f"/programmes/{programme.pk}/mine/", f"/programmes/{programme.pk}/mine/kick-off/"

    [before] = [part.told for part in noor.get(own).context["parts"] if part.template == "kickoff/_mine.html"]
    open_room(karin, programme)
    [after] = [part.told for part in noor.get(own).context["parts"] if part.template == "kickoff/_mine.html"]
    KickOff.objects.update(starts_at=timezone.now() - timedelta(days=2))

    assert (before["address"], before["is_open"], after["is_open"]) == (way, False, True)
    assert "13:30" in before["day"]
    assert way not in noor.get(own).content.decode()


def test_times_are_those_of_who_planned_it(
    programme: Programme,  # noqa: F811
    karin: Somebody,  # noqa: F811
    noor: Somebody,
) -> None:
    plan(karin, programme, zone="America/Paramaribo")
    way = f"/programmes/{programme.pk}/mine/kick-off/"

    begins = KickOff.objects.get().starts_at
    page = noor.get(way).content.decode()
    plan(karin, programme, zone="")

    assert begins.astimezone(ZoneInfo("America/Paramaribo")).hour == 13
    assert "13:30" in page
    assert "Paramaribo" in page
    assert KickOff.objects.get().starts_at == begins


def test_zone_that_there_isnt_is_that_of_circles(programme: Programme, karin: Somebody) -> None:  # noqa: F811
    plan(karin, programme, zone="Mars/Utopia")

    assert KickOff.objects.get().zone == "Europe/Amsterdam"


def test_room_takes_a_hall_of_circles_and_is_open_once(
    programme: Programme,  # noqa: F811
    planned: KickOff,
    karin: Somebody,  # noqa: F811
    noor: Somebody,
) -> None:
    link, circle = Link(), circle_of(programme, "Kring 3", noor)

    answer = open_room(karin, programme, link)

    assert (answer.status_code, answer.json()["room"]) == (200, link.path)
    assert (Door.objects.get().admits, Meeting.objects.get().method) == (60, "kick_off")
    told = msgspec.json.decode(Meeting.objects.get().plan, type=Plan)
    assert told.circles == (PlannedCircle(id=str(circle.pk), name="Kring 3"),)
    assert told.starts_with == (2, 3)
    assert (open_room(karin, programme).status_code, Meeting.objects.count()) == (409, 1)
    assert karin.get(path(programme)).context["is_open"]


def test_nothing_opens_before_the_circles_are_known(
    programme: Programme,  # noqa: F811
    planned: KickOff,
    karin: Somebody,  # noqa: F811
) -> None:
    answer = open_room(karin, programme)

    assert (answer.status_code, answer.json()["refused"]) == (409, "no-circles")
    assert not Meeting.objects.exists()


def test_room_knows_ones_own_circle_and_no_guests(
    programme: Programme,  # noqa: F811
    planned: KickOff,
    karin: Somebody,  # noqa: F811
    noor: Somebody,
    client: Client,
) -> None:
    link = Link()
    own, other = circle_of(programme, "Kring 3", noor), circle_of(programme, "Kring 4")
    open_room(karin, programme, link)

    halls = [one.get(link.path).context["hall"] for one in (noor, karin)] + [
        client.get(link.path).context["hall"]
    ]

    assert [hall.own for hall in halls] == [str(own.pk), "", ""]
    assert [(table.id, table.address) for table in halls[2].tables] == [
        (str(one.pk), f"/circles/{one.pk}/begin/") for one in (own, other)
    ]


def test_named_guest_isnt_taken(programme: Programme, planned: KickOff, karin: Somebody) -> None:  # noqa: F811
    begun = keys.beginning(Link(), Peer())
    body = {name: value for name, value in begun.items() if name not in {"agenda", "pace", "acct"}}
    body["member"] = [*body["member"][:3], "Karin"]

    answer = karin.browser.post(path(programme, "room/"), body, content_type="application/json")

    assert (answer.status_code, Meeting.objects.count()) == (422, 0)
