"""The published JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
import yaml

from kring.core.methods.kind import AnyKind
from kring.core.methods.load import BLOCK_FILE, BLOCKS, LIBRARY, METHOD_FILE
from kring.core.methods.meaning import MEANINGS
from kring.core.methods.schema import as_file, schema_of
from tests.core.methods.files import METHODS

FILES = [*METHODS, *sorted(BLOCKS.glob("*.yaml"))]


@pytest.mark.parametrize(
    ("kind", "path"),
    [(METHOD_FILE, LIBRARY / "method.schema.json"), (BLOCK_FILE, BLOCKS / "block.schema.json")],
    ids=["method", "block"],
)
def test_published_schema_is_the_one_of_the_types(kind: AnyKind, path: Path) -> None:
    """Renew it with `kring methods schema`, as the module says."""
    assert path.read_text(encoding="utf-8") == as_file(kind)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_keeps_to_the_published_schema(path: Path) -> None:
    (schema_file,) = path.parent.glob("*.schema.json")
    schema = json.loads(schema_file.read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema)


@pytest.mark.parametrize("kind", [METHOD_FILE, BLOCK_FILE], ids=["method", "block"])
def test_every_name_in_the_schema_is_explained(kind: AnyKind) -> None:
    definitions = schema_of(kind)["$defs"]

    without = [
        (of, name)
        for of, definition in definitions.items()
        for name, entry in definition.get("properties", {}).items()
        if not entry.get("description")
    ]

    assert without == []


def test_every_explained_name_exists() -> None:
    for shape, names in MEANINGS.items():
        assert issubclass(shape, msgspec.Struct)
        assert set(names) == set(shape.__struct_fields__)
