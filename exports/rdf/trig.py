"""TriG: every graph by its name, with the prefixes of the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import RdfFormat, serialize

from exports.rdf.order import sorted_quads
from ontology import PREFIXES

if TYPE_CHECKING:
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write every graph by its name as RDF 1.1 TriG."""
    serialize(sorted_quads(graph), file, RdfFormat.TRIG, prefixes=dict(PREFIXES))
