import json
from pathlib import Path
from typing import Any

import pytest

VECTORS = Path(__file__).resolve().parents[2] / "vectors"


@pytest.fixture(scope="session")
def vectors() -> Any:  # JSON
    """The fixed values of the sealing formats, version 1."""
    return json.loads((VECTORS / "sealing.json").read_text("utf-8"))
