"""RDF/XML: the union of the graphs, for tools that read nothing newer."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, cast

from pyoxigraph import Literal, RdfFormat, serialize

from exports.errors import ExportError
from exports.networks.xml_text import NOT_IN_XML
from exports.rdf.order import sorted_union
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Triple

    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the union of the graphs as RDF 1.1 XML; raises ExportError for a text that XML cannot hold."""
    serialize(
        _checked(sorted_union(graph)), cast("BinaryIO", _Escaping(file)), RdfFormat.RDF_XML, prefixes=dict(PREFIXES)
    )


class _Escaping:
    """A file in which carriage returns are references: a reader takes others for line feeds (XML 1.0, section 2.11)."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, written: bytes) -> int:
        self._file.write(written.replace(b"\r", b"&#xD;"))
        return len(written)

    def flush(self) -> None:
        self._file.flush()


def _checked(triples: Iterable[Triple]) -> Iterator[Triple]:
    for triple in triples:
        found = NOT_IN_XML.search(triple.object.value) if isinstance(triple.object, Literal) else None
        if found:
            raise ExportError(
                f"a text of {triple.subject} has the character U+{ord(found[0]):04X}, which XML cannot hold: "
                f"choose turtle or nquads"
            )
        yield triple
