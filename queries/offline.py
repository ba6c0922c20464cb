"""Keeping questions off the network.

The engine evaluates ``SERVICE`` by an HTTP request to whatever address the query names. A question is put
to the graph at hand and to nothing else, so a query with a SERVICE clause is refused before the engine sees
it. (``LOAD`` is an update; the engine's query function knows no updates.)
"""

from __future__ import annotations

from typing import Final

from queries.clauses import GAP, NAME, clause, holds
from queries.errors import QueryError

_SERVICE: Final = clause(rf"SERVICE{GAP}(?>(?:SILENT{GAP})?){NAME}{GAP}\{{")
"""``SERVICE`` ``SILENT``? VarOrIri GroupGraphPattern (rule 59)."""


def refuse_service(sparql: str) -> None:
    """Raise QueryError if the query holds a SERVICE clause, plain or written with code point escapes."""
    if holds(sparql, _SERVICE):
        raise QueryError("the query asks another server (SERVICE), which is switched off: bring its data as a file")
