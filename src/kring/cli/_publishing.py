"""Putting a checked method beside the shipped ones."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def publish(path: Path) -> int:
    """Copy a file without faults into the data folder; 1 where its id belongs to another method already."""
    from kring.core.growth.load import load_exercises
    from kring.core.methods.load import load_library, load_method
    from kring.web import environment

    method = load_method(path)
    taken = {
        *(shipped.id for shipped in load_library()),
        *(exercise.id for exercise in load_exercises()),
        *("own", "compare", "booklet", "question", "advice"),  # addresses of pages
    }
    if method.id in taken:
        print(
            f"'{method.id}' is taken. Give the method another id, and the file the same name.",
            file=sys.stderr,
        )
        return 1
    folder = environment.folder("KRING_DATA", environment.USUAL_DATA) / environment.METHODS
    folder.mkdir(mode=0o700, exist_ok=True)
    place = folder / path.name
    shutil.copyfile(path, place)
    print(f"{place}\nIt stands in the library at /methods/{method.id}/ now; remove the file to take it out.")
    return 0
