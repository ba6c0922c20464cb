"""TriG: every graph by its name, with the prefixes of the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from exports.rdf.order import DEFAULT_GRAPH, graphs
from exports.rdf.turtle_text import statements, term, with_prefixes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write every graph by its name as RDF 1.1 TriG."""
    file.writelines(with_prefixes(_text(graph)))


def _text(graph: GraphFile) -> Iterator[bytes]:
    for name, rows in graphs(graph):
        if name == DEFAULT_GRAPH:
            yield from statements(rows)
        else:
            yield term(name) + b" {\n"
            yield from statements(rows, b"\t")
            yield b"}\n"
