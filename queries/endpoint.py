"""A remote SPARQL endpoint that answers as an embedded store does (SPARQL 1.1 Protocol)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from urllib.request import Request

from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, parse, parse_query_results

from ontology.nesting import json_too_deep, turtle_too_deep
from queries.errors import QueryError
from queries.request import Bounds, reply
from queries.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import QuerySolutions, Triple

    from queries.request import Reply
    from queries.rows import Terms

_ACCEPT: Final = "application/sparql-results+json, application/n-triples;q=0.9"
_HEADERS: Final = {"Content-Type": "application/sparql-query; charset=utf-8", "Accept": _ACCEPT}


class Endpoint:
    """A SPARQL endpoint, whose default graph should be the union of its named graphs.

    It is asked only because somebody named its address: nothing else in this package opens a connection.
    """

    def __init__(self, address: str, bounds: Bounds | None = None) -> None:
        self.address = _checked(address)
        self._bounds = bounds or Bounds()

    def query(self, sparql: str, *, prefixes: Mapping[str, str]) -> Rows | QueryBoolean | Iterator[Triple]:
        """Return the answer: rows, a truth value or triples.

        Raises SyntaxError if the server does not take the query, QueryError if there is no answer; when rows and
        triples are gone through also QueryError, if they are malformed.
        """
        declared = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in prefixes.items())
        answer = reply(Request(self.address, data=(declared + sparql).encode(), headers=_HEADERS), self._bounds)  # noqa: S310  (http or https: see `_checked`)
        triples = answer.kind == RdfFormat.N_TRIPLES.media_type
        if (turtle_too_deep if triples else json_too_deep)(answer.body):
            raise QueryError(f"{self.address} answers with something that nests deeper than any answer: it is not read")
        if triples:
            return self._triples(answer)
        try:
            results = parse_query_results(answer.body, QueryResultsFormat.JSON)
        except SyntaxError as error:
            raise self._no_results(answer) from error
        if isinstance(results, QueryBoolean):
            return results
        return Rows(tuple(variable.value for variable in results.variables), self._rows(results, answer))

    def _triples(self, answer: Reply) -> Iterator[Triple]:
        try:
            for quad in parse(answer.body, RdfFormat.N_TRIPLES):
                yield quad.triple
        except SyntaxError as error:
            raise self._no_results(answer) from error

    def _rows(self, solutions: QuerySolutions, answer: Reply) -> Iterator[Terms]:
        try:
            for solution in solutions:
                yield tuple(solution)
        except SyntaxError as error:
            del solutions  # an error keeps what its frames hold, and the engine's solutions may end in this thread only
            raise self._no_results(answer) from error

    def _no_results(self, answer: Reply) -> QueryError:
        return QueryError(
            f"{self.address} answers with no SPARQL results ({answer.kind[:80]}): is it a query endpoint?"
        )


def _checked(address: str) -> str:
    """Return an address; raises QueryError if it is none."""
    try:
        parts = urlsplit(address)
        known = is_address(address) and address.isascii() and " " not in address
        if known and parts.hostname and (parts.port is None or parts.port):
            return address
    except ValueError:
        pass
    raise QueryError(f"{address!a} is no address of an endpoint: write it as https://data.example.org/sparql")


def is_address(path: str) -> bool:
    """Return whether a text is the address of an endpoint and no path."""
    return path.startswith(("http://", "https://"))
