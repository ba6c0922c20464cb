"""No question leaves the machine: SERVICE is refused however it is written, and nothing else is."""

from __future__ import annotations

import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from queries import QueryError
from queries.offline import refuse_service
from queries.run import run

LETTERS = "SERVICE"


@pytest.fixture(scope="module")
def listener():
    """Return the address of a server on this machine and the list of connections that it got."""
    server = socket.create_server(("127.0.0.1", 0))
    connections: list[object] = []

    def accept() -> None:
        while True:
            try:
                connection, address = server.accept()
            except OSError:
                return
            connections.append(address)
            connection.close()

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/sparql", connections
    server.close()


@pytest.mark.parametrize(
    "template",
    [
        "SELECT * WHERE {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * WHERE {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * WHERE {{service<{0}>{{ ?s ?p ?o }} }}",
        "SELECT * WHERE {{ SERVICE # <\n <{0}> # {{\n {{ ?s ?p ?o }} }}",
        "SELECT * WHERE {{ ?s ?p 1 .SERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * WHERE {{ VALUES ?a {{ <{0}> }} SERVICE ?a {{ ?s ?p ?o }} }}",
        "SELECT * WHERE {{ VALUES ?a {{ <{0}> }} SERVICE$a{{ ?s ?p ?o }} }}",
        "PREFIX x: <{0}> SELECT * WHERE {{ SERVICE x: {{ ?s ?p ?o }} }}",
        "PREFIX : <{0}> SELECT * WHERE {{ SERVICE : {{ ?s ?p ?o }} }}",
        "PREFIX x: <{0}> SELECT * WHERE {{ SERVICE SILENT x:{{ ?s ?p ?o }} }}",
        "SELECT * WHERE {{ \\u0053ERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * WHERE {{ \\U00000073ervice \\u003C{0}> \\u007b ?s ?p ?o }} }}",
        "ASK {{ FILTER EXISTS {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }}",
        "SELECT * WHERE {{ {{ SELECT * {{ OPTIONAL {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }} }} }}",
        "SELECT * WHERE {{ FILTER(?a<?b) SERVICE <{0}> {{ ?s ?p ?o }} FILTER(?c>?d) }}",
        'SELECT * WHERE {{ BIND("\\u0022" AS ?x) SERVICE <{0}> {{ ?s ?p ?o }} BIND("" AS ?y) }}',
    ],
)
def test_a_query_that_asks_another_server_is_refused_before_any_request(template: str, listener) -> None:
    address, connections = listener
    with pytest.raises(QueryError, match="SERVICE"):
        run(Store(), template.format(address))
    assert connections == []


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT ?service ?p { ?service ?p ?o }",
        "SELECT * { GRAPH ?service { ?s ?p ?o } }",
        "SELECT * { ?s a <urn:Service> . { ?s ?p ?o } }",
        "PREFIX ex: <urn:> SELECT * { ?s a ex:Service . { ?s ?p ?o } }",
        "PREFIX ex: <urn:> SELECT * { ?s a ex:Service OPTIONAL { ?s ?p ?o } }",
        'SELECT * { ?s ?p "public service" }',
        "# about services: see { below }\nSELECT * { ?s ?p ?o }",
    ],
)
def test_the_word_elsewhere_is_no_clause(sparql: str) -> None:
    assert len(run(Store(), sparql)) == 0


@given(
    upper=st.lists(st.booleans(), min_size=7, max_size=7),
    escaped=st.lists(st.booleans(), min_size=7, max_size=7),
    gap=st.lists(st.sampled_from([" ", "\t", "\n", "\r", "# { \n", "#SILENT\n"]), max_size=4).map("".join),
    silent=st.sampled_from(["", "SILENT ", "silent\n#\n"]),
)
def test_no_spelling_of_the_keyword_gets_through(upper, escaped, gap, silent) -> None:
    keyword = "".join(
        f"\\u{ord(letter):04x}" if hide else letter
        for letter, hide in zip(
            (c if big else c.lower() for c, big in zip(LETTERS, upper, strict=True)), escaped, strict=True
        )
    )
    with pytest.raises(QueryError, match="SERVICE"):
        refuse_service(f"SELECT * {{ {keyword}{gap}{silent}<urn:a>{gap}{{ ?s ?p ?o }} }}")


def test_an_escape_beyond_unicode_is_left_to_the_parser() -> None:
    refuse_service('SELECT * { ?s ?p "\\UFFFFFFFF" }')


def test_checking_takes_linear_time_on_crafted_text() -> None:
    refuse_service("SERVICE " + "# " * 200_000)
    refuse_service("SERVICE " * 20_000)


def test_update_is_no_query() -> None:
    with pytest.raises(QueryError, match=r"not SPARQL 1\.1"):
        run(Store(), "LOAD <http://127.0.0.1:9/x>")
