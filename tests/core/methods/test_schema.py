"""The published JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
import yaml

from kring.core.methods.load import BLOCKS, LIBRARY
from kring.core.methods.meaning import MEANINGS
from kring.core.methods.method import Block, Method
from kring.core.methods.schema import as_file, schema_of
from tests.core.methods.files import METHODS

FILES = [*METHODS, *sorted(BLOCKS.glob("*.yaml"))]


@pytest.mark.parametrize(
    ("shape", "path"),
    [(Method, LIBRARY / "method.schema.json"), (Block, BLOCKS / "block.schema.json")],
    ids=["method", "block"],
)
def test_published_schema_is_the_one_of_the_types(shape: type[Method | Block], path: Path) -> None:
    """Renew it with `kring methods schema`, as the module says."""
    assert path.read_text(encoding="utf-8") == as_file(shape)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_keeps_to_the_published_schema(path: Path) -> None:
    (schema_file,) = path.parent.glob("*.schema.json")
    schema = json.loads(schema_file.read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema)


@pytest.mark.parametrize("shape", [Method, Block])
def test_every_name_in_the_schema_is_explained(shape: type[Method | Block]) -> None:
    definitions = schema_of(shape)["$defs"]

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
