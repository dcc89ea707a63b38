"""The agenda of the begin page: what it answers with, and that nothing is kept of it."""

from typing import Any

import msgspec
import pytest
from django.test import Client

from kring.core.meetings.plan import Plan
from kring.web.meetings.models import Meeting
from tests.web import keys
from tests.web.conftest import Visit
from tests.web.keys import Link

AROUND = "part=block:arrival&part=block:look_back&part=block:choosing"


def shown(client: Client, query: str, language: str = "en") -> Any:
    answer = client.get(f"/begin/agenda/?{query}", headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.json()


def test_usual_meeting_adds_up(client: Client) -> None:
    agenda = shown(client, "method=basis&minutes=120")

    assert [part["id"] for part in agenda["parts"]] == [
        "arrival",
        "look_back",
        "choosing",
        "basis",
        "learning_round",
        "closing",
    ]
    assert sum(part["minutes"] for part in agenda["parts"]) == agenda["minutes"] == 120
    assert agenda["faults"] == agenda["warnings"] == []


def test_part_keeps_its_own_minutes_and_the_others_share_what_is_left(client: Client) -> None:
    agenda = shown(client, f"{AROUND}&part=method:basis:40&part=block:closing&minutes=90")

    planned = {part["id"]: part["minutes"] for part in agenda["parts"]}
    assert planned["basis"] == 40
    assert sum(planned.values()) == 90


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "Niets sluit de bijeenkomst af."), ("en", "Nothing closes the meeting.")]
)
def test_warnings_speak_the_persons_language(client: Client, language: str, said: str) -> None:
    agenda = shown(client, f"{AROUND}&part=method:basis", language)

    assert [sentence for sentence in agenda["warnings"] if sentence.startswith(said)]


def test_part_that_is_gone_is_left_out_and_told(client: Client) -> None:
    agenda = shown(client, "part=block:arrival&part=method:gone&part=block:closing")

    assert [part["id"] for part in agenda["parts"]] == ["arrival", "closing"]
    assert agenda["faults"] == ["Part 2 doesn't exist here. Take it out of the meeting."]


@pytest.mark.parametrize(
    "query",
    [
        "method=geen",
        "exercise=geen",
        "part=arrival",
        "part=tea:arrival",
        "part=block:arrival:x",
        "minutes=x&part=block:arrival",
    ],
)
def test_what_is_no_agenda_is_refused_in_a_sentence(client: Client, query: str) -> None:
    answer = client.get(f"/begin/agenda/?{query}", headers={"accept-language": "en"})

    assert (answer.status_code, answer.json()["say"]) == (
        422,
        "There is no such meeting. Begin anew with one of the methods.",
    )


@pytest.mark.django_db
def test_meeting_begins_by_the_agenda_that_was_sent(visit: Visit) -> None:
    noor = visit(Link())
    parts = [
        {"kind": "block", "id": "arrival"},
        {"kind": "exercise", "id": "open_questions", "minutes": 20},
        {"kind": "block", "id": "closing"},
    ]

    body = keys.beginning(noor.link, noor.peer, agenda={"parts": parts, "minutes": 35})
    answer = noor.browser.post("/begin/", body, content_type="application/json")

    plan = msgspec.json.decode(Meeting.objects.get().plan, type=Plan)
    assert answer.status_code == 200
    assert list(dict.fromkeys(planned.block for planned in plan.phases)) == [
        "arrival",
        "open_questions",
        "closing",
    ]
    assert sum(planned.seconds for planned in plan.phases if planned.of_exercise) == 20 * 60
