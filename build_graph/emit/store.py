"""The store of a big graph: an Oxigraph database that opens in milliseconds, whatever its size.

Its named graphs are those of the files of quads. Its default graph is their union, each triple once: what several
documents say is counted once by a query that names no graph. It is loaded in parts, so that the memory it takes is
that of a part. :mod:`build_graph.emit.store_changes` makes the store of a changed graph from an earlier one.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, Store

from build_graph.work.heap import give_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from threading import Event

FOLDER: Final = "graph"
"""The folder of a built folder that holds it."""
WORTH: Final = 250_000
"""Quads from which on a graph has a store: a smaller one is loaded from its file in less than a second."""

_PART: Final = 130_000
"""Lines that are loaded at once. What parts leave behind is merged in the background; fewer, larger ones would save
little of that and take more memory."""
_FEW: Final = 4
"""Parts after which what they have left in memory is given back: half of what is held then."""
_MANY: Final = 30
"""Parts from which on merging lags so far behind that it would eat the time of who changes the store next."""


def write_store(quads: Sequence[Path], folder: Path, given_up: Event | None = None) -> None:
    """Write the store of files of quads, whose lines are N-Quads with a graph each, into a new folder.

    The lines are not checked again: they have passed validation, which reads them.

    Args:
        quads: the files.
        folder: the folder.
        given_up: set by another thread that does not want the store any more; half a store is left then.
    """
    store = Store(str(folder))
    parts = 0
    for text, syntax in chain(
        ((part, RdfFormat.N_QUADS) for part in _parts(_lines(quads))),
        ((part, RdfFormat.N_TRIPLES) for part in _parts(map(_triple, _lines(quads)))),
    ):
        if given_up and given_up.is_set():
            return
        store.bulk_load(text, syntax, lenient=True)
        parts += 1
        if parts % _FEW == 0:
            give_back()
    if parts >= _MANY:
        store.optimize()
    store.flush()


def _lines(files: Sequence[Path]) -> Iterator[bytes]:
    for each in files:
        with each.open("rb") as file:
            yield from file


def _parts(lines: Iterator[bytes]) -> Iterator[bytes]:
    while part := b"".join(islice(lines, _PART)):
        yield part


def _triple(line: bytes) -> bytes:
    """Return the line of a quad without its graph."""
    return line[: line.rindex(b" <", 0, -3)] + b" .\n"
