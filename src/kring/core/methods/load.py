"""The shipped methods, and the blocks around them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kring.core.methods.check import faults_of_block, faults_of_method
from kring.core.methods.faults import Fault
from kring.core.methods.kind import Kind
from kring.core.methods.meaning import MEANINGS
from kring.core.methods.method import Block, Level, Method
from kring.core.methods.read import read
from kring.core.methods.shortlist import shortlist

LIBRARY = Path(__file__).parent / "library"
BLOCKS = Path(__file__).parent / "blocks"


def load_method(source: Path | str) -> Method:
    """
    A method from its file, or from its text.

    Raises:
        FaultyFile: with every fault of the file.
    """
    return read(source, METHOD_FILE)


def load_block(source: Path | str) -> Block:
    """A block from its file or text; raises like `load_method`."""
    return read(source, BLOCK_FILE)


@cache
def load_library() -> tuple[Method, ...]:
    """The shipped methods: the few to start with, then the easier before the harder and the shorter before the longer."""
    methods = [load_method(path) for path in sorted(LIBRARY.glob("*.yaml"))]
    levels = list(Level)
    methods.sort(key=lambda method: (levels.index(method.level), method.usual_minutes, method.id))
    first = shortlist(methods)
    return (*first, *(method for method in methods if method not in first))


@cache
def load_blocks() -> Mapping[str, Block]:
    """The blocks around a method, by id: arrival, look_back, choosing, learning_round, closing."""
    blocks = [load_block(path) for path in sorted(BLOCKS.glob("*.yaml"))]
    return MappingProxyType({block.id: block for block in blocks})


@cache
def ids_of_blocks() -> frozenset[str]:
    """Ids of phases and cards that the blocks around a method use."""
    return frozenset(word for block in load_blocks().values() for word in ids_in(block))


def ids_in(thing: Method | Block) -> frozenset[str]:
    """The ids of its phases and cards."""
    slots = (slot.id for phase in thing.phases for slot in phase.writing)
    return frozenset((*(phase.id for phase in thing.phases), *slots))


def _faults_of_method(method: Method, file: str) -> tuple[Fault, ...]:
    return faults_of_method(method, file, ids_of_blocks())


METHOD_FILE = Kind(Method, "A method of peer consultation", MEANINGS, _faults_of_method)
BLOCK_FILE = Kind(Block, "A block of a meeting around the method", MEANINGS, faults_of_block)
