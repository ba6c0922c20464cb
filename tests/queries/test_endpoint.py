"""A remote endpoint answers as a store does; what it cannot do is told in one line."""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

import reformgraph
from queries import QueryError
from queries.endpoint import Endpoint
from queries.request import Bounds
from queries.run import run, select
from queries.store import GraphFile
from reformgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Asked

RESULTS = "application/sparql-results+json"


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


class Server(ThreadingHTTPServer):
    """A server that ends with its test, whatever it is just doing."""

    daemon_threads = True
    block_on_close = False


@contextmanager
def serving(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """A server that does one thing, whatever it is asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            with suppress(ConnectionError):  # who has asked may have gone
                answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with Server(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{http.server_port}/query"
        finally:
            http.shutdown()


@contextmanager
def server(status: int, kind: str, body: str | bytes, **headers: str) -> Iterator[str]:
    """A server that gives one answer to everything."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        begin(to, status, kind, **headers)
        to.wfile.write(body.encode() if isinstance(body, str) else body)

    with serving(answer) as address:
        yield address


def begin(to: BaseHTTPRequestHandler, status: int = 200, kind: str = RESULTS, **headers: str) -> None:
    to.send_response(status)
    to.send_header("Content-Type", kind)
    for name, value in headers.items():
        to.send_header(name.replace("_", "-"), value)
    to.end_headers()


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


# bounds


EVERYTHING = "SELECT * { ?s ?p ?o }"
HEAD, ROW, END = '{"head":{"vars":["x"]},"results":{"bindings":[', '{"x":{"type":"literal","value":"a"}}', "]}}"
WHOLE = f"{HEAD}{ROW},{ROW}{END}"


def refusal(address: str, sparql: str = EVERYTHING, **bounds: float) -> str:
    """Return the one line that says why there is no answer."""
    with pytest.raises(QueryError) as caught:
        run(Endpoint(address, Bounds(**bounds)), sparql)
    assert "\n" not in str(caught.value)
    assert address in str(caught.value)
    return str(caught.value)


def test_an_answer_without_end_is_given_up_at_a_size() -> None:
    sent = 0

    def answer(to: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        begin(to)
        to.wfile.write(HEAD.encode())
        while True:
            sent += to.wfile.write(f"{ROW},".encode() * 1000)

    with serving(answer) as address:
        said = refusal(address, bytes=2**20)
    assert said == f"{address} answers with more than 1 MB: ask for less, for example with LIMIT"
    assert sent < 2**25  # what is under way in buffers


def test_an_answer_that_is_announced_too_large_is_not_waited_for() -> None:
    def answer(to: BaseHTTPRequestHandler) -> None:
        begin(to, Content_Length=str(10**15))
        Event().wait(60)

    with serving(answer) as address:
        assert "answers with more than 1 MB" in refusal(address, bytes=2**20)


@pytest.mark.parametrize("length", ["9" * 5000, "-1", "many"])
def test_a_length_that_is_none_is_not_believed(length: str) -> None:
    with server(200, RESULTS, WHOLE, Content_Length=length) as address:
        assert len(select(Endpoint(address), EVERYTHING)) == 2


def test_an_answer_within_the_bounds_is_whole() -> None:
    with server(200, RESULTS, WHOLE) as address:
        assert select(Endpoint(address, Bounds(bytes=len(WHOLE))), EVERYTHING).rows == (("a",), ("a",))
        assert "more than" in refusal(address, bytes=len(WHOLE) - 1)


def a_byte_now_and_then(to: BaseHTTPRequestHandler) -> None:
    while True:
        to.wfile.write(b" ")
        Event().wait(0.02)


def slow_body(to: BaseHTTPRequestHandler) -> None:
    begin(to)
    a_byte_now_and_then(to)


def slow_header(to: BaseHTTPRequestHandler) -> None:
    to.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow:")
    a_byte_now_and_then(to)


def slow_complaint(to: BaseHTTPRequestHandler) -> None:
    begin(to, 500)
    a_byte_now_and_then(to)


@pytest.mark.parametrize("answer", [slow_body, slow_header, slow_complaint])
def test_a_server_that_sends_a_byte_now_and_then_is_given_up(answer) -> None:
    with serving(answer) as address:
        said = refusal(address, seconds=0.5)
    assert said == f"{address} has not answered within 0.5 s: ask for less, for example with LIMIT"


def test_a_silent_server_is_given_up_before_the_whole_time_is_over() -> None:
    with serving(lambda _: Event().wait(60)) as address:  # type: ignore[arg-type,return-value]
        assert refusal(address, silence=0.2) == f"{address} does not answer: timed out"


def test_nothing_is_sent_on_to_another_address() -> None:
    asked: list[str] = []

    def answer(to: BaseHTTPRequestHandler) -> None:
        asked.append(to.path)
        begin(to)

    with serving(answer) as other:
        for code in (301, 302, 303, 307, 308):
            for there in (other, "/elsewhere", "file:///etc/passwd"):
                with server(code, "text/html", "moved", Location=there) as address:
                    assert f"sends on to {there!a} (status {code})" in refusal(address)
    assert asked == []


def test_an_address_of_another_protocol_is_no_endpoint() -> None:
    for address in ("ftp://127.0.0.1/query", "file://localhost/etc/passwd"):
        with pytest.raises(QueryError, match="is no address of an endpoint"):
            Endpoint(address)


def test_a_compressed_answer_is_not_unpacked() -> None:
    bomb = gzip.compress(b" " * 10**7)
    with server(200, RESULTS, bomb, Content_Encoding="gzip") as address:
        assert refusal(address) == f"{address} answers compressed ('gzip'), which was not asked for"


def test_compression_is_not_asked_for() -> None:
    wanted: list[str] = []

    def answer(to: BaseHTTPRequestHandler) -> None:
        wanted.append(to.headers["Accept-Encoding"])
        begin(to)
        to.wfile.write(WHOLE.encode())

    with serving(answer) as address:
        select(Endpoint(address), EVERYTHING)
    assert wanted == ["identity"]


def test_an_answer_that_breaks_off_is_none() -> None:
    with server(200, RESULTS, WHOLE, Content_Length=str(len(WHOLE) + 5)) as address:
        assert f"breaks off after {len(WHOLE)} of {len(WHOLE) + 5} bytes" in refusal(address)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (RESULTS, f"{HEAD}{ROW},"),
        (RESULTS, f'{HEAD}{ROW},{{"x":{{"type":"none"}}}}{END}'),
        (RESULTS, ""),
        ("text/csv", "x\na\n"),
        ("image/png", "\x89PNG"),
        ("application/n-triples", "<urn:a> <urn:b> <urn:c> .\nnonsense\n"),
        ("application/n-triples", WHOLE),
    ],
)
def test_what_is_no_answer_to_its_end_is_none(kind: str, body: str) -> None:
    with server(200, kind, body) as address:
        assert f"answers with no SPARQL results ({kind}): is it a query endpoint?" in refusal(address)


