"""Read methods and blocks from their files, and say what to mend where that fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec

from kring.core.methods.check import faults_of_block, faults_of_method
from kring.core.methods.faults import Fault, FaultyFile
from kring.core.methods.fit import Fitting
from kring.core.methods.method import Block, Level, Method, Text
from kring.core.methods.nodes import compose
from kring.core.methods.shortlist import shortlist

LIBRARY = Path(__file__).parent / "library"
BLOCKS = Path(__file__).parent / "blocks"
EXERCISES = (
    Path(__file__).parent / "exercises"
)  # blocks that train one capability; found here as soon as there are any

_Shape = TypeVar("_Shape", Method, Block)


def load_method(source: Path | str) -> Method:
    """
    A method from its file, or from its text.

    Raises:
        FaultyFile: with every fault of the file.
    """
    return _load(source, Method, lambda method, file: faults_of_method(method, file, _taken()))


def load_block(source: Path | str) -> Block:
    """A block from its file or text; raises like `load_method`."""
    return _load(source, Block, faults_of_block)


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


def with_lines(faults: Iterable[Fault], path: Path) -> tuple[Fault, ...]:
    """Faults of the method in a file that was read well, with their lines; other faults as they are."""
    fitting = Fitting(path.name)
    fitting.fit(compose(path.read_text(encoding="utf-8"), path.name), Method)
    return tuple(_with_line(fault, fitting) if fault.file == path.stem else fault for fault in faults)


def _load(
    source: Path | str, shape: type[_Shape], faults_of: Callable[[_Shape, str], tuple[Fault, ...]]
) -> _Shape:
    file = source.name if isinstance(source, Path) else "text"
    text = _text_of(source, file)
    fitting = Fitting(file)
    plain = fitting.fit(compose(text, file), shape)
    if fitting.faults:
        raise FaultyFile(fitting.faults)
    thing = msgspec.convert(plain, shape)
    faults = list(faults_of(thing, file))
    if isinstance(source, Path) and thing.id != source.stem:
        faults.insert(0, _other_name(file, thing.id))
    if faults:
        raise FaultyFile([_with_line(fault, fitting) for fault in faults])
    return thing


@cache
def _taken() -> frozenset[str]:
    """Ids that the blocks around a method use."""
    phases = [phase for block in load_blocks().values() for phase in block.phases]
    return frozenset(phase.id for phase in phases) | {slot.id for phase in phases for slot in phase.writing}


def _text_of(source: Path | str, file: str) -> str:
    if isinstance(source, str):
        return source
    try:
        return source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FaultyFile([_unreadable(file)]) from error


def _with_line(fault: Fault, fitting: Fitting) -> Fault:
    return Fault(fault.file, fault.place, fault.wrong, fault.mend, fitting.line_of(fault.place))


def _other_name(file: str, found: str) -> Fault:
    return Fault(
        file,
        ("id",),
        Text(
            nl=f"Het id is '{found}', het bestand heet {file}.",
            en=f"The id is '{found}', the file is called {file}.",
        ),
        Text(
            nl=f"Noem het bestand {found}.yaml, of verander het id.",
            en=f"Call the file {found}.yaml, or change the id.",
        ),
    )


def _unreadable(file: str) -> Fault:
    return Fault(
        file,
        (),
        Text(nl="Het bestand is niet te lezen.", en="The file can't be read."),
        Text(
            nl="Kijk of het pad klopt, of je het mag openen, en of het als UTF-8 is bewaard.",
            en="See whether the path is right, whether you may open it, and whether it was saved as UTF-8.",
        ),
    )
