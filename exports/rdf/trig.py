"""TriG: every graph by its name, with the prefixes of the vocabulary."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, BinaryIO

from exports.rdf.order import DEFAULT_GRAPH, rows_by_graph
from exports.rdf.turtle_text import statements, term, with_prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.rdf.order import Row
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write every graph by its name as RDF 1.1 TriG."""
    file.writelines(with_prefixes(_text(rows_by_graph(graph))))


def _text(rows: Iterable[Row]) -> Iterator[bytes]:
    for name, group in groupby(rows, key=itemgetter(0)):
        inside = (row[1:] for row in group)
        if name == DEFAULT_GRAPH:
            yield from statements(inside)
        else:
            yield term(name) + b" {\n"
            yield from statements(inside, b"\t")
            yield b"}\n"