IRI = '{"type":"uri","value":"urn:a"}'
INSIDE = f'{{"type":"triple","value":{{"subject":{IRI},"predicate":{IRI},"object":'


def quoted(levels: int) -> str:
    """Return results with triple terms, one in the other."""
    return f'{HEAD}{{"x":{INSIDE * levels}{IRI}{"}}" * levels}}}{END}'


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (RESULTS, quoted(10**5)),
        (RESULTS, f'{HEAD}{{"x":' + '{"type":"triple","value":{"subject":' * 10**5),
        (RESULTS, '{"a":' * 10**6),
        (RESULTS, "[" * 10**6),
        (RESULTS, f'{{"x":"}}]","y":{"[" * 10**6}'),
        ("application/n-triples", "<urn:a> <urn:b> " + "<<( <urn:a> <urn:b> " * 10**5),
        ("application/n-triples", '<urn:a> <urn:b> <<( <urn:a> <urn:b> ">>" )>> .\n' + "<<( <urn:a> <urn:b> " * 10**5),
        ("application/n-triples", "<urn:a> <urn:b> " + "<<( <<( <urn:a> <urn:b> 1 )>> <urn:b> " * 10**5),
    ],
)
def test_what_nests_too_deeply_does_not_reach_the_engine(kind: str, body: str) -> None:
    with server(200, kind, body) as address:
        assert "nests deeper than any answer" in refusal(address)


def test_a_triple_in_a_triple_is_read() -> None:
    with server(200, RESULTS, quoted(3)) as address:
        assert str(select(Endpoint(address), EVERYTHING).terms[0][0]).count("<<(") == 2
