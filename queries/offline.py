"""Keeping questions off the network.

The engine evaluates ``SERVICE`` by an HTTP request to whatever address the query names. A question is put
to the graph at hand and to nothing else, so a query with a SERVICE clause is refused before the engine sees
it. (``LOAD`` is an update; the engine's query function knows no updates.)
"""

from __future__ import annotations

import re
from typing import Final

from queries.errors import QueryError

_GAP: Final = r"(?:\s++|\#[^\n\r]*+)*+"
"""White space and comments, as SPARQL 1.1 section 19.4 allows them between tokens."""

_SERVICE_CLAUSE: Final = re.compile(
    rf"(?<![:?$])SERVICE{_GAP}(?:SILENT{_GAP})?+(?:<[^<>]*+>|[?$][^\s{{}}]++|[^\s{{}}:]*+:[^\s{{}}]*+){_GAP}\{{",
    re.IGNORECASE,
)
"""``SERVICE`` ``SILENT``? VarOrIri GroupGraphPattern (rule 59), wherever it stands: also inside a string or a
comment, since telling those apart takes a second parser that agrees with the engine's in every detail."""

_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
"""A code point escape (section 19.2); it may hide a keyword."""


def refuse_service(sparql: str) -> None:
    """Raise QueryError if the query holds a SERVICE clause, plain or written with code point escapes."""
    if _SERVICE_CLAUSE.search(sparql) or _SERVICE_CLAUSE.search(_ESCAPE.sub(_unescaped, sparql)):
        raise QueryError("the query asks another server (SERVICE), which is switched off: bring its data as a file")


def _unescaped(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number <= 0x10FFFF else escape[0]
