"""
The published JSON Schema of the files: made from the types, with what each name says.

After a change of the types: `kring methods schema > src/kring/core/methods/library/method.schema.json`,
the same with `--block` for blocks/block.schema.json, and with `--exercise` for core/growth/library/exercise.schema.json.
"""

from __future__ import annotations

import inspect
import json
from typing import Any

import msgspec

from kring.core.methods.kind import AnyKind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]  # a JSON Schema has no shape of its own to check here; jsonschema does that


def schema_of(kind: AnyKind) -> Schema:
    """The JSON Schema of one kind of file."""
    schema: Schema = msgspec.json.schema(kind.shape)
    for definition in schema["$defs"].values():
        _shorten(definition)
    for of, names in kind.meanings.items():
        if of.__name__ in schema["$defs"]:
            for name, meaning in names.items():
                _describe(schema["$defs"][of.__name__]["properties"], name, meaning.en)
    return {"$schema": _DIALECT, "title": kind.title, **schema}


def as_file(kind: AnyKind) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"


def _shorten(definition: Schema) -> None:
    """Keep the first paragraph of a docstring; the attributes have their own descriptions."""
    if "description" in definition:
        first = inspect.cleandoc(definition["description"]).split("\n\n")[0]
        definition["description"] = " ".join(first.split()).replace("`", "")


def _describe(properties: Schema, name: str, meaning: str) -> None:
    told = meaning[0].upper() + meaning[1:]
    entry = properties[name]
    if "$ref" in entry:
        # Beside a reference editors show only the referenced text, unless the reference is one of several.
        properties[name] = {"description": told, "allOf": [{"$ref": entry.pop("$ref")}], **entry}
    else:
        entry["description"] = told
