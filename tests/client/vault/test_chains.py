"""Chains that must hold and chains that must not; the TypeScript vault is held to the same file."""

import json
from pathlib import Path
from typing import Any

import pytest

from kring.client.vault.chain import verify_chain
from kring.client.vault.errors import KringError
from tests.client.vault.statements import as_text

PATH = Path(__file__).resolve().parents[2] / "vectors" / "sealing_chains.json"
CHAINS = json.loads(PATH.read_text("utf-8"))


@pytest.mark.parametrize("case", CHAINS["holds"], ids=lambda case: case["what"])
def test_chain_holds(case: dict[str, Any]) -> None:
    epochs = verify_chain(CHAINS["group"], case["chain"])

    assert [epoch.epoch for epoch in epochs] == list(range(len(case["chain"])))


@pytest.mark.parametrize("case", CHAINS["refused"], ids=lambda case: case["what"])
def test_chain_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(KringError) as refusal:
        verify_chain(CHAINS["group"], case["chain"])

    assert refusal.value.code == case["code"]


def test_file_of_chains_is_what_its_script_writes() -> None:
    assert PATH.read_text("utf-8") == as_text()
