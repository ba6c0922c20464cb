"""N-Quads: every statement with its graph, one a line, so that two releases compare line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import RdfFormat, serialize

from exports.rdf.order import sorted_quads

if TYPE_CHECKING:
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write every graph as RDF 1.1 N-Quads."""
    serialize(sorted_quads(graph), file, RdfFormat.N_QUADS)
