"""Turtle: the union of the graphs, with the prefixes of the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from exports.rdf.order import rows_of_union
from exports.rdf.turtle_text import statements, with_prefixes

if TYPE_CHECKING:
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the union of the graphs as RDF 1.1 Turtle."""
    file.writelines(with_prefixes(statements(rows_of_union(graph))))
