"""JSON-LD: every graph by its name, compact with the vocabulary's own context, one thing a line.

Written as a stream and not by compacting expanded JSON-LD (section 5.6 of the JSON-LD 1.1 algorithms):
rdflib's serializer gives other bytes with every hash seed. The result is valid JSON-LD 1.1 that expands to
the same statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from exports.rdf.jsonld_context import shipped_context
from exports.rdf.jsonld_values import Properties, dumped, node
from exports.rdf.order import DEFAULT_GRAPH, graphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.rdf.order import Row
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write every graph by its name as JSON-LD 1.1, with the context inside."""
    context = shipped_context()
    properties = Properties(context)
    head = dumped(context.document, indent=2).replace(b"\n", b"\n  ")
    file.write(b'{\n  "@context": %b,\n  "@graph": [' % head)
    file.writelines(_text(graph, properties))
    file.write(b"\n  ]\n}\n")


def _text(graph: GraphFile, properties: Properties) -> Iterator[bytes]:
    """Yield what stands in the file's graph: the things of the default graph, and each named graph."""
    before = b"\n"
    for name, rows in graphs(graph):
        things = things_of(rows, properties)
        if name == DEFAULT_GRAPH:
            yield from _listed(things, b"    ", before)
        else:
            yield b'%b    {"@id": "%b", "@graph": [' % (before, node(name))
            yield from _listed(things, b"      ", b"\n")
            yield b"\n    ]}"
        before = b",\n"


def _listed(things: Iterator[bytes], indent: bytes, before: bytes) -> Iterator[bytes]:
    """Yield things one a line, with ``before`` before the first one and commas between them."""
    for thing in things:
        yield b"%b%b%b" % (before, indent, thing)
        before = b",\n"


def things_of(rows: Iterable[Row], properties: Properties) -> Iterator[bytes]:
    """Yield each subject of a union's rows, which are in order, as a compact JSON-LD object.

    Raises ExportError for what JSON-LD cannot say.
    """
    parts: list[bytes] = []
    subject, verb, values = b"", b"", list[bytes]()
    for about, key, value in rows:
        if about != subject:
            if values:
                parts.append(properties[verb].text(values))
                yield b"{%b}" % b", ".join(parts)
            parts = [b'"@id": "%b"' % node(about)]
            subject, verb, values = about, key, [value]
        elif key == verb:
            values.append(value)
        else:
            parts.append(properties[verb].text(values))
            verb, values = key, [value]
    if values:
        yield b"{%b}" % b", ".join([*parts, properties[verb].text(values)])
