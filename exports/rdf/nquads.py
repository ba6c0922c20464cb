"""N-Quads: every statement with its graph, one a line, so that two releases compare line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from exports.rdf.order import DEFAULT_GRAPH, predicate, rows_by_graph

if TYPE_CHECKING:
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write every graph as RDF 1.1 N-Quads."""
    file.writelines(
        b"%b %b %b%b .\n" % (subject, predicate(verb), value, b"" if name == DEFAULT_GRAPH else b" " + name)
        for name, subject, verb, value in rows_by_graph(graph)
    )
