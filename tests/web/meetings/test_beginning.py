"""Beginning a meeting: the browser made the keys, the server keeps the books."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from django.test import Client
from django.utils import timezone

from kring.core.meetings.plan import Plan
from kring.web.meetings.models import Meeting
from tests.web import keys
from tests.web.conftest import Visit, Visitor
from tests.web.keys import Link, Peer

TEXT = "Mijn leidinggevende luistert niet"


def begin(browser: Client, body: Any) -> Any:
    return browser.post("/begin/", body, content_type="application/json")


def test_begin_gives_a_room_and_a_seat(visit: Visit) -> None:
    noor = visit(Link())

    answer = begin(noor.browser, keys.beginning(noor.link, noor.peer))

    assert answer.json() == {"room": noor.link.path}
    assert [epoch["body"] for epoch in noor.keys()["epochs"]] != []


def test_plan_is_kept_with_the_meeting(noor: Visitor) -> None:
    plan = msgspec.json.decode(Meeting.objects.get().plan, type=Plan)

    assert (plan.method, plan.minutes) == ("incident-kort", 120)
    assert plan.phases[0].block == "arrival"


def test_content_goes_at_the_latest_after_the_term(noor: Visitor, settings: Any) -> None:
    meeting = Meeting.objects.get(pk=UUID(noor.link.meeting))

    assert meeting.expires_at - meeting.opened_at == timedelta(days=settings.RETENTION_DAYS)
    assert meeting.opened_at <= timezone.now()


def test_meeting_in_writing_keeps_to_the_term(visit: Visit, settings: Any) -> None:
    noor = visit(Link())

    begin(noor.browser, keys.beginning(noor.link, noor.peer, pace="days"))

    plan = msgspec.json.decode(Meeting.objects.get().plan, type=Plan)
    assert (
        sum(planned.seconds for planned in plan.phases)
        < timedelta(days=settings.RETENTION_DAYS).total_seconds()
    )


def test_meeting_in_writing_that_outlives_the_term_is_refused(visit: Visit) -> None:
    noor = visit(Link())

    answer = begin(
        noor.browser, keys.beginning(noor.link, noor.peer, pace="days", agenda=keys.agenda("tien-stappen"))
    )

    assert (answer.status_code, answer.json()["refused"]) == (422, "too_long")
    assert not Meeting.objects.exists()


def test_meeting_begins_once(noor: Visitor, visit: Visit) -> None:
    ruud = visit(noor.link)

    answer = begin(ruud.browser, keys.beginning(ruud.link, ruud.peer))

    assert (answer.status_code, answer.json()["refused"]) == (409, "taken")


@pytest.mark.parametrize(
    ("twist", "status"),
    [
        ({"agenda": {"parts": [{"kind": "method", "id": TEXT}], "minutes": 120}}, 422),
        ({"agenda": {"parts": [{"kind": TEXT, "id": "basis"}]}}, 400),
        ({"agenda": {"parts": [], "minutes": 120}}, 422),
        ({"agenda": keys.agenda("basis", 5)}, 422),
        ({"agenda": {**keys.agenda("basis"), "title": TEXT}}, 400),
        ({"pace": TEXT}, 400),
        ({"meeting": TEXT}, 400),
        ({"grant": TEXT}, 400),
        ({"door_hash": ("=" + TEXT * 2)[:43]}, 422),
        ({"share": "A" * 42 + "B"}, 422),
        ({"member": ["1", "2", "3", TEXT]}, 422),
        ({"statement": {"body": TEXT, "sig": keys.key(64)}}, 422),
        ({"box": {"id": "11111111-1111-4111-8111-111111111111", "salt": TEXT}}, 400),
        ({"title": TEXT}, 400),
    ],
)
def test_what_is_not_in_order_is_refused_and_not_repeated(visit: Visit, twist: Any, status: int) -> None:
    noor = visit(Link())

    answer = begin(noor.browser, keys.beginning(noor.link, noor.peer, **twist))

    assert answer.status_code == status
    assert TEXT not in answer.content.decode()
    assert set(answer.json()) == {"refused", "say"}
    assert not Meeting.objects.exists()


def test_first_statement_holds_nobody_else(visit: Visit) -> None:
    noor = visit(Link())
    ghost = keys.statement(noor.link, epoch=0, by=noor.peer, members=[noor.peer, Peer()], why="create")

    answer = begin(noor.browser, keys.beginning(noor.link, noor.peer, statement=ghost))

    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("language", "say"),
    [("nl", "Er staat nog niets in de bijeenkomst."), ("en", "There is nothing in the meeting yet.")],
)
def test_refusal_speaks_the_persons_language(visit: Visit, language: str, say: str) -> None:
    noor = visit(Link())
    noor.browser.defaults["HTTP_ACCEPT_LANGUAGE"] = language

    answer = begin(noor.browser, keys.beginning(noor.link, noor.peer, agenda={"parts": []}))

    assert answer.json()["say"].startswith(say)
