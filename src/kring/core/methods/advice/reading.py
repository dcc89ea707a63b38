"""The data files of the advice as plain values. They are our own, so they are read without a word about mending YAML."""

from __future__ import annotations

import yaml

# libyaml where the wheel has it: a page that shows the triage first shouldn't wait for it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def plain_from(text: str) -> object:
    """What a YAML text holds: mappings, lists, texts, numbers and dates."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - safe, in either form
