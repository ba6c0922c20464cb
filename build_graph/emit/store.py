"""The store of a big graph: an Oxigraph database that opens in milliseconds, whatever its size.

Its named graphs are those of the file of quads. Its default graph is their union, each triple once: what several
documents say is counted once by a query that names no graph. It is loaded in parts, so that the memory it takes is
that of a part.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FOLDER: Final = "graph"
"""The folder of a built folder that holds it."""
WORTH: Final = 250_000
"""Quads from which on a graph has a store: a smaller one is loaded from its file in less than a second."""

_PART: Final = 100_000
"""Lines that are loaded at once."""


def write_store(quads: Sequence[Path], folder: Path) -> None:
    """Write the store of a file of quads, whose lines are N-Quads with a graph each, into a new folder.

    The lines are not checked again: they have passed validation, which reads them.
    """
    store = Store(str(folder))
    for part in _parts(quads):
        store.bulk_load(b"".join(part), RdfFormat.N_QUADS, lenient=True)
    for part in _parts(quads):
        store.bulk_load(b"".join(map(_triple, part)), RdfFormat.N_TRIPLES, lenient=True)
    store.flush()


def _parts(quads: Sequence[Path]) -> Iterator[list[bytes]]:
    for path in quads:
        with path.open("rb") as file:
            while part := list(islice(file, _PART)):
                yield part


def _triple(line: bytes) -> bytes:
    """Return the line of a quad without its graph."""
    return line[: line.rindex(b" <", 0, -3)] + b" .\n"


def renewed_store(earlier: Path, folder: Path, gone: Iterable[bytes], new: Iterable[bytes]) -> None:
    raise NotImplementedError
