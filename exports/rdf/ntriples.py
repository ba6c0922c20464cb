"""N-Triples: the union of the graphs, one statement a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import RdfFormat, serialize

from exports.rdf.order import sorted_union

if TYPE_CHECKING:
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the union of the graphs as RDF 1.1 N-Triples."""
    serialize(sorted_union(graph), file, RdfFormat.N_TRIPLES)
