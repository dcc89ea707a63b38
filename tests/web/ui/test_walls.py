"""What every answer says to the browser: load nothing from elsewhere, keep nothing, tell nobody."""

import json
import logging
from typing import Any

import pytest
from django.test import Client

from kring.web.ui.assets import MANIFEST
from tests.web.conftest import Visitor

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types default"
)


@pytest.fixture
def built() -> dict[str, str]:
    """Which file stands for which entry."""
    return {entry: told["file"] for entry, told in json.loads(MANIFEST.read_text())["files"].items()}


@pytest.mark.parametrize("page", ["/", "/begin/", "/methods/", "/methods/basis/", "/nergens/"])
def test_page_is_walled(client: Client, db: None, page: str) -> None:
    headers = client.get(page).headers

    assert {name: headers[name] for name in headers if name not in {"Vary", "Content-Length"}} == {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": "nl",
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cache-Control": "no-store",
    }


def test_page_may_call_companions_where_there_are_some(settings: Any, db: None) -> None:
    settings.COMPANIONS_URL = "http://127.0.0.1:8001"

    policy = Client().get("/").headers["Content-Security-Policy"]

    assert "; connect-src 'self' http://127.0.0.1:8001; " in policy


def test_keys_are_kept_by_no_cache(noor: Visitor) -> None:
    assert noor.get("keys/").headers["Cache-Control"] == "no-store"


def test_secure_site_stays_secure(client: Client, db: None) -> None:
    assert "Strict-Transport-Security" not in client.get("/").headers
    assert client.get("/", secure=True).headers["Strict-Transport-Security"] == "max-age=31536000"


def test_vault_alone_may_compile(client: Client, built: dict[str, str]) -> None:
    may = {
        entry
        for entry, file in built.items()
        if "wasm-unsafe-eval" in client.get(f"/static/{file}").headers["Content-Security-Policy"]
    }

    assert may == {"vault.js"}


def test_built_file_comes_packed_and_may_be_kept(client: Client, built: dict[str, str]) -> None:
    answer = client.get(f"/static/{built['vault.js']}", headers={"accept-encoding": "gzip, br"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Type"] == "text/javascript"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("file", ["manifest.json", "../settings.py", "nergens.js"])
def test_only_built_files_are_served(client: Client, file: str) -> None:
    assert client.get(f"/static/{file}").status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://elders.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://testserver", "sec-fetch-site": "same-origin"}, 200),
        ({}, 200),
    ],
)
def test_another_site_does_nothing_here(noor: Visitor, headers: dict[str, str], status: int) -> None:
    answer = noor.browser.delete(f"{noor.link.path}door/", headers=headers)

    assert answer.status_code == status


def test_too_many_knocks_a_minute_are_refused(noor: Visitor, settings: Any) -> None:
    settings.POSTS_PER_MINUTE = 2
    noor.browser = type(noor.browser)()  # a handler that reads the setting anew

    answers = [noor.post("door/", {}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [400, 400, 429]
    assert answers[-1].json()["refused"] == "too_fast"


def test_logs_hold_no_text(noor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    canary = "kanarie-in-de-mijn"
    caplog.set_level(logging.DEBUG)

    noor.post("door/", {"mac": canary})
    noor.browser.get(f"/nergens/?q={canary}")
    noor.browser.post("/begin/", {canary: canary}, content_type="application/json")
    noor.browser.get("/", headers={"host": f"{canary}.example"})

    written = [record.getMessage() + str(record.args) for record in caplog.records]
    assert [line for line in written if canary in line and "host" not in line.lower()] == []
