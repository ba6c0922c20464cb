"""Opening built folders and RDF files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from queries import QueryError
from queries.run import run
from queries.store import GraphFile
from tests.publishing.cutting import cut, laid

TWICE = "<urn:a> <urn:p> <urn:b> <urn:g1> .\n<urn:a> <urn:p> <urn:b> <urn:g2> .\n<urn:c> <urn:p> <urn:d> .\n"


def opened(path: Path) -> Store:
    return GraphFile.at(path).store


def test_a_built_folder_is_opened_by_its_n_quads(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text(TWICE)
    assert run(opened(tmp_path), "ASK { <urn:a> <urn:p> <urn:b> }") is True


def test_what_two_documents_say_counts_once_in_the_union_and_twice_by_graph(tmp_path: Path) -> None:
    file = tmp_path / "twice.nq"
    file.write_text(TWICE)
    store = opened(file)
    assert run(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0] == {"n": 2}
    assert run(store, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")[0] == {"n": 2}


def test_the_statements_are_given_as_they_are_written(tmp_path: Path) -> None:
    file = tmp_path / "twice.nq"
    text = TWICE + '<urn:a> <urn:n> "007"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> .\n'
    file.write_text(text)
    assert [f"{quad} ." for quad in GraphFile.at(file).statements()] == text.splitlines()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ttl", "<urn:a> <urn:p> '县'@zh ."),
        ("a.nt", '<urn:a> <urn:p> "县"@zh .'),
        ("a.trig", "<urn:g> { <urn:a> <urn:p> '县'@zh }"),
        ("a.JSONLD", '{"@id": "urn:a", "urn:p": {"@value": "县", "@language": "zh"}}'),
        (
            "a.rdf",
            (
                '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">'
                '<rdf:Description rdf:about="urn:a"><u:p xml:lang="zh">县</u:p></rdf:Description></rdf:RDF>'
            ),
        ),
    ],
)
def test_any_rdf_file_is_read_by_its_suffix(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert run(opened(tmp_path / name), 'ASK { <urn:a> ?p "县"@zh }') is True


def test_relative_addresses_in_a_file_are_read_against_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<#county> <urn:p> 1 .")
    answer = run(opened(tmp_path / "a.ttl"), "SELECT ?s { ?s ?p ?o }")
    assert answer[0]["s"].endswith("/a.ttl#county")


def test_a_folder_without_a_graph_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"no graph in .*: make one with `reformgraph build DOCUMENTS`"):
        opened(tmp_path)


def test_a_missing_graph_says_what_to_type() -> None:
    with pytest.raises(QueryError, match=r"there is no nowhere: build a graph with `reformgraph build`"):
        opened(Path("nowhere"))


def test_a_suffix_of_no_rdf_syntax_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.docx").touch()
    with pytest.raises(QueryError, match=r"graph\.docx: the suffix names no RDF syntax"):
        opened(tmp_path / "graph.docx")


def test_malformed_rdf_is_told_in_one_line_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<urn:a> <urn:p> 1 .\n<urn:a> <urn:p> ??? .\n")
    with pytest.raises(QueryError, match=r"bad\.ttl is not well-formed: .*line 2") as caught:
        opened(tmp_path / "bad.ttl")
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text_are_malformed(tmp_path: Path) -> None:
    (tmp_path / "bad.nq").write_bytes(b"\x00\xff\xfe\x01")
    with pytest.raises(QueryError, match="not well-formed"):
        opened(tmp_path / "bad.nq")


def test_a_remote_context_is_never_fetched(tmp_path: Path) -> None:
    (tmp_path / "far.jsonld").write_text('{"@context": "http://127.0.0.1:9/c", "@id": "urn:a", "p": 1}')
    with pytest.raises(QueryError, match="not well-formed"):
        opened(tmp_path / "far.jsonld")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").mkdir()
    with pytest.raises(QueryError, match=r"it has no graph\.nq"):
        opened(tmp_path)
    (tmp_path / "link.ttl").symlink_to("/proc/self/mem")
    with pytest.raises(QueryError, match=r"link\.ttl cannot be read"):
        opened(tmp_path / "link.ttl")


# a graph in parts


def test_the_parts_of_a_built_folder_are_one_graph(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text(TWICE)
    graphs = [GraphFile.at(each) for each in (tmp_path, cut(tmp_path / "graph.nq", 1))]
    for graph in graphs:
        assert [f"{quad} ." for quad in graph.statements()] == TWICE.splitlines()
        assert run(graph.store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0] == {"n": 2}
        assert run(graph.store, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")[0] == {"n": 2}


def test_each_part_is_a_complete_file_of_its_syntax(tmp_path: Path) -> None:
    parts = (b"@prefix a: <urn:x:> . a:1 a:p <#here> .", b"@prefix a: <urn:y:> . a:1 a:p <#here> .")
    answer = run(opened(laid(tmp_path / "graph.ttl", *parts)), "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s")
    assert [row["s"] for row in answer] == ["urn:x:1", "urn:y:1"]
    assert [row["o"].rpartition("/graph.ttl/")[2] for row in answer] == ["part-00000.ttl#here", "part-00001.ttl#here"]


def test_a_part_alone_is_a_graph_too(tmp_path: Path) -> None:
    part = laid(tmp_path / "graph.nq", b"<urn:a> <urn:p> 1 .", b"<urn:b> <urn:p> <urn:c> .") / "part-00001.nq"
    assert run(opened(part), "ASK { <urn:b> ?p ?o }") is True


def test_malformed_rdf_is_told_with_its_part_and_the_line_in_it(tmp_path: Path) -> None:
    laid(tmp_path / "graph.nq", b"<urn:a> <urn:p> <urn:b> .\n", b"<urn:a> <urn:p> <urn:b> .\nnonsense\n")
    for read in (lambda: opened(tmp_path), lambda: list(GraphFile.at(tmp_path).statements())):
        with pytest.raises(QueryError, match=r"graph\.nq/part-00001\.nq is not well-formed: .*line 2"):
            read()


@pytest.mark.parametrize("name", ["", "graph.nq"])
def test_a_part_that_is_missing_is_told_and_no_half_of_a_graph_answers(tmp_path: Path, name: str) -> None:
    laid(tmp_path / "graph.nq", b"", b"", b"")
    (tmp_path / "graph.nq" / "part-00001.nq").unlink()
    with pytest.raises(QueryError, match=r"graph\.nq cannot be read: it has no part-00001\.nq"):
        opened(tmp_path / name)


def test_a_ready_store_is_used_for_the_folder_and_for_its_parts(tmp_path: Path) -> None:
    laid(tmp_path / "graph.nq", b"<urn:a> <urn:p> <urn:b> .\n")
    made = Store(tmp_path / "graph")
    made.update("INSERT DATA { <urn:ready> <urn:p> <urn:b> }")
    made.flush()
    del made
    for path in (tmp_path, tmp_path / "graph.nq"):
        assert run(opened(path), "ASK { <urn:ready> ?p ?o }") is True
