"""Turtle: the union of the graphs, with the prefixes of the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import RdfFormat, serialize

from exports.rdf.order import sorted_union
from ontology import PREFIXES

if TYPE_CHECKING:
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the union of the graphs as RDF 1.1 Turtle."""
    serialize(sorted_union(graph), file, RdfFormat.TURTLE, prefixes=dict(PREFIXES))
