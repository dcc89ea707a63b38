"""What a host may choose: explained in the docs, and refused by name where it is wrong."""

import re
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from kring.cli import main
from kring.web import environment, settings as site
from kring.web.ui import assets

ROOT = Path(__file__).parents[2]
NAME = re.compile(r"KRING_[A-Z_]+")


def test_every_setting_is_explained() -> None:
    read = set(re.findall(r'environment\.\w+\(\s*"(KRING_\w+)"', Path(site.__file__).read_text()))
    table = (ROOT / "docs/host/settings.md").read_text()
    explained = {NAME.findall(line)[0] for line in table.splitlines() if line.startswith("| `KRING_")}

    assert read == explained


def test_docs_speak_of_no_other_setting() -> None:
    read = set(NAME.findall(Path(site.__file__).read_text()))
    pages = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]

    spoken_of = {name for page in pages for name in NAME.findall(page.read_text())}

    assert spoken_of - read == set()


@pytest.mark.parametrize("said", ["0", "366", "veertien", "-1", "1.5", "١٤"])
def test_wrong_number_names_its_variable(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("KRING_RETENTION_DAYS", said)

    with pytest.raises(
        ImproperlyConfigured, match="KRING_RETENTION_DAYS must be a whole number from 1 to 365"
    ):
        environment.number("KRING_RETENTION_DAYS", 14, least=1, most=365)


@pytest.mark.parametrize(("said", "means"), [("", False), ("on", True), ("Yes", True), ("0", False)])
def test_switch(monkeypatch: pytest.MonkeyPatch, said: str, *, means: bool) -> None:
    monkeypatch.setenv("KRING_DEBUG", said)

    assert environment.switch("KRING_DEBUG", default=False) is means


def test_wrong_switch_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_DEBUG", "misschien")

    with pytest.raises(ImproperlyConfigured, match="KRING_DEBUG must be on or off"):
        environment.switch("KRING_DEBUG", default=False)


def test_wrong_choice_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_LANGUAGE", "fy")

    with pytest.raises(ImproperlyConfigured, match="KRING_LANGUAGE must be one of nl, en"):
        environment.choice("KRING_LANGUAGE", "nl", allowed=("nl", "en"))


def test_hosts_are_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_HOSTS", " kring.example.org, [::1],")
    assert environment.hosts("KRING_HOSTS", ["localhost"]) == ["kring.example.org", "[::1]"]

    monkeypatch.setenv("KRING_HOSTS", "https://kring.example.org")
    with pytest.raises(ImproperlyConfigured, match="KRING_HOSTS must hold names"):
        environment.hosts("KRING_HOSTS", ["localhost"])


@pytest.mark.parametrize(
    "said", ["127.0.0.1:8001", "ftp://a.example", "http://a.example/pad", "http://a;b", "http://"]
)
def test_wrong_address_names_its_variable(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("KRING_COMPANIONS_URL", said)

    with pytest.raises(ImproperlyConfigured, match="KRING_COMPANIONS_URL must be an address"):
        environment.origin("KRING_COMPANIONS_URL")


def test_secret_is_made_once_for_this_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KRING_SECRET_KEY", raising=False)
    kept = tmp_path / "secret-key"

    first = environment.secret("KRING_SECRET_KEY", kept_in=kept)

    assert environment.secret("KRING_SECRET_KEY", kept_in=kept) == first
    assert len(first) >= 50
    assert kept.stat().st_mode & 0o777 == 0o600


def test_short_secret_names_its_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_SECRET_KEY", "kort")

    with pytest.raises(ImproperlyConfigured, match="KRING_SECRET_KEY must be at least 32"):
        environment.secret("KRING_SECRET_KEY", kept_in=tmp_path / "secret-key")


def test_data_folder_is_for_this_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRING_DATA", str(tmp_path / "a/b"))

    assert environment.folder("KRING_DATA", tmp_path).stat().st_mode & 0o777 == 0o700


def test_folder_that_cannot_be_made_names_its_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KRING_DATA", str(tmp_path / "file/b"))

    with pytest.raises(ImproperlyConfigured, match="KRING_DATA must be a folder"):
        environment.folder("KRING_DATA", tmp_path)


def test_site_of_the_tests_has_nothing_to_mend() -> None:
    assert run_checks() == []


def test_host_hears_what_to_mend(settings: Settings, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    settings.DATA, settings.ALLOWED_HOSTS, settings.DEBUG = tmp_path, ["*"], True

    assert sorted(message.id or "" for message in run_checks()) == ["kring.W001", "kring.W002", "kring.W003"]


def test_server_that_cannot_run_says_why_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(assets, "MANIFEST", tmp_path / "manifest.json")

    code = main(["serve", "--port", "0"])

    assert code == 1
    assert capsys.readouterr().err == (
        "The front end hasn't been built. Run `make frontend`, or install Kring with pip.\n"
    )
