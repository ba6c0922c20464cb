"""RDF Patch: the statements to delete from one graph and to add to it so that it becomes another.

The format is that of https://afs.github.io/rdf-delta/rdf-patch.html; Apache Jena and rdflib apply it. Deletions come
first, each sorted, with the names of the graphs. Prefixes are left alone: they belong to files, not to graphs.
The header's ``id`` is a UUID of version 5 (RFC 9562) of the rows, so the same two graphs give the same patch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final
from uuid import UUID, uuid5

from pyoxigraph import BlankNode

from exports.errors import ExportError

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from queries.store import GraphFile

_NAMESPACE: Final = UUID("6b1cbb3f-0a3b-5c0e-8a55-6a4e2d4b7f10")
"""Namespace of the identifiers of patches."""


def write(old: GraphFile, new: GraphFile, file: BinaryIO) -> None:
    """Write the patch that makes the old graph the new one; for equal graphs it has a header and no rows.

    Statements are compared as they are written: ``"7"`` and ``"07"`` differ. Raises ExportError for a graph with
    blank nodes, which no patch can name, and QueryError for a graph that cannot be read.
    """
    rows = _rows(old, new)
    head = f"H id <uuid:{uuid5(_NAMESPACE, ''.join(rows))}> .\n"
    file.write(f"{head}TX .\n".encode())
    file.writelines(row.encode() for row in rows)
    file.write(b"TC .\n")


def _rows(old: GraphFile, new: GraphFile) -> list[str]:
    before = {_statement(quad, old) for quad in old.statements()}
    gone = set(before)
    come: set[str] = set()
    for quad in new.statements():
        statement = _statement(quad, new)
        if statement in before:
            gone.discard(statement)
        else:
            come.add(statement)
    deleted = [f"D {statement} .\n" for statement in sorted(gone)]
    return deleted + [f"A {statement} .\n" for statement in sorted(come)]


def _statement(quad: Quad, graph: GraphFile) -> str:
    """Return a statement as N-Quads write it, without the dot at its end."""
    if any(isinstance(term, BlankNode) for term in (quad.subject, quad.object, quad.graph_name)):
        raise ExportError(f"{graph.file} has blank nodes, which no patch can name: give them IRIs")
    return str(quad)
