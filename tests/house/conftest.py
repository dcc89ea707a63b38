from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    """Where the source of Kring is."""
    return Path(__file__).resolve().parents[2]
