"""pyproject.toml names what Kring imports, and nothing else."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

# taken by name, and therefore imported nowhere
BY_NAME = {"uvicorn", "uvloop"}


def test_every_import_is_declared_and_every_declared_package_is_imported(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    declared = {plain(text) for text in [*project["dependencies"], *extras["print"], *extras["forming"]]}
    distributions = packages_distributions()

    imported = {
        plain(distributions[name][0])
        for path in (root / "src").rglob("*.py")
        for name in imported_packages(path)
        if name not in sys.stdlib_module_names and name != "kring"
    }

    assert imported - declared == set()
    assert declared - imported - BY_NAME == set()


def imported_packages(path: Path) -> set[str]:
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.partition(".")[0])
    return names


def plain(requirement: str) -> str:
    """`Django>=5.2,<5.3` and `django` are one name."""
    name = re.split(r"[^A-Za-z0-9._-]", requirement.strip(), maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()
