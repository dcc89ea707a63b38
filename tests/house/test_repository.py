"""What may be in git, and in which shape."""

import json
import re
import subprocess
from pathlib import Path

import pytest

BUILT_OR_BORROWED = re.compile(
    r"(^|/)(node_modules|dist)/|\.min\.(js|css)$|\.(woff2?|ttf|otf|wasm|whl|tgz|gz|zip|map|mo|sqlite3)$"
)
LONGEST = 300  # lines that are not blank; beyond that a second noun hides in the file


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True)
    return [root / line for line in listed.stdout.splitlines() if (root / line).is_file()]


def test_nothing_built_or_borrowed_is_in_git(root: Path, tracked: list[Path]) -> None:
    names = [str(path.relative_to(root)) for path in tracked]

    assert "pyproject.toml" in names
    assert [name for name in names if BUILT_OR_BORROWED.search(name)] == []


def test_no_file_of_code_is_too_long_to_read(root: Path, tracked: list[Path]) -> None:
    code = [path for path in tracked if path.suffix in {".py", ".ts", ".mjs", ".css", ".html"}]

    lines = {
        str(path.relative_to(root)): len(re.findall(r"^.*\S", path.read_text(), re.MULTILINE))
        for path in code
    }

    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


def test_locks_name_versions_and_no_host(root: Path) -> None:
    packages = json.loads((root / "frontend/package-lock.json").read_bytes())["packages"]
    python = (root / "requirements/dev.lock").read_text()

    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
    assert "://" not in python
    assert "\n--" not in python
