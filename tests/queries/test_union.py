"""The union of named graphs without them, and which queries do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries import QueryError
from queries.asking import ask
from queries.catalogue import catalogue, find
from queries.run import run
from queries.store import GraphFile
from queries.union import names_graphs
from tests.publishing.cutting import laid
from tests.queries.conftest import PILOTS as FILES

if TYPE_CHECKING:
    from pathlib import Path

PILOTS = FILES[0]
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
COUNT_GRAPHS = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
TWICE = "<urn:a> <urn:p> <urn:b> <urn:g1> .\n<urn:a> <urn:p> <urn:b> <urn:g2> .\n<urn:c> <urn:p> <urn:d> <urn:g2> .\n"


def graph(folder: Path, text: str, name: str = "graph.nq") -> GraphFile:
    (folder / name).write_text(text, "utf-8")
    return GraphFile.at(folder / name)


def default_graph(store: object) -> list[str]:
    return sorted(map(str, run(store, "CONSTRUCT WHERE { ?s ?p ?o }")))  # type: ignore[arg-type]


# what is loaded


def test_a_query_that_names_no_graph_is_asked_of_the_union_alone(tmp_path: Path) -> None:
    file = graph(tmp_path, TWICE)
    assert run(file, COUNT)[0] == {"n": 2}
    assert list(file.union.named_graphs()) == []


def test_a_query_that_names_graphs_finds_them_whatever_was_asked_before(tmp_path: Path) -> None:
    file = graph(tmp_path, TWICE)
    assert [run(file, query)[0]["n"] for query in (COUNT, COUNT_GRAPHS, COUNT)] == [2, 2, 2]
    assert run(file, "SELECT (COUNT(*) AS ?n) FROM <urn:g1> { ?s ?p ?o }")[0] == {"n": 1}


TERM = st.sampled_from(
    [
        "<urn:a>",
        "<urn:b>",
        "_:a",
        '"县"@zh',
        '"_:a"',
        '"a <urn:g> ."',
        '"x"^^<urn:t>',
        '"# <urn:g> ."',
        '"\\n <urn:g> ."',
    ]
)
GRAPH = st.sampled_from(["", " <urn:g>", " <urn:h>", " <urn:\\u53BF>", " _:a", "  <urn:g>"])
END = st.sampled_from([" .\n", ".\n", " . \n", " . # <urn:g> .\n", " .\r\n", "\t.\n\n"])
LINE = st.tuples(st.sampled_from(["<urn:a>", "<urn:b>", "_:a"]), TERM, GRAPH, END).map(
    lambda parts: f"{parts[0]} <urn:p> {parts[1]}{parts[2]}{parts[3]}"
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINE, max_size=6), st.sampled_from(["", "# <urn:g> .\n", "<urn:a> <urn:p> <urn:b> <urn:g> ."]))
def test_the_union_is_the_default_graph_of_the_whole_however_lines_are_written(
    tmp_path: Path, lines: list[str], end: str
) -> None:
    file = graph(tmp_path, "".join(lines) + end)
    unnamed = "SELECT ?s ?o (ISBLANK(?s) AS ?s_blank) (ISBLANK(?o) AS ?o_blank) { ?s ?p ?o }"
    counts = [len(run(store, unnamed)) for store in (file.union, file.store)]  # type: ignore[arg-type]
    assert counts[0] == counts[1]
    ground = "CONSTRUCT WHERE { ?s ?p ?o }"
    assert [str(t) for t in run(file.union, ground) if "_:" not in str(t).replace('"_:a"', "")] == [  # type: ignore[union-attr]
        str(t)
        for t in run(file.store, ground)
        if "_:" not in str(t).replace('"_:a"', "")  # type: ignore[union-attr]
    ]


@pytest.mark.parametrize("chunk", [1, 200, 1 << 22])
def test_a_graph_of_many_chunks_is_loaded_whole(chunk: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("queries.union._CHUNK", chunk)
    file = GraphFile.at(PILOTS)
    file = graph(tmp_path, "".join(f"{quad} .\n" for quad in file.statements()))
    assert default_graph(file.union) == default_graph(file.store)
    assert len(file.union) > 100


@pytest.mark.parametrize("chunk", [1, 1 << 22])
def test_named_lines_are_loaded_without_being_taken_apart(
    chunk: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("queries.union._CHUNK", chunk)
    monkeypatch.setattr("queries.union.parse", None)
    assert run(graph(tmp_path, TWICE.rstrip()), COUNT)[0] == {"n": 2}


def test_a_blank_node_is_one_node_in_all_chunks_of_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("queries.union._CHUNK", 1)
    file = graph(tmp_path, "<urn:a> <urn:p> _:x <urn:g> .\n_:x <urn:p> <urn:b> <urn:h> .\n")
    assert run(file, "ASK { <urn:a> <urn:p> ?x . ?x <urn:p> <urn:b> }") is True


@pytest.mark.parametrize("name", ["graph.nq", "graph.trig"])
def test_a_blank_node_is_another_node_in_another_part(tmp_path: Path, name: str) -> None:
    file = GraphFile.at(laid(tmp_path / name, b"<urn:a> <urn:p> _:x .\n", b"_:x <urn:p> <urn:b> .\n"))
    assert run(file, COUNT)[0] == {"n": 2}
    assert run(file, "ASK { <urn:a> <urn:p> ?x . ?x <urn:p> <urn:b> }") is False


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.nt", "<urn:a> <urn:p> _:x .\n_:x <urn:p> <urn:b> ."),
        ("a.ttl", "<urn:a> <urn:p> [ <urn:p> <urn:b> ] ."),
        ("a.trig", "<urn:g> { <urn:a> <urn:p> _:x } <urn:h> { _:x <urn:p> <urn:b> }"),
        ("a.nq", "<urn:a> <urn:p> _:x <urn:g> .\n_:x <urn:p> <urn:b> <urn:h> .\n"),
        ("a.jsonld", '{"@id": "urn:g", "@graph": {"@id": "urn:a", "urn:p": {"urn:p": {"@id": "urn:b"}}}}'),
    ],
)
def test_a_blank_node_is_one_node_in_all_graphs_of_a_file(tmp_path: Path, name: str, text: str) -> None:
    assert run(graph(tmp_path, text, name), "ASK { <urn:a> <urn:p> ?x . ?x <urn:p> <urn:b> }") is True


@pytest.mark.parametrize(
    "bad",
    [
        "<urn:a> <urn:p> ??? <urn:g> .",
        "<urn:a> <urn:p> <urn:b> <no scheme> .",
        "<urn:a> <urn:p> <urn:b> <noscheme> .",
        "<urn:a> <urn:p> .",
        "<urn:a> <urn:p> <urn:b> <urn:g> <urn:g> .",
        '<urn:a> <urn:p> "b <urn:g> .\n" <urn:g> .',
    ],
)
def test_malformed_lines_are_told_with_their_number(tmp_path: Path, bad: str) -> None:
    with pytest.raises(QueryError, match=r"graph\.nq is not well-formed: .*line 4"):
        run(graph(tmp_path, f"{TWICE}{bad}\n"), COUNT)


# which queries need the named graphs


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "select * {graph<urn:g>{?s ?p ?o}}",
        "PREFIX x: <urn:x> ASK { GRAPH # here\n x:g { ?s ?p ?o } }",
        "ASK { \\u0047RAPH ?g { ?s ?p ?o } }",
        "SELECT * FROM <urn:g> { ?s ?p ?o }",
        "SELECT * FROM NAMED x:g { ?s ?p ?o }",
        "SELECT * from<urn:g> { ?s ?p ?o }",
    ],
)
def test_these_name_graphs(query: str) -> None:
    assert names_graphs(query)


@pytest.mark.parametrize(
    "query",
    ["SELECT * { ?s ?p ?o }", "# how many facts the graph holds, from start to end\nASK { ?graph x:GRAPH ?from }"],
)
def test_these_name_none(query: str) -> None:
    assert not names_graphs(query)


def test_two_stored_questions_compare_what_each_document_says_in_its_graph() -> None:
    named = [question.name for question in catalogue() if names_graphs(question.sparql)]
    assert named == ["values-that-documents-disagree-on", "life-of-programs"]


@pytest.mark.parametrize("name", ["life-of-programs", "facts-by-kind", "values-that-documents-disagree-on"])
def test_a_file_answers_a_stored_question_as_its_whole_store_does(name: str) -> None:
    file = GraphFile.at(PILOTS)
    assert ask(file, find(name)) == ask(file.store, find(name))
