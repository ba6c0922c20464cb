"""How deeply a text nests, found out before an engine reads it.

The engine reads JSON-LD, and drops triple terms (RDF 1.2), by calling itself for each level, and a few thousand levels
end the process without a word. So what somebody else wrote is measured first, by its brackets alone.
"""

from __future__ import annotations

import mmap
import re
from itertools import islice
from typing import IO, Final, NamedTuple

from pyoxigraph import RdfFormat

DEEPEST: Final = 64
"""So many levels may a text have: SPARQL's results in JSON take five, and two for each triple term in another."""


class _Brackets(NamedTuple):
    """How a syntax nests."""

    tokens: re.Pattern[bytes]
    """Its brackets, and all that may hold characters that look like one."""
    opening: frozenset[bytes]
    closing: frozenset[bytes]


_JSON: Final = _Brackets(
    re.compile(rb'"(?>(?:[^"\\]|\\.)*)"|[][{}]', re.DOTALL), frozenset({b"[", b"{"}), frozenset({b"]", b"}"})
)
_TURTLE: Final = _Brackets(
    re.compile(
        rb"""
          \#[^\n\r]*+                                  # comments
        | <[^<>\s]*+>                                  # IRIs
        | \"{3} (?> (?: [^"\\] | \\. | "(?!"") )* ) \"{3}   # literals of several lines
        | '{3}  (?> (?: [^'\\] | \\. | '(?!'') )* ) '{3}
        | " (?> (?: [^"\\\n\r] | \\. )* ) "                 # literals of one line
        | ' (?> (?: [^'\\\n\r] | \\. )* ) '
        | \\.                                          # in prefixed names: a character that is no sign
        | <<\( | \)>>
        """,
        re.VERBOSE | re.DOTALL,
    ),
    frozenset({b"<<("}),
    frozenset({b")>>"}),
)
"""Turtle and all that is written like it. Lists, blank nodes, formulas and reifiers take no call for each level."""
_TRIPLE_TERM: Final = re.compile(rb"<<\(")


def json_too_deep(text: bytes | mmap.mmap) -> bool:
    """Return whether a text in JSON nests deeper than an honest one; it may be malformed.

    >>> json_too_deep(b"[" * 64), json_too_deep(b"[" * 65)
    (False, True)
    """
    return _beyond(_JSON, text)


def turtle_too_deep(text: bytes | mmap.mmap) -> bool:
    """Return whether triple terms in Turtle, TriG, N3, N-Triples or N-Quads nest deeper than honest ones.

    >>> turtle_too_deep(b"<<(" * 64), turtle_too_deep(b"<<(" * 65)
    (False, True)
    """
    many = next(islice(_TRIPLE_TERM.finditer(text), DEEPEST, None), None)
    return many is not None and _beyond(_TURTLE, text)


def file_too_deep(file: IO[bytes], syntax: RdfFormat) -> bool:
    """Return whether a file of RDF nests deeper than an honest one. It is read from its start, and left there."""
    file.seek(0)
    if syntax == RdfFormat.RDF_XML:  # is read without a call for each level
        return False
    too_deep = json_too_deep if syntax == RdfFormat.JSON_LD else turtle_too_deep
    try:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
            return too_deep(text)
    except (OSError, ValueError):  # no file of the system, or an empty one
        return too_deep(file.read())
    finally:
        file.seek(0)


def _beyond(brackets: _Brackets, text: bytes | mmap.mmap) -> bool:
    depth = 0
    for match in brackets.tokens.finditer(text):
        token = match[0]
        if token in brackets.opening:
            depth += 1
            if depth > DEEPEST:
                return True
        elif token in brackets.closing:
            depth = max(0, depth - 1)
    return False
