"""The store of a big graph: an Oxigraph database that opens in milliseconds, whatever its size.

Its named graphs are those of the file of quads. Its default graph is their union, each triple once: what several
documents say is counted once by a query that names no graph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER: Final = "graph"
"""The folder of a built folder that holds it."""
WORTH: Final = 250_000
"""Quads from which on a graph has a store: a smaller one is loaded from its file in less than a second."""

_CHUNK: Final = 32 * 2**20
"""Bytes of quads that are loaded at a time: in one piece, memory would grow with the graph."""


def write_store(quads: Path, folder: Path) -> None:
    """Write the store of a file of quads, whose lines are N-Quads with a graph each, into a new folder."""
    store = Store(str(folder))
    for lines in _chunks(quads):
        store.bulk_load(b"".join(lines), RdfFormat.N_QUADS)
        store.bulk_load(b"".join(map(_triple, lines)), RdfFormat.N_TRIPLES)
    store.flush()


def _chunks(quads: Path) -> Iterator[list[bytes]]:
    with quads.open("rb") as file:
        while lines := file.readlines(_CHUNK):
            yield lines


def _triple(line: bytes) -> bytes:
    """Return a quad without its graph."""
    return line[: line.rindex(b" <", 0, -3)] + b" .\n"
