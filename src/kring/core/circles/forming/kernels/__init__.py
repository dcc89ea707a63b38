"""
The search in compiled code: arrays and whole numbers, no names.

What is compiled is kept between runs in a folder named after the text of these files, because the compiler doesn't notice
a change in another file than the one it compiles.
"""

import hashlib
from pathlib import Path

import numba

_HERE = Path(__file__).parent
_TEXTS = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(_HERE.glob("*.py")))).hexdigest()

if not numba.config.CACHE_DIR:  # type: ignore[attr-defined] # made when numba reads the environment
    numba.config.CACHE_DIR = str(Path.home() / ".cache" / "kring" / f"forming-{_TEXTS[:16]}")  # type: ignore[attr-defined]

compiled = numba.njit(cache=True, nogil=True)
inlined = numba.njit(cache=True, nogil=True, inline="always")
