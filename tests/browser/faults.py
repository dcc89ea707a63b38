"""Listens to what goes wrong in a page without anybody seeing it: errors, and what the security policy held back."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.async_api import BrowserContext, ConsoleMessage, WebError

# Two people who let somebody in at the same moment: one of them looks again, and only the console has seen it.
HARMLESS = re.compile(r"status of 409 \(Conflict\).*/epochs/")


class Faults:
    """Of one person's browser, in all its tabs."""

    def __init__(self, who: str) -> None:
        self.who = who
        self.heard: list[str] = []
        self._expected: list[re.Pattern[str]] = [HARMLESS]

    def listen(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", self._error)

    def expect(self, pattern: str) -> None:
        """From now on a fault like this belongs to the story of the test."""
        self._expected.append(re.compile(pattern))

    @contextmanager
    def allowing(self, pattern: str) -> Iterator[None]:
        """For a while."""
        expected = re.compile(pattern)
        self._expected.append(expected)
        yield
        self._expected.remove(expected)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._note(f"{message.text} ({message.location.get('url', '')})")

    def _error(self, error: WebError) -> None:
        self._note(f"not caught: {error.error}")

    def _note(self, fault: str) -> None:
        if not any(pattern.search(fault) for pattern in self._expected):
            self.heard.append(f"{self.who}: {fault}")
