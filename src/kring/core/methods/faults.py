"""What is wrong in a method file, said so that its writer can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kring.core.methods.method import Text

Language = Literal["nl", "en"]

_LINE = Text(nl="regel", en="line")
_WHOLE_FILE = Text(nl="het hele bestand", en="the whole file")


@dataclass(frozen=True, slots=True)
class Fault:
    """
    One thing to mend.

    Attributes:
        file: Name of the file, or the id of a method that never was in one.
        place: The way from the top of the file: keys, and for an item of a list its id or its number from 1.
        wrong, mend: What is the matter, and what to do about it.
        line: Counted from 1; none where a method has no file.
    """

    file: str
    place: tuple[str, ...]
    wrong: Text
    mend: Text
    line: int | None = None

    def where(self, language: Language) -> str:
        """The place in words, as in 'line 41, phases › explore › minutes › least'."""
        path = " › ".join(self.place) or say(_WHOLE_FILE, language)
        return path if self.line is None else f"{say(_LINE, language)} {self.line}, {path}"

    def told(self, language: Language) -> str:
        """The whole fault in three lines."""
        return (
            f"{self.file}: {self.where(language)}\n"
            f"  {say(self.wrong, language)}\n"
            f"  {say(self.mend, language)}"
        )


class FaultyFile(Exception):
    """A method file that can't be used, with everything that must be mended in it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(fault.told("en") for fault in faults))
        self.faults = tuple(faults)


def say(text: Text, language: Language) -> str:
    """A text in one language."""
    return text.nl if language == "nl" else text.en
