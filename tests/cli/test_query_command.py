"""``reformgraph query``: stored questions, files and standard input."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from queries.catalogue import catalogue
from queries.store import BUILT_GRAPH

FLAGSHIP = "provinces-with-county-and-city-pilots"


def test_a_stored_question_is_answered_with_a_table(reformgraph, graph: Path) -> None:
    outcome = reformgraph("query", FLAGSHIP, "--graph", graph)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0].split() == ["province", "county_pilots", "city_pilots"]
    assert outcome.out.splitlines()[2].split() == ["江苏省", "2", "1"]
    assert outcome.out.endswith("\n1 row\n")


def test_the_graph_of_a_built_folder_is_asked_by_default(reformgraph, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / BUILT_GRAPH).write_text("<urn:a> <urn:b> <urn:c> <urn:g> .\n")
    (tmp_path / "all.rq").write_text("SELECT ?s WHERE { ?s ?p ?o }")
    monkeypatch.chdir(tmp_path)
    assert reformgraph("query", "all.rq", "--format", "csv").out == "s\nurn:a\n"


def test_the_forms_of_an_answer(reformgraph, graph: Path, tmp_path: Path) -> None:
    assert reformgraph("query", FLAGSHIP, "--graph", graph, "--format", "csv").out == (
        "province,county_pilots,city_pilots\n江苏省,2,1\n"
    )
    found = json.loads(reformgraph("query", FLAGSHIP, "--graph", graph, "--format", "json").out)
    assert found["results"]["bindings"][0]["province"] == {
        "type": "literal",
        "value": "江苏省",
        "xml:lang": "zh-hans",
    }
    (tmp_path / "c.rq").write_text("CONSTRUCT { ?s a rg:Program } WHERE { ?s a rg:Program }")
    assert reformgraph("query", tmp_path / "c.rq", "--graph", graph).out.count("a rg:Program") == 3


def test_a_query_comes_from_standard_input(reformgraph, graph: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("ASK { ?p a rg:Program }"))
    assert reformgraph("query", "-", "--graph", graph).out == "yes\n"


def test_sparql_may_be_typed_as_it_is(reformgraph, graph: Path) -> None:
    assert reformgraph("query", "ASK{?p a rg:Horse}", "--graph", graph).out == "no\n"


@pytest.mark.parametrize("arguments", [[], ["--list"], [FLAGSHIP, "--list"]])
def test_without_a_question_the_stored_ones_are_listed_in_both_languages(arguments, reformgraph) -> None:
    outcome = reformgraph("query", *arguments)
    assert outcome.status == 0
    for question in catalogue():
        assert f"\n  {question.name}\n" in outcome.out
        assert question.question["zh"] in outcome.out
        assert question.question["en"] in outcome.out
    assert outcome.out.endswith("ask one with: reformgraph query NAME\n")


def test_a_table_fits_the_terminal(reformgraph, graph: Path, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    outcome = reformgraph("query", "facts-with-passages", "--graph", graph)
    assert max(len(line) for line in outcome.out.splitlines()) <= 40


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        ("provinces-with-county-pilot", "did you mean provinces-with-county-and-city-pilots"),
        ("nothing.rq", "cannot read nothing.rq: No such file or directory"),
        ("SELECT ?x WHERE {", "the query is not SPARQL 1.1: error at 1:18"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "(SERVICE), which is switched off"),
    ],
)
def test_a_question_that_cannot_be_answered_is_one_line(question, complaint, reformgraph, graph: Path) -> None:
    outcome = reformgraph("query", question, "--graph", graph)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("reformgraph: error: ")
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_query_file_that_is_no_text_is_named(reformgraph, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_bytes("SELECT * # 县".encode("gb18030"))
    outcome = reformgraph("query", tmp_path / "bad.rq", "--graph", graph)
    assert outcome.status == 2
    assert "bad.rq is no text in UTF-8 (byte 11)" in outcome.err


def test_a_missing_graph_says_what_to_type(reformgraph, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = reformgraph("query", FLAGSHIP)
    assert outcome.status == 2
    assert "there is no out: build a graph with `reformgraph build`" in outcome.err


def test_a_malformed_graph_is_told_with_its_line(reformgraph, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<urn:a> <urn:b> <urn:c> .\nnonsense\n")
    outcome = reformgraph("query", FLAGSHIP, "--graph", tmp_path / "bad.ttl")
    assert outcome.status == 2
    assert "bad.ttl is not well-formed" in outcome.err
    assert "line 2" in outcome.err
