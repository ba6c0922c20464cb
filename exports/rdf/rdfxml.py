"""RDF/XML: the union of the graphs, for tools that read nothing newer."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import Literal, RdfFormat, serialize

from exports.errors import ExportError
from exports.networks.xml_text import NOT_IN_XML
from exports.rdf.order import sorted_union
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple

    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the union of the graphs as RDF 1.1 XML; raises ExportError for a text that XML cannot hold."""
    triples = sorted_union(graph)
    _check(triples)
    written = BytesIO()
    serialize(triples, written, RdfFormat.RDF_XML, prefixes=dict(PREFIXES))
    # a reader of XML takes a carriage return for a line feed unless it is a reference (XML 1.0, section 2.11)
    file.write(written.getvalue().replace(b"\r", b"&#xD;"))


def _check(triples: Iterable[Triple]) -> None:
    for triple in triples:
        found = NOT_IN_XML.search(triple.object.value) if isinstance(triple.object, Literal) else None
        if found:
            raise ExportError(
                f"a text of {triple.subject} has the character U+{ord(found[0]):04X}, which XML cannot hold: "
                f"choose turtle or nquads"
            )
