"""A remote endpoint answers as a store does; what it cannot do is told in one line."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reformgraph
from queries import QueryError
from queries.endpoint import Endpoint
from queries.run import run, select
from queries.store import GraphFile
from reformgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Asked


def test_select_ask_and_construct_are_answered_as_by_a_store(pilots: Asked) -> None:
    for sparql in (
        "SELECT DISTINCT ?n { ?p a rg:Program ; rg:statedName ?n } ORDER BY ?n",
        "ASK { ?p a rg:Program }",
        "ASK { ?p a rg:Horse }",
        "CONSTRUCT { ?p a rg:Program } WHERE { ?p a rg:Program }",
    ):
        assert run(pilots.endpoint, sparql) == run(pilots.store, sparql)


def test_a_graph_is_opened_by_the_address_of_its_endpoint(pilots: Asked) -> None:
    graph = reformgraph.Graph.open(pilots.endpoint.address)
    table = graph.ask("provinces-with-county-and-city-pilots")
    assert [row["province"] for row in table] == ["江苏省", "浙江省"]
    assert graph.footnotes(table).passages
    assert repr(graph) == f"Graph.open({pilots.endpoint.address!r})"
    with pytest.raises(UsageError, match="is an endpoint: download its data as a file and open that"):
        graph.export("turtle", "x.ttl")


def test_malformed_sparql_is_told_in_one_line(pilots: Asked) -> None:
    with pytest.raises(QueryError, match=r"the query is not SPARQL 1\.1") as caught:
        run(pilots.endpoint, "SELECT ?x {")
    assert "\n" not in str(caught.value)


def test_a_query_that_would_leave_for_a_third_server_is_refused_before_it_is_sent() -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        run(Endpoint("http://127.0.0.1:9/query"), "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(QueryError, match=r"http://127\.0\.0\.1:9/query does not answer: "):
        select(Endpoint("http://127.0.0.1:9/query"), "SELECT * { ?s ?p ?o }")


@pytest.mark.parametrize(
    "address", ["http://[x", "http://", "https://数据.example/sparql", "http://a b/", "http://a:x/"]
)
def test_what_is_no_address_is_told_before_anything_is_sent(address: str) -> None:
    with pytest.raises(
        QueryError, match=r"is no address of an endpoint: write it as https://data\.example\.org/sparql"
    ):
        Endpoint(address)


def test_an_address_where_a_file_is_needed_is_told() -> None:
    with pytest.raises(QueryError, match="a file or a folder is asked for here, and no address"):
        GraphFile.at(Path("https://data.example.org/sparql"))


@contextmanager
def server(status: int, kind: str, body: str) -> Iterator[str]:
    """A server that gives one answer to everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{http.server_port}/query"
        finally:
            http.shutdown()


@pytest.mark.parametrize(
    ("status", "kind", "body", "complaint"),
    [
        (503, "text/plain", "too\nbusy", "answers with status 503: too busy"),
        (500, "text/plain", "", "answers with status 500: Internal Server Error"),
        (200, "text/html", "<p>Welcome</p>", r"answers with no SPARQL results \(text/html\): is it a query endpoint"),
        (200, "application/json", "{", "answers with no SPARQL results"),
    ],
)
def test_an_answer_that_is_none_is_told_with_the_address(status, kind, body, complaint) -> None:
    with server(status, kind, body) as address, pytest.raises(QueryError, match=complaint) as caught:
        select(Endpoint(address), "SELECT * { ?s ?p ?o }")
    assert address in str(caught.value)
    assert "\n" not in str(caught.value)
