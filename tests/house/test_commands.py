"""The `kring` command and what the docs say of it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kring import __version__
from kring.cli import commands


@pytest.fixture(scope="module")
def docs(root: Path) -> str:
    return "\n".join(
        path.read_text() for path in [root / "README.md", *sorted((root / "docs").rglob("*.md"))]
    )


def test_kring_says_its_version() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "kring.cli", "--version"], capture_output=True, text=True, check=True
    )

    assert said.stdout == f"kring {__version__}\n"


def test_help_needs_neither_django_nor_a_database() -> None:
    script = "import sys, kring.cli; list(kring.cli.commands()); print('django' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert said.stdout == "False\n"


def test_every_command_says_what_it_does_in_a_sentence() -> None:
    found = list(commands())

    assert found != []
    assert [command.NAME for command in found if not command.HELP.endswith(".")] == []


def test_every_command_is_in_the_docs(docs: str) -> None:
    assert [command.NAME for command in commands() if f"kring {command.NAME}" not in docs] == []


def test_every_setting_is_in_the_docs(root: Path, docs: str) -> None:
    sources = "\n".join(path.read_text() for path in (root / "src").rglob("*.py"))

    settings = set(re.findall(r"\bKRING_[A-Z_]+\b", sources))

    assert "KRING_DATA" in settings
    assert sorted(name for name in settings if name not in docs) == []
