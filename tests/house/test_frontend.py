"""What the package build makes of `frontend/`."""

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

import hatch_build

MOST_SCRIPTS = 5  # a page's own, two shared ones, and at most two in common with what it loads later


@pytest.fixture(scope="module")
def built() -> Path:
    hatch_build.build_frontend()
    return hatch_build.DIST


@pytest.fixture
def listed(built: Path) -> dict[str, dict[str, str]]:
    files: dict[str, dict[str, str]] = json.loads((built / "manifest.json").read_bytes())["files"]
    return files


def test_manifest_lists_every_entry(root: Path, listed: dict[str, dict[str, str]]) -> None:
    pages = {f"{path.stem}.js" for path in (root / "frontend/pages").glob("*.ts")}

    assert pages != set()
    assert pages | {"main.css", "vault.js", "simd.wasm", "no-simd.wasm"} <= set(listed)


def test_manifest_lists_every_file_with_the_hash_of_its_content(
    built: Path, listed: dict[str, dict[str, str]]
) -> None:
    expected = {entry["file"]: entry["integrity"] for entry in listed.values()}

    found = {path.name: sha384(path) for path in built.iterdir() if path.name != "manifest.json"}

    assert found == expected


def test_building_again_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    stamp = json.loads((built / "manifest.json").read_bytes())["inputs"]

    hatch_build.node("build.mjs", str(tmp_path), stamp)

    assert contents(tmp_path) == contents(built)


def test_styles_fetch_nothing_but_our_own_fonts(built: Path) -> None:
    styles = "".join(path.read_text() for path in built.glob("*.css"))

    fetched = set(re.findall(r"url\(\"?([^\")]+)", styles))

    assert "@import" not in styles
    assert fetched == {f"./{path.name}" for path in built.glob("*.woff2")}


def test_a_page_begins_with_few_scripts(root: Path, built: Path, listed: dict[str, dict[str, str]]) -> None:
    pages = [f"{path.stem}.js" for path in (root / "frontend/pages").glob("*.ts")]

    scripts = {page: len(begins_with(built, listed[page]["file"])) for page in pages}

    assert {page: count for page, count in scripts.items() if count > MOST_SCRIPTS} == {}


def test_the_line_to_the_keys_stands_in_one_script(built: Path, listed: dict[str, dict[str, str]]) -> None:
    """A page may have more than one script, and a second line would know no keys."""
    holding = {path.name for path in built.glob("*.js") if "extendedLifetime" in path.read_text()}

    assert holding == {listed["shared-own.js"]["file"]}


def test_no_element_comes_twice_where_a_page_has_several_scripts(
    root: Path, built: Path, listed: dict[str, dict[str, str]]
) -> None:
    """A fragment of a template brings its script along to a page that has one already."""
    fragments = "".join(path.read_text() for path in (root / "src/kring/web").rglob("templates/*/_*.html"))
    together = {"circle.js", "signed-in.js", *re.findall(r"asset '([\w-]+\.js)'", fragments)}
    files = {file for page in together for file in begins_with(built, listed[page]["file"])}

    defined = [
        name
        for file in files
        for name in re.findall(r"customElements\.define\(\W([a-z-]+)", (built / file).read_text())
    ]

    assert len(together) > 2
    assert sorted(defined) == sorted(set(defined)) != []


def begins_with(built: Path, file: str) -> set[str]:
    """A script, and what it needs before it runs."""
    named = re.findall(r"""(?:from|import)\s*["']\./([^"']+)["']""", (built / file).read_text())
    return {file}.union(*(begins_with(built, other) for other in named))


def sha384(path: Path) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(path.read_bytes()).digest()).decode()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
