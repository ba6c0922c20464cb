"""What kept facts depend on beside their document, and kept findings beside their statements: the program itself.

Facts that were read by other rules, tables or libraries are not those that would be read today. The fingerprint is that
of the files of the program, not of its version: who corrects a table sees the correction.
"""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_STEPS: Final = ("read", "repair", "places", "parse", "extract", "validate")
"""The steps whose results are kept."""
_SHARED: Final = ("model.py", "tables.py", "work/codec.py")
_LIBRARIES: Final = ("ahocorasick_rs", "fastwarc", "msgspec", "opencc-pyo3", "pdfplumber", "python-docx", "resiliparse")
"""Those that take part in reading; the gate names its own."""


@cache
def fingerprint() -> str:
    """Return a digest of the program, hexadecimal."""
    found = hashlib.sha256(platform.python_version().encode())
    root = files("build_graph")
    for name in (*_SHARED, *_STEPS):
        for path, data in _files(root.joinpath(name), name):
            found.update(f"{path} {len(data)}\n".encode())
            found.update(data)
    for library in _LIBRARIES:
        found.update(f"{library} {_version(library)}\n".encode())
    return found.hexdigest()


def _files(at: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if at.is_file():
        if not name.endswith(".pyc"):
            yield name, at.read_bytes()
        return
    for each in sorted(at.iterdir(), key=lambda each: each.name):
        yield from _files(each, f"{name}/{each.name}")


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
