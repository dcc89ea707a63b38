"""A kind of file: what it holds, what its names say, and which rules it keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from kring.core.methods.faults import Fault
from kring.core.methods.method import Block, Method, Text

Shape = TypeVar("Shape", bound=Method | Block)
Meanings: TypeAlias = Mapping[type, Mapping[str, Text]]


@dataclass(frozen=True, slots=True)
class Kind(Generic[Shape]):
    """
    One kind of file that is made of phases.

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
