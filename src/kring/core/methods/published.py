"""Methods that a host has put beside the shipped ones: any folder of files, read anew when one changes."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kring.core.methods.faults import Fault, FaultyFile
from kring.core.methods.load import load_library, load_method
from kring.core.methods.method import Method

_FILES_KEPT = 200  # read ones; a site with more methods than that reads some of them again


def published(folder: Path) -> tuple[Method, ...]:
    """The methods in a folder, by name of file; files with a fault and ids of shipped methods are left out."""
    shipped = {method.id for method in load_library()}
    found = [
        found for found in (_read(*_version(path)) for path in _files(folder)) if isinstance(found, Method)
    ]
    return tuple(method for method in found if method.id not in shipped)


def faults_of_published(folder: Path) -> tuple[Fault, ...]:
    """What is wrong in the files that are left out for a fault."""
    read = (_read(*_version(path)) for path in _files(folder))
    return tuple(fault for found in read if not isinstance(found, Method) for fault in found)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if path.is_file())


def _version(path: Path) -> tuple[Path, int, int]:
    status = path.stat()
    return path, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=_FILES_KEPT)
def _read(path: Path, changed: int, size: int) -> Method | tuple[Fault, ...]:
    """By when the file changed and how large it is: another version is another call."""
    try:
        return load_method(path)
    except FaultyFile as faulty:
        return faulty.faults
