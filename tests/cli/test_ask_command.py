"""``reformgraph ask``: stored questions with their parameters, files and standard input; answers and footnotes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from queries.store import BUILT_GRAPH

FLAGSHIP = "provinces-with-county-and-city-pilots"


def test_a_stored_question_is_answered_with_a_table(reformgraph, graph: Path) -> None:
    outcome = reformgraph("ask", FLAGSHIP, "--graph", graph)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0].split() == ["province", "county_pilots", "city_pilots"]
    assert outcome.out.splitlines()[2].split() == ["江苏省", "2", "1"]
    assert outcome.out.endswith("\n1 row\n")


def test_the_graph_of_a_built_folder_is_asked_by_default(reformgraph, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / BUILT_GRAPH).write_text("<urn:a> <urn:b> <urn:c> <urn:g> .\n")
    (tmp_path / "all.rq").write_text("SELECT ?s WHERE { ?s ?p ?o }")
    monkeypatch.chdir(tmp_path)
    assert reformgraph("ask", "all.rq", "--format", "csv").out == "s\nurn:a\n"


def test_the_forms_of_an_answer(reformgraph, graph: Path, tmp_path: Path) -> None:
    assert reformgraph("ask", FLAGSHIP, "--graph", graph, "--format", "csv").out == (
        "province,county_pilots,city_pilots\n江苏省,2,1\n"
    )
    found = json.loads(reformgraph("ask", FLAGSHIP, "--graph", graph, "--format", "json").out)
    assert found["results"]["bindings"][0]["province"] == {
        "type": "literal",
        "value": "江苏省",
        "xml:lang": "zh-hans",
    }
    (tmp_path / "c.rq").write_text("CONSTRUCT { ?s a rg:Program } WHERE { ?s a rg:Program }")
    assert reformgraph("ask", tmp_path / "c.rq", "--graph", graph).out.count("a rg:Program") == 3


def test_a_long_table_is_cut_and_its_last_line_says_how_to_get_all(reformgraph, graph: Path) -> None:
    every = f"SELECT ?n {{ VALUES ?n {{ {' '.join(map(str, range(500)))} }} }}"
    cut = reformgraph("ask", every, "--graph", graph).out.splitlines()
    assert cut[-1] == "200 of 500 rows: --format csv writes all, --limit shows more"
    assert cut[-3].strip() == "199"
    assert reformgraph("ask", every, "--graph", graph, "--limit", 500).out.endswith("\n500 rows\n")
    assert len(reformgraph("ask", every, "--graph", graph, "--format", "csv").out.splitlines()) == 501


def test_a_limit_asks_for_a_table_also_of_triples(reformgraph, graph: Path) -> None:
    every = "CONSTRUCT { ?s a rg:Program } WHERE { ?s a rg:Program }"
    assert "\n2 of 3 rows: " in reformgraph("ask", every, "--graph", graph, "--limit", 2).out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--limit", "0"], "--limit 0 makes no sense: give 1 or more"),
        (["--limit", "5", "--format", "csv"], "--limit is for tables: what is written for programs is never cut"),
        (["--limit", "5", "--footnotes", "csv"], "--limit is for tables"),
        (["--limit", "5", "--sparql"], "--limit is for tables"),
    ],
)
def test_a_limit_of_what_is_never_cut_is_refused(arguments, complaint, reformgraph, graph: Path) -> None:
    outcome = reformgraph("ask", FLAGSHIP, *arguments, "--graph", graph)
    assert (outcome.status, outcome.out) == (2, "")
    assert complaint in outcome.err


def test_a_query_comes_from_standard_input(reformgraph, graph: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("ASK { ?p a rg:Program }"))
    assert reformgraph("ask", "-", "--graph", graph).out == "yes\n"


def test_sparql_may_be_typed_as_it_is(reformgraph, graph: Path) -> None:
    assert reformgraph("ask", "ASK{?p a rg:Horse}", "--graph", graph).out == "no\n"


def test_without_a_question_the_stored_ones_are_listed(reformgraph) -> None:
    assert reformgraph("ask").out == reformgraph("questions").out


def test_query_is_another_name_for_ask(reformgraph, graph: Path) -> None:
    assert reformgraph("query", FLAGSHIP, "--graph", graph).out == reformgraph("ask", FLAGSHIP, "--graph", graph).out


def test_parameters_narrow_an_answer(reformgraph, graph: Path) -> None:
    outcome = reformgraph(
        "ask", "pilot-units-by-province", "province=320000", "level=试点城市", "--graph", graph, "--format", "csv"
    )
    assert [line.split(",")[2] for line in outcome.out.splitlines()] == ["unit", "江苏省苏州市"]


def test_names_of_facts_are_left_out_of_a_table_and_kept_in_csv(reformgraph, graph: Path) -> None:
    assert "https://" not in reformgraph("ask", "conditions", "--graph", graph).out
    assert "https://" in reformgraph("ask", "conditions", "--graph", graph, "--format", "csv").out


def test_a_parameter_that_takes_several_values_is_given_again(reformgraph, graph: Path) -> None:
    facts = [f"fact=https://w3id.org/reformgraph/program/{name}" for name in ("绿色出行试点", "社区养老服务试点")]
    outcome = reformgraph("ask", "passages-of-a-fact", *facts, "--graph", graph, "--format", "csv")
    assert len(outcome.out.splitlines()) == 4


def test_the_query_is_printed_ready_to_paste(reformgraph, graph: Path) -> None:
    printed = reformgraph("ask", "goals-due-by-year", "year=2031", "--graph", graph, "--sparql").out
    assert 'VALUES ?_year { "2031"^^<http://www.w3.org/2001/XMLSchema#gYear> }' in printed
    assert printed.startswith("#+ summary:")


def test_a_file_of_ones_own_may_take_parameters(reformgraph, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text(
        "#+ parameters:\n#+   name: {type: text, example: 海南省, zh: 名称, en: name}\n"
        'SELECT ?code { VALUES ?_name { "海南省" } ?p rg:fullName ?n ; rg:divisionCode ?code FILTER(STR(?n) = ?_name) }',
        "utf-8",
    )
    assert reformgraph("ask", tmp_path / "mine.rq", "name=上海市", "--graph", graph, "--format", "csv").out == (
        "code\n310000\n"
    )
    assert "needs name, for example name=海南省" in reformgraph("ask", tmp_path / "mine.rq", "--graph", graph).err


@pytest.mark.parametrize(
    ("parameters", "complaint"),
    [
        (["provinz=江苏省"], "pilot-units-by-province has no parameter 'provinz': did you mean province?"),
        (["wide=1"], "pilot-units-by-province has no parameter 'wide': it has province, program, level"),
        (["province=江书省"], "province='江书省' is not in the graph: did you mean 江苏省"),
        (["level=village"], "level='village' is not in the graph: "),
        (["province=江苏省", "province=浙江省"], "province takes one value, not 2"),
        (["江苏省"], "'江苏省' is no parameter: write NAME=VALUE, for example province=河北省"),
    ],
)
def test_a_wrong_parameter_is_one_line_with_what_was_near(parameters, complaint, reformgraph, graph: Path) -> None:
    outcome = reformgraph("ask", "pilot-units-by-province", *parameters, "--graph", graph)
    assert (outcome.status, outcome.out) == (2, "")
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1


def test_footnotes_are_written_instead_of_the_answer(reformgraph, graph: Path) -> None:
    outcome = reformgraph("ask", FLAGSHIP, "--graph", graph, "--footnotes", "markdown")
    assert outcome.out.startswith("| province | county_pilots | city_pilots |  |\n")
    assert "[^1]: “江苏省：青岛市” *试点城市名单公布*; `news.txt`, characters 5–12." in outcome.out


def test_an_answer_that_tells_no_facts_has_no_footnotes(reformgraph, graph: Path) -> None:
    outcome = reformgraph("ask", "ASK { ?s ?p ?o }", "--graph", graph, "--footnotes", "csv")
    assert outcome.status == 2
    assert "this answer tells no facts, so it has no footnotes" in outcome.err


def test_a_table_fits_the_terminal(reformgraph, graph: Path, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    outcome = reformgraph("ask", "facts-with-passages", "--graph", graph)
    assert max(len(line) for line in outcome.out.splitlines()) <= 40


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        ("provinces-with-county-and-city", "did you mean provinces-with-county-and-city-pilots"),
        ("nothing.rq", "cannot read nothing.rq: No such file or directory"),
        ("SELECT ?x WHERE {", "the query is not SPARQL 1.1: error at 1:18"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "(SERVICE), which is switched off"),
    ],
)
def test_a_question_that_cannot_be_answered_is_one_line(question, complaint, reformgraph, graph: Path) -> None:
    outcome = reformgraph("ask", question, "--graph", graph)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("reformgraph: error: ")
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_query_file_that_is_no_text_is_named(reformgraph, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_bytes("SELECT * # 县".encode("gb18030"))
    outcome = reformgraph("ask", tmp_path / "bad.rq", "--graph", graph)
    assert outcome.status == 2
    assert "bad.rq is no text in UTF-8 (byte 11)" in outcome.err


def test_a_missing_graph_says_what_to_type(reformgraph, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = reformgraph("ask", FLAGSHIP)
    assert outcome.status == 2
    assert "there is no out: build a graph with `reformgraph build`" in outcome.err


def test_a_malformed_graph_is_told_with_its_line(reformgraph, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<urn:a> <urn:b> <urn:c> .\nnonsense\n")
    outcome = reformgraph("ask", FLAGSHIP, "--graph", tmp_path / "bad.ttl")
    assert outcome.status == 2
    assert "bad.ttl is not well-formed" in outcome.err
    assert "line 2" in outcome.err
