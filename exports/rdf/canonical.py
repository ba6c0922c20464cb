"""The statements of a graph as the texts of their terms, in the canonical form of N-Quads.

(RDF 1.2 N-Quads, section 4: one space between terms, only the escapes that are needed.) Equal terms have equal
texts, so whatever comes after works on bytes. Lines that are canonical as they stand, as those of a build are, are
only taken apart, which takes half the time of parsing them. Everything else is parsed.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, RdfFormat, Triple, parse

from ontology import PREFIXES
from queries.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from queries.store import GraphFile
    from queries.terms import Term

Terms = tuple[bytes, bytes, bytes, bytes]
"""Subject, predicate, object and graph of a statement as N-Quads write them; the default graph is empty."""

_LINES: Final = frozenset({".nq", ".nt"})
"""Suffixes of files with one statement a line."""
_BLOCK: Final = 1 << 20
"""Bytes of such a file that are read at once."""
_BATCH: Final = 1 << 13
"""Statements of other files that are read at once."""

# What is certainly canonical and well-formed; much of what does not match is, too, and is parsed for being sure.
_CHARACTERS: Final = rb"[!$&'()*+,;=:@/A-Za-z0-9._~\x80-\xbf\xc3-\xed-]*+"
_ENCODED: Final = rb"%b(?>(?:%%[0-9A-Fa-f]{2}%b)*)" % (_CHARACTERS, _CHARACTERS)
_IRI: Final = rb"<https?://[A-Za-z0-9.-]++(?>(?:/%b)?)(?>(?:#%b)?)>" % (_ENCODED, _ENCODED)
_PLAIN: Final = rb'[^"\\\x00-\x1f\x7f]*+'
_STRING: Final = rb'"%b(?>(?:\\[\\tnrbf"]%b)*)"' % (_PLAIN, _PLAIN)
_LANGUAGE: Final = rb"@[a-z]{2,3}+(?>(?:-[a-z]{4})?)(?>(?:-[a-z]{2})?)"
_DATATYPE: Final = rb"\^\^(?!<%bstring>)%b" % (re.escape(PREFIXES["xsd"].encode()), _IRI)
_OBJECT: Final = rb"%b|%b(?>(?:%b|%b)?)" % (_IRI, _STRING, _LANGUAGE, _DATATYPE)
_CANONICAL: Final = re.compile(rb"(?m)^(%b) (%b) (%b)(?>(?: (%b))?) \.$" % (_IRI, _IRI, _OBJECT, _IRI))


def statements(graph: GraphFile) -> Iterator[list[Terms]]:
    """Yield the statements of a graph in the order of its file, some thousands at a time.

    Raises QueryError for a graph that cannot be read.
    """
    if graph.file.suffix.lower() in _LINES:
        for block in _blocks(graph):
            yield taken_apart(block) or _parsed(block, graph)
    else:
        quads = graph.statements()
        while batch := [_terms(quad) for quad in islice(quads, _BATCH)]:
            yield batch


def _blocks(graph: GraphFile) -> Iterator[bytes]:
    """Yield the bytes of a file of lines, or of its parts, cut behind lines."""
    for name, part in graph.parts():
        try:
            with part.open("rb") as file:
                while block := file.read(_BLOCK):
                    yield block + file.readline()
        except OSError as error:
            raise QueryError(f"{name} cannot be read: {error.strerror or error}") from error


def taken_apart(lines: bytes) -> list[Terms]:
    r"""Return the terms of lines, all of which are canonical N-Quads; an empty list if one may not be.

    >>> taken_apart(b'<http://a.cn/s> <http://a.cn/p> "o" .\n')
    [(b'<http://a.cn/s>', b'<http://a.cn/p>', b'"o"', b'')]
    """
    try:
        lines.decode()
    except UnicodeDecodeError:
        return []
    found: list[Terms] = _CANONICAL.findall(lines)
    return found if len(found) == lines.count(b"\n") else []


def _parsed(lines: bytes, graph: GraphFile) -> list[Terms]:
    try:
        return [_terms(quad) for quad in parse(lines, format=RdfFormat.N_QUADS)]
    except SyntaxError:
        for _ in graph.statements():  # tells the line of the file, and not that of the block
            pass
        raise


def _terms(quad: Quad) -> Terms:
    name = b"" if isinstance(quad.graph_name, DefaultGraph) else written(quad.graph_name)
    return written(quad.subject), written(quad.predicate), written(quad.object), name


def written(term: Term) -> bytes:
    """Return a term as canonical N-Quads write it."""
    return (f"<<( {term} )>>" if isinstance(term, Triple) else str(term)).encode()
