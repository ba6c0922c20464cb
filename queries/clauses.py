"""Finding clauses in the text of a query, before the engine sees it.

A clause is found wherever it stands, also inside a string or a comment, since telling those apart takes a second
parser that agrees with the engine's in every detail. So what is found may be no clause; what is not found is none.
"""

from __future__ import annotations

import re
from typing import Final

GAP: Final = r"(?>(?:\s++|\#[^\n\r]*+)*)"
"""White space and comments, as SPARQL 1.1 section 19.4 allows them between tokens."""

NAME: Final = r"(?:<[^<>]*+>|[?$][^\s{}]++|[^\s{}:]*+:[^\s{}]*+)"
"""An IRI, a variable or a prefixed name."""

_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
"""A code point escape (section 19.2); it may hide a keyword."""


def clause(text: str) -> re.Pattern[str]:
    """Return the pattern of a clause that begins with a keyword; a name or variable that ends in the word is none."""
    return re.compile(rf"(?<![:?$_]){text}", re.IGNORECASE)


def holds(sparql: str, wanted: re.Pattern[str]) -> bool:
    """Say whether a query holds a clause, plain or written with code point escapes."""
    return bool(wanted.search(sparql) or wanted.search(_ESCAPE.sub(_unescaped, sparql)))


def _unescaped(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number <= 0x10FFFF else escape[0]
