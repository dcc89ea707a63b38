"""Read one file, or its text, and say what to mend where that fails."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from kring.core.methods.faults import Fault, FaultyFile
from kring.core.methods.fit import Fitting
from kring.core.methods.kind import AnyKind, Kind, Shape
from kring.core.methods.method import Text
from kring.core.methods.nodes import compose


def read(source: Path | str, kind: Kind[Shape]) -> Shape:
    """
    What a file of this kind, or its text, holds.

    Raises:
        FaultyFile: with every fault of the file.
    """
    file = source.name if isinstance(source, Path) else "text"
    text = _text_of(source, file)
    fitting = Fitting(file, kind.meanings)
    plain = fitting.fit(compose(text, file), kind.shape)
    if fitting.faults:
        raise FaultyFile(fitting.faults)
    thing = msgspec.convert(plain, kind.shape)
    faults = list(kind.faults_of(thing, file))
    if isinstance(source, Path) and thing.id != source.stem:
        faults.insert(0, _other_name(file, thing.id))
    if faults:
        raise FaultyFile([_with_line(fault, fitting) for fault in faults])
    return thing


def with_lines(faults: Iterable[Fault], path: Path, kind: AnyKind) -> tuple[Fault, ...]:
    """Faults of what stands in a file that was read well, with their lines; other faults as they are."""
    fitting = Fitting(path.name, kind.meanings)
    fitting.fit(compose(path.read_text(encoding="utf-8"), path.name), kind.shape)
    return tuple(_with_line(fault, fitting) if fault.file == path.stem else fault for fault in faults)


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
