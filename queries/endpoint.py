"""A remote SPARQL endpoint that answers as an embedded store does (SPARQL 1.1 Protocol)."""

from __future__ import annotations

from http.client import HTTPException
from typing import TYPE_CHECKING, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Triple, parse, parse_query_results

from queries.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ACCEPT: Final = "application/sparql-results+json, application/n-triples;q=0.9"
_SHOWN: Final = 160
"""Characters of a server's complaint that are passed on."""


class Endpoint:
    """A SPARQL endpoint, whose default graph should be the union of its named graphs.

    It is asked only because somebody named its address: nothing else in this package opens a connection.
    """

    def __init__(self, address: str, *, timeout: float = 60) -> None:
        self.address = _checked(address)
        self._timeout = timeout
        """Seconds that the server may be silent."""

    def query(self, sparql: str, *, prefixes: Mapping[str, str]) -> QuerySolutions | QueryBoolean | Iterator[Triple]:
        """Return the answer as ``pyoxigraph.Store.query`` does.

        Raises SyntaxError if the server does not take the query, QueryError if there is no answer.
        """
        declared = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in prefixes.items())
        request = Request(self.address, data=(declared + sparql).encode(), headers=_HEADERS)  # noqa: S310
        kind, answer = self._answer(request)
        if kind == RdfFormat.N_TRIPLES.media_type:
            return (quad.triple for quad in parse(answer, RdfFormat.N_TRIPLES))
        try:
            return parse_query_results(answer, QueryResultsFormat.JSON)
        except SyntaxError as error:
            raise QueryError(
                f"{self.address} answers with no SPARQL results ({kind}): is it a query endpoint?"
            ) from error

    def _answer(self, request: Request) -> tuple[str, bytes]:
        """Return the media type and the body of the answer."""
        try:
            with urlopen(request, timeout=self._timeout) as response:  # noqa: S310  (http or https: see `is_address`)
                return response.headers.get_content_type(), response.read()
        except HTTPError as error:
            said = " ".join(error.read().decode("utf-8", "replace").split())[:_SHOWN]
            if error.code == 400:
                raise SyntaxError(said) from error
            raise QueryError(f"{self.address} answers with status {error.code}: {said or error.reason}") from error
        except (URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", error)
            raise QueryError(f"{self.address} does not answer: {reason}") from error


_HEADERS: Final = {"Content-Type": "application/sparql-query; charset=utf-8", "Accept": _ACCEPT}


def _checked(address: str) -> str:
    """Return an address; raises QueryError if it is none."""
    try:
        parts = urlsplit(address)
        if address.isascii() and parts.hostname and (parts.port is None or parts.port) and " " not in address:
            return address
    except ValueError:
        pass
    raise QueryError(f"{address!a} is no address of an endpoint: write it as https://data.example.org/sparql")


def is_address(path: str) -> bool:
    """Return whether a text is the address of an endpoint and no path."""
    return path.startswith(("http://", "https://"))
