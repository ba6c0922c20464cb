"""What kept facts depend on beside their document, and kept files beside their facts: the program itself.

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
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

_STEPS: Final = ("read", "repair", "places", "parse", "extract", "validate")
"""The steps whose results are kept."""
_SHARED: Final = ("model.py", "tables.py", "work/card.py", "work/codec.py")
_LIBRARIES: Final = ("ahocorasick_rs", "fastwarc", "msgspec", "opencc-pyo3", "pdfplumber", "python-docx", "resiliparse")
"""Those that take part in reading; the gate names its own."""
_WRITING: Final = ("ontology", "publishing", "build_graph", "queries", "exports")
"""The packages that take part in what is published."""
_WRITING_LIBRARIES: Final = ("pyoxigraph",)


@cache
def fingerprint() -> str:
    """Return a digest of the program, hexadecimal."""
    root = files("build_graph")
    return _digest([(root.joinpath(name), name) for name in (*_SHARED, *_STEPS)], _LIBRARIES)


@cache
def whole_fingerprint() -> str:
    """Return a digest of all of the program that decides what is written, hexadecimal."""
    return _digest([(files(package), package) for package in _WRITING], (*_LIBRARIES, *_WRITING_LIBRARIES))


def _digest(sources: Iterable[tuple[Traversable, str]], libraries: Iterable[str]) -> str:
    found = hashlib.sha256(platform.python_version().encode())
    for source, name in sources:
        for path, data in _files(source, name):
            found.update(f"{path} {len(data)}\n".encode())
            found.update(data)
    for library in libraries:
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
