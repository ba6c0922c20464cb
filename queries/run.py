"""Putting SPARQL to a graph, a store or an endpoint."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pyoxigraph import QueryBoolean, QuerySolutions, Triple

from ontology import PREFIXES
from queries.errors import QueryError
from queries.offline import refuse_service
from queries.rows import Rows
from queries.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

    from queries.endpoint import Endpoint
    from queries.store import GraphFile

    Source = Store | GraphFile | Endpoint


class Triples(tuple[Triple, ...]):
    """What CONSTRUCT and DESCRIBE give: triples, sorted. A notebook shows them as a table."""

    __slots__ = ()

    @property
    def table(self) -> Table:
        """The triples as a table."""
        return Table(("subject", "predicate", "object"), tuple(tuple(triple) for triple in self))

    def __repr__(self) -> str:
        return f"<Triples: {len(self)}>"

    def _repr_html_(self) -> str:
        """Return the triples as HTML, for notebooks."""
        return self.table._repr_html_()


Answer = Table | bool | Triples
"""What SELECT, ASK, and CONSTRUCT or DESCRIBE give."""


Streamed = Rows | bool | Triples
"""The same, SELECT's row by row."""


def run(source: Source, sparql: str) -> Answer:
    """Return the answer to a SPARQL 1.1 query; raises QueryError as ``streamed`` does."""
    answer = streamed(source, sparql)
    if not isinstance(answer, Rows):
        return answer
    with _garbage_left():
        return Table(answer.columns, tuple(answer.terms))


def streamed(source: Source, sparql: str) -> Streamed:
    """Return the answer to a SPARQL 1.1 query, rows as the engine finds them; the triples of a graph come sorted.

    The prefixes of the ontology room are known even where the query does not declare them. Raises
    QueryError for a query that is malformed or would leave this machine.
    """
    refuse_service(sparql)
    try:
        results = source.query(sparql, prefixes=dict(PREFIXES))
        if isinstance(results, Rows):
            return results
        if isinstance(results, QueryBoolean):
            return bool(results)
        if isinstance(results, QuerySolutions):
            columns = tuple(variable.value for variable in results.variables)
            return Rows(columns, map(tuple, results))
        return Triples(sorted(results, key=str))
    except SyntaxError as error:
        raise QueryError(f"the query is not SPARQL 1.1: {_shortened(str(error))}") from error


def select(source: Source, sparql: str) -> Table:
    """Return the table that a SELECT query gives; raises QueryError also for a query of another form."""
    answer = run(source, sparql)
    if isinstance(answer, Table):
        return answer
    raise QueryError("a SELECT query is asked for here: ASK, CONSTRUCT and DESCRIBE give no table")


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Keep Python from looking for cycles: an answer is many small objects without any, and each search sees all."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _shortened(message: str) -> str:
    """Return an engine's message as one line; its lists of everything that might have stood there are cut."""
    line = " ".join(message.split())
    return line if len(line) <= 160 else line[:160].rsplit(", ", 1)[0] + " …"
