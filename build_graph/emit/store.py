"""The store of a big graph: an Oxigraph database that opens in milliseconds, whatever its size.

Its named graphs are those of the file of quads. Its default graph is their union, each triple once: what several
documents say is counted once by a query that names no graph.
"""

from __future__ import annotations

from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, Store

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

FOLDER: Final = "graph"
"""The folder of a built folder that holds it."""
WORTH: Final = 250_000
"""Quads from which on a graph has a store: a smaller one is loaded from its file in less than a second."""

_CHUNK: Final = 2**20


def write_store(quads: Path, folder: Path) -> None:
    """Write the store of a file of quads, whose lines are N-Quads with a graph each, into a new folder."""
    store = Store(str(folder))
    store.bulk_load(path=str(quads), format=RdfFormat.N_QUADS)
    with quads.open("rb") as file:
        store.bulk_load(BufferedReader(_Triples(file), _CHUNK), RdfFormat.N_TRIPLES)
    store.flush()


class _Triples(RawIOBase):
    """The triples of N-Quads lines: without their graphs."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._ahead = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._ahead:
            lines = self._file.readlines(_CHUNK)
            self._ahead = memoryview(b"".join([line[: line.rindex(b" <", 0, -3)] + b" .\n" for line in lines]))
        length = min(len(buffer), len(self._ahead))
        buffer[:length] = self._ahead[:length]
        self._ahead = self._ahead[length:]
        return length
