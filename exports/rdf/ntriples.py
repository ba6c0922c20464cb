"""N-Triples: the union of the graphs, one statement a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from exports.rdf.order import predicate, rows_of_union

if TYPE_CHECKING:
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the union of the graphs as RDF 1.1 N-Triples."""
    file.writelines(
        b"%b %b %b .\n" % (subject, predicate(verb), value) for subject, verb, value in rows_of_union(graph)
    )
