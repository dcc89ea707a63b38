"""What holds for every test."""

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples each time, so that a red test is red again; and no deadline, for a busy machine is no fault.
settings.register_profile("kring", derandomize=True, deadline=None)
settings.load_profile("kring")

LONG = Path(__file__).parent / "browser"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """
    What takes long begins first, or a worker would be left with it when the others have gone home.

    `--dist worksteal` deals out the whole in equal parts, one after another.
    """
    workers = getattr(config, "workerinput", {"workercount": 1})["workercount"]
    long = [item for item in items if item.path.parent == LONG]
    short = [item for item in items if item.path.parent != LONG]
    dealt, left = list[pytest.Item](), len(items)
    for worker in range(workers):
        own = long[worker::workers]
        size = left // (workers - worker)
        left -= size
        others = max(0, size - len(own))
        dealt += [*own, *short[:others]]
        short = short[others:]
    items[:] = [*dealt, *short]
