"""The text of Turtle and TriG, from rows that are in order.

It is what pyoxigraph's serializer writes, byte for byte; making its objects takes three times as long as writing them.
Only the layout is done here. A term that may be written shorter than in N-Quads is given to pyoxigraph.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, parse, serialize

from exports.rdf.order import predicate
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.rdf.order import Row

_REMEMBERED: Final = 1 << 16
"""So many short forms are kept: classes, concepts and small numbers come again and again."""
_BEFORE: Final = b"<urn:s> <urn:p> "
_SHORTER: Final = (b"<<", *(f"<{space}".encode() for space in PREFIXES.values()))
"""How terms begin that pyoxigraph writes otherwise than N-Quads do, beside literals with a datatype."""
_LITERAL: Final = b'"'
_DATATYPE_END: Final = b">"


def with_prefixes(text: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a text with the prefixes of the vocabulary before it; nothing if there is none."""
    for first in text:
        yield _written(b"<urn:o>")[0]
        yield first
        yield from text


def statements(rows: Iterable[Row], indent: bytes = b"") -> Iterator[bytes]:
    """Yield the text of statements, given as subject, predicate and object, with ``indent`` before each subject."""
    verbs = _Verbs()
    subject: bytes | None = None
    verb = b""
    for about, key, value in rows:
        if about != subject:
            if subject:
                yield b" .\n"
            subject, verb = about, key
            yield b"%b%b %b %b" % (indent, term(about), verbs[key], term(value))
        elif key != verb:
            verb = key
            yield b" ;\n\t%b%b %b" % (indent, verbs[key], term(value))
        else:
            yield b" , " + term(value)
    if subject:
        yield b" .\n"


class _Verbs(dict[bytes, bytes]):
    """Predicates as Turtle writes them."""

    def __missing__(self, key: bytes) -> bytes:
        self[key] = term(predicate(key)) if key else b"a"
        return self[key]


def term(text: bytes) -> bytes:
    """Return a term of N-Quads, but no predicate, as Turtle writes it.

    >>> term(b"<https://w3id.org/reformgraph/ontology#Goal>")
    b'rg:Goal'
    """
    typed = text.startswith(_LITERAL) and text.endswith(_DATATYPE_END)
    return _short(text) if typed or text.startswith(_SHORTER) else text


@lru_cache(_REMEMBERED)
def _short(text: bytes) -> bytes:
    return _written(text)[1]


def _written(text: bytes) -> tuple[bytes, bytes]:
    """Return the prefixes and a term, as pyoxigraph writes them."""
    turtle = BytesIO()
    triples = (quad.triple for quad in parse(b"%b%b ." % (_BEFORE, text), format=RdfFormat.N_TRIPLES))
    serialize(triples, turtle, RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    head, _, short = turtle.getvalue().partition(_BEFORE)
    return head, short.removesuffix(b" .\n")
