"""Compare two built folders: ONE OTHER. Tells how many files differ, and which.

A store on disk is compared by its statements: it decides itself how it lays out its files.
"""

import filecmp
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, cast

from pyoxigraph import RdfFormat, Store

from benchmarks.clock import tell
from build_graph.emit.store import FOLDER as STORE

_NAMED: Final = 3
"""Differing files whose names are told."""


class _Digest:
    """Takes what is written and keeps only its digest."""

    def __init__(self) -> None:
        self.sha256 = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.sha256.update(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


def differing(one: Path, other: Path) -> tuple[int, list[str]]:
    """Return how many files and stores two folders hold, and the names of those that differ or are in one only."""
    left, right = dict(_entries(one)), dict(_entries(other))
    both = left.keys() & right.keys()
    unlike = {name for name in both if not _alike(left[name], right[name])}
    return len(left.keys() | right.keys()), sorted(unlike | (left.keys() ^ right.keys()))


def _entries(folder: Path) -> Iterator[tuple[str, Path]]:
    if (folder / STORE).is_dir():
        yield STORE, folder / STORE
    for file in folder.rglob("*"):
        name = file.relative_to(folder)
        if file.is_file() and name.parts[0] != STORE:
            yield str(name), file


def _alike(one: Path, other: Path) -> bool:
    if one.is_dir() and other.is_dir():
        return _said(one) == _said(other)
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def _said(store: Path) -> str:
    """Return a digest of the statements of a store, which keeps equal ones in the same order."""
    digest = _Digest()
    Store.read_only(str(store)).dump(cast("IO[bytes]", digest), RdfFormat.N_QUADS)
    return digest.sha256.hexdigest()


if __name__ == "__main__":
    files, names = differing(Path(sys.argv[1]), Path(sys.argv[2]))
    tell(files=files, number=len(names), differing=names[:_NAMED])
