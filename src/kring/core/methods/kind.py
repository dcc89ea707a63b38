"""A kind of file: what it holds, what its names say, and which rules it keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from kring.core.methods.faults import Fault
from kring.core.methods.method import Text

Meanings: TypeAlias = Mapping[type, Mapping[str, Text]]


class HasId(Protocol):
    """What a file holds: it is called after its id."""

    @property
    def id(self) -> str:
        """In words."""


Shape = TypeVar("Shape", bound=HasId)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Shape]):
    """
    One kind of file.

    Attributes:
        shape: The type it is read into.
        title: What its published schema is called.
        meanings: What each name of each type in it says.
        faults_of: The rules, given what was read and what to call the file.
    """

    shape: type[Shape]
    title: str
    meanings: Meanings
    faults_of: Callable[[Shape, str], tuple[Fault, ...]]


AnyKind: TypeAlias = Kind[Any]  # for what is done alike with every kind, whatever is read
