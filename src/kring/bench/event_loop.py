"""The event loop of measured servers and of their load: the same for all, so that it can't explain a difference."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar, cast

Result = TypeVar("Result")


def run(
    main: Coroutine[Any, Any, Result],
) -> Result:  # Any: what a coroutine yields to its loop, as in asyncio
    """Run to the end on uvloop where that is installed, for uvicorn chooses by the same rule."""
    with asyncio.Runner(loop_factory=_factory()) as runner:
        return runner.run(main)


def _factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    if find_spec("uvloop") is None:
        return None
    return cast(
        "Callable[[], asyncio.AbstractEventLoop]", import_module("uvloop").new_event_loop
    )  # it has no types
