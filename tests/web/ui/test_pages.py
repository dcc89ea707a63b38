"""Pages in both languages, and what one sees when something is wrong."""

from typing import Any

import pytest
from django.test import Client

from tests.web.conftest import Visitor

PAGES = ["/", "/begin/", "/methods/", "/methods/basis/"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_page_speaks(client: Client, db: None, page: str, language: str) -> None:
    answer = client.get(page, headers={"accept-language": language})

    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()


def test_whoever_speaks_another_language_gets_dutch(client: Client, db: None) -> None:
    assert client.get("/", headers={"accept-language": "fi"}).headers["Content-Language"] == "nl"


def test_switch_is_remembered(client: Client, db: None) -> None:
    answer = client.post("/language/", {"language": "en", "next": "/methods/"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/methods/")
    assert client.get("/").headers["Content-Language"] == "en"


def test_switch_leads_nowhere_else(client: Client) -> None:
    answer = client.post("/language/", {"language": "en", "next": "https://elders.example/"})

    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize(("language", "say"), [("nl", "niets"), ("en", "nothing")])
def test_not_found_says_so(client: Client, language: str, say: str) -> None:
    answer = client.get("/nergens/", headers={"accept-language": language})

    assert answer.status_code == 404
    assert say in answer.content.decode()


def test_our_own_fault_is_said_without_its_inside(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("binnenkant")

    monkeypatch.setattr("kring.web.methods.queries.methods", fails)
    client.raise_request_exception = False

    answer = client.get("/methods/")

    assert answer.status_code == 500
    assert "binnenkant" not in answer.content.decode()


@pytest.mark.parametrize("page", ["", "wall/", "closing/"])
def test_pages_of_a_meeting(noor: Visitor, page: str) -> None:
    assert noor.get(page).status_code == 200


def test_unknown_method_is_not_found(client: Client) -> None:
    assert client.get("/methods/geen/").status_code == 404
