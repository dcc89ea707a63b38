"""Having a method checked, drawn and carried out of which the server has no word."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.conf import LazySettings
from django.test import Client

from kring.cli import main
from kring.core.meetings.plan import Plan
from kring.core.methods.load import LIBRARY, load_library
from kring.web.meetings.models import Meeting
from tests.client.vault.typescript import FRONTEND, NODE
from tests.web import keys
from tests.web.keys import Json, Link, Peer


@cache
def skeletons() -> dict[str, Json]:
    """Of every shipped method, as the browser makes them."""
    command = [str(NODE), "tests/methods/skeletons.ts", str(LIBRARY)]
    done = subprocess.run(command, cwd=FRONTEND, capture_output=True, text=True, check=True)
    found: dict[str, Json] = json.loads(done.stdout)
    return found


def changed(method: str, **other: Any) -> Json:
    return {**json.loads(json.dumps(skeletons()[method])), **other}


def post(what: str, body: Json, language: str = "nl") -> Any:
    address = f"/methods/own/{what}/"
    return Client().post(
        address, body, content_type="application/json", headers={"accept-language": language}
    )


def test_nothing_is_remarked_on_the_skeleton_of_any_shipped_method() -> None:
    assert set(skeletons()) == {method.id for method in load_library()}

    remarked = {name: post("check", {"method": bare}).json()["faults"] for name, bare in skeletons().items()}

    assert {name: faults for name, faults in remarked.items() if faults} == {}


def test_a_remark_has_its_place_and_a_remedy_in_the_words_of_the_form() -> None:
    bare = changed("roddel")
    bare["phases"][1]["floor"] = {"mode": "open_floor"}

    told = post("check", {"method": bare}, "en").json()

    assert told["faults"] == [
        {
            "place": ["phases", "phase-2", "floor", "speakers"],
            "wrong": "Somebody must speak in 'open_floor'.",
            "mend": "Tick under ‘Who speaks’ who gets the floor here: nobody, one role or more, as the sentence above says.",
        }
    ]
    assert (told["minutes"], len(told["bars"])) == (36, 4)


@pytest.mark.parametrize(
    "other",
    [
        {"name": {"nl": "Mijn geheim", "en": "x"}},
        {"id": "mijn-geheim"},
        {"level": "mijn-geheim"},
        {
            "credit": {
                "origin": {"nl": "x", "en": "x"},
                "source": "mijn-geheim",
                "certainty": {"nl": "x", "en": "x"},
            }
        },
        {"mijn-geheim": 1},
    ],
)
@pytest.mark.parametrize("what", ["check", "sheets"])
def test_a_word_is_refused_and_not_repeated(what: str, other: Json) -> None:
    answer = post(what, {"method": changed("basis", **other)})

    assert answer.status_code in {400, 422}
    assert "geheim" not in answer.content.decode()


def test_a_circle_walks_only_through_what_has_no_remarks() -> None:
    remarked = post("walk", {"method": changed("roddel", suits=[]), "people": 4})

    assert post("walk", {"method": changed("roddel"), "people": 4}).json() == {"faults": []}
    assert (remarked.status_code, remarked.json()["refused"]) == (422, "has_remarks")


def test_a_method_larger_than_a_circle_can_carry_out_is_refused() -> None:
    steps = changed("basis")["phases"]

    answer = post("check", {"method": changed("basis", phases=steps * 7)})

    assert (answer.status_code, answer.json()["refused"]) == (422, "too_large")


def test_sheets_have_places_where_words_belong() -> None:
    page = post("sheets", {"method": changed("roddel")}, "en").content.decode()

    assert "⟦phases.phase-2.instruction.facilitator⟧" in page
    assert "For whoever facilitates" in page


def agenda_of(*parts: str, minutes: int = 150) -> Json:
    rows = [dict(zip(("kind", "id"), part.split(":"), strict=True)) for part in parts]
    return {"parts": rows, "minutes": minutes}


AROUND_OWN = agenda_of("block:arrival", "own:own", "block:closing")


def begin(own: Json, agenda: Json = AROUND_OWN) -> Any:
    link, peer = Link(), Peer()
    body = {**keys.beginning(link, peer), "agenda": agenda, "own": own}
    own.setdefault("words", keys.envelope(body["box"]["id"]))
    return Client().post("/begin/", body, content_type="application/json")


@pytest.mark.django_db
def test_a_meeting_begins_with_methods_that_somebody_brings_beside_others() -> None:
    agenda = agenda_of("block:arrival", "own:own", "exercise:open_questions", "own:own-2", "block:closing")

    answer = begin({"methods": {"own": changed("roddel"), "own-2": changed("roddel")}}, agenda)

    assert answer.status_code == 200, answer.content
    plan = msgspec.json.decode(Meeting.objects.get().plan, type=Plan)
    assert plan.method_name.nl == "⟦own.name⟧ · ⟦own-2.name⟧"
    assert list(dict.fromkeys(planned.block for planned in plan.phases)) == [
        part["id"] for part in agenda["parts"]
    ]
    purposes = {planned.phase.purpose.nl for planned in plan.phases if planned.of_method}
    assert {"⟦own.phases.phase-1.purpose⟧", "⟦own-2.phases.phase-1.purpose⟧"} <= purposes
    slots = [slot.id for planned in plan.phases for slot in planned.phase.writing]
    assert len(slots) == len(set(slots))


def look_at(**asked: Any) -> Any:
    own = {"own": changed("roddel")}
    body = {"own": own, "minutes": 120, "pace": "live", **asked}
    return Client().post("/begin/agenda/", body, content_type="application/json")


def test_the_usual_meeting_is_put_around_an_own_method() -> None:
    told = look_at(minutes=100).json()

    parts = [(part["kind"], part["id"]) for part in told["parts"]]
    assert parts[3] == ("own", "own")
    assert [kind for kind, _ in parts] == ["block", "block", "block", "own", "block", "block"]
    assert told["parts"][3]["name"] == "⟦own.name⟧"
    assert sum(part["minutes"] for part in told["parts"]) == 100


def test_an_own_method_that_did_not_come_along_is_no_part() -> None:
    told = look_at(parts=agenda_of("own:own-2")["parts"]).json()

    assert told["parts"] == []
    assert told["faults"] != []


@pytest.mark.parametrize(
    ("own", "status"),
    [({}, 422), ({"Geheim": {}}, 400), ({"own": {"name": "Geheim"}}, 400)],
)
def test_what_is_no_own_method_is_refused_and_not_repeated(own: Json, status: int) -> None:
    methods = {name: {**changed("roddel"), **change} for name, change in own.items()}

    answer = look_at(own=methods)

    assert answer.status_code == status
    assert "Geheim" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("own", "why"),
    [
        ({"words": "Mijn geheim"}, "not_sealed"),
        ({"methods": lambda: {"own": changed("roddel", suits=[])}}, "has_remarks"),
        ({"methods": lambda: {"own": changed("roddel", summary={"nl": "Geheim", "en": "x"})}}, "words"),
    ],
)
def test_no_meeting_begins_with_a_faulty_or_readable_one(own: Json, why: str) -> None:
    made = {name: value() if callable(value) else value for name, value in own.items()}

    answer = begin({"methods": {"own": changed("roddel")}, **made})

    assert (answer.status_code, answer.json()["refused"]) == (422, why)


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> Path:
    """A method file of the host's own, and a data folder to publish it in."""
    monkeypatch.setenv("KRING_DATA", str(tmp_path / "data"))
    settings.PUBLISHED_METHODS = tmp_path / "data" / "methods"
    path = tmp_path / "ons-roddelen.yaml"
    text = (LIBRARY / "roddel.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("id: roddel", "id: ons-roddelen", 1), encoding="utf-8")
    return path


def test_a_published_method_stands_in_the_library(mine: Path, client: Client) -> None:
    assert client.get("/methods/ons-roddelen/").status_code == 404

    assert main(["methods", "publish", str(mine)]) == 0

    html = client.get("/methods/ons-roddelen/", headers={"accept-language": "nl"}).content.decode()
    assert "van deze site" in html
    assert client.get("/methods/ons-roddelen/file/").content == mine.read_bytes()


@pytest.mark.parametrize("change", [("id: ons-roddelen", "id: roddel"), ("usual: 12", "usual: 99")])
def test_what_is_faulty_or_taken_isn_t_published(
    mine: Path, change: tuple[str, str], settings: LazySettings
) -> None:
    path = mine.with_name("roddel.yaml") if "id" in change[1] else mine
    path.write_text(mine.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")

    assert main(["methods", "publish", str(path)]) == 1

    assert not Path(settings.PUBLISHED_METHODS).exists()
