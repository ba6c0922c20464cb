"""RDF terms in N-Quads syntax."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ontology import LIST, PREFIXES, RG

if TYPE_CHECKING:
    from collections.abc import Iterator

XSD = PREFIXES["xsd"]
A = f"<{PREFIXES['rdf']}type>"

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f]')
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}

Statement = tuple[str, str, str]
"""Subject, predicate and object, each in N-Quads syntax."""


@cache
def rg(name: str) -> str:
    """Return a term of our own vocabulary."""
    return f"<{RG}{name}>"


@cache
def term(prefixed: str) -> str:
    """Return a term of the prefix table.

    >>> term("skos:prefLabel")
    '<http://www.w3.org/2004/02/skos/core#prefLabel>'
    """
    prefix, name = prefixed.split(":", 1)
    return f"<{PREFIXES[prefix]}{name}>"


@cache
def concept(scheme: str, name: str) -> str:
    """Return a concept of one of the controlled lists."""
    return f"<{LIST}{scheme}/{name}>"


def string(value: str) -> str:
    """Return a plain string."""
    escaped = _TO_ESCAPE.sub(lambda m: _ESCAPES.get(m[0], f"\\u{ord(m[0]):04X}"), value)
    return f'"{escaped}"'


def chinese(value: str) -> str:
    """Return a text in simplified Chinese."""
    return f"{string(value)}@zh-hans"


def typed(value: str, datatype: str) -> str:
    """Return a literal of an XML Schema datatype."""
    return f"{string(value)}^^<{XSD}{datatype}>"


def integer(value: int) -> str:
    """Return an xsd:integer."""
    return typed(str(value), "integer")


def boolean(value: bool) -> str:
    """Return an xsd:boolean."""
    return typed("true" if value else "false", "boolean")


def decimal(value: float) -> str:
    """Return an xsd:decimal without an exponent, in its shortest form.

    >>> decimal(30), decimal(12.5)
    ('"30"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"12.5"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    return typed(f"{value:.6f}".rstrip("0").rstrip("."), "decimal")


def date(value: str) -> str:
    """Return a date typed by the precision stated: a year, a month or a day."""
    return typed(value, _DATE_TYPES[len(value)])


def sorted_lines(statements: Iterator[Statement], graph: str) -> list[str]:
    """Return the statements of one named graph as sorted N-Quads lines without repetition."""
    return sorted({f"{s} {p} {o} {graph} .\n" for s, p, o in statements})
