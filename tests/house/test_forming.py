"""Forming is an extra: a server without it starts, shows what was formed, and says what to install."""

import subprocess
import sys

BLOCKED = """
import sys
for name in ("numba", "numpy", "ortools", "scipy"):
    sys.modules[name] = None
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "numba" else found(name, *rest)
import kring.core.circles.forming.telling, kring.core.circles.forming.repair, kring.core.circles.forming.season
from kring.core.circles.forming.forming import NotInstalled, form, is_installed
from kring.core.circles.forming.people import Rules
assert not is_installed()
try:
    form([], Rules())
except NotInstalled as problem:
    print(problem)
"""


def test_without_the_extra_only_forming_itself_is_missing() -> None:
    said = subprocess.run([sys.executable, "-c", BLOCKED], capture_output=True, text=True, check=True)

    assert said.stdout.strip().endswith("pip install 'kring[forming]'")
