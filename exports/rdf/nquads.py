"""N-Quads: every statement with its graph, one a line, so that two releases compare line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from exports.rdf.order import DEFAULT_GRAPH, graphs, predicate

if TYPE_CHECKING:
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write every graph as RDF 1.1 N-Quads."""
    for name, rows in graphs(graph):
        end = b" .\n" if name == DEFAULT_GRAPH else b" %b .\n" % name
        file.writelines(b"%b %b %b%b" % (subject, predicate(verb), value, end) for subject, verb, value in rows)
