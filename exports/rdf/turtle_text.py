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
_HEAD: Final = 32
"""Bytes of a term that mostly tell that it is none of these."""
_LITERAL: Final = b'"'
_END: Final = b">"
"""How IRIs end, triple terms, and literals with a datatype."""


def with_prefixes(text: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a text with the prefixes of the vocabulary before it; nothing if there is none."""
    for first in text:
        yield _written(b"<urn:o>")[0]
        yield first
        yield from text


def statements(rows: Iterable[Row], indent: bytes = b"") -> Iterator[bytes]:
    """Yield the text about each subject of rows that are in order, with ``indent`` before it."""
    first, further = _Verbs(b" "), _Verbs(b" ;\n\t" + indent)
    parts: list[bytes] = []
    subject, verb = b"", b""
    for about, key, value in rows:
        if about != subject:
            if parts:
                parts.append(b" .\n")
                yield b"".join(parts)
            parts = [indent, term(about), first[key], term(value)]
            subject, verb = about, key
        elif key != verb:
            parts.append(further[key] + term(value))
            verb = key
        else:
            parts.append(b" , " + term(value))
    if parts:
        parts.append(b" .\n")
        yield b"".join(parts)


class _Verbs(dict[bytes, bytes]):
    """Predicates as Turtle writes them, with what stands before them and a space behind."""

    def __init__(self, before: bytes) -> None:
        super().__init__()
        self._before = before

    def __missing__(self, key: bytes) -> bytes:
        self[key] = b"%b%b " % (self._before, term(predicate(key)) if key else b"a")
        return self[key]


def term(text: bytes) -> bytes:
    """Return a term of N-Quads, but no predicate, as Turtle writes it.

    >>> term(b"<https://w3id.org/reformgraph/ontology#Goal>")
    b'rg:Goal'
    """
    if text[-1:] != _END:
        return text
    is_short = text[:1] == _LITERAL or (_may_be_short(text[:_HEAD]) and text.startswith(_SHORTER))
    return _short(text) if is_short else text


@lru_cache(_REMEMBERED)
def _may_be_short(head: bytes) -> bool:
    """Return whether a term that begins so, or is so, may begin as those do that are written otherwise.

    The terms of a graph begin in few ways, and each is looked at once.
    """
    return any(head.startswith(beginning[: len(head)]) for beginning in _SHORTER)


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
