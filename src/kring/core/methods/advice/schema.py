"""
The JSON Schema of the triage file, made from its types.

After a change of the types:
`python -c "from kring.core.methods.advice.schema import as_file; print(as_file(), end='')" > triage.schema.json`
"""

from __future__ import annotations

import json

import msgspec

from kring.core.methods.advice.triage import Triage


def as_file() -> str:
    """The schema as it stands in its file."""
    schema = msgspec.json.schema(Triage)
    for definition in schema["$defs"].values():
        # The first paragraph says what it is; the attributes are for readers of the code.
        definition["description"] = definition["description"].split("\n\n")[0].replace("\n", " ")
    told = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A triage of questions",
        **schema,
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
