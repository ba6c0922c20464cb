"""Every stored question on two graphs: gold rows in gold/<graph>/<name>.csv, the same on three engines."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from pyoxigraph import Store

from ontology import LIST, PREFIXES
from queries.asking import Answered, rows, written
from queries.catalogue import Question, catalogue, find
from queries.render import render
from queries.table import FACT
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Asked
    from rdflib import Dataset
    from rdflib.plugins.sparql.parserutils import CompValue

HERE = Path(__file__).parent
LEVEL = LIST + "designation-level/"
ARGUMENTS = yaml.safe_load((HERE / "arguments.yml").read_text("utf-8"))
GRAPHS = ("pilots", "shipped")

each_question = pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)
each_graph = pytest.mark.parametrize("graph", GRAPHS)


def arguments(graph: str, question: Question) -> dict[str, str]:
    return {name: str(value) for name, value in ARGUMENTS[graph].get(question.name, {}).items()}


def answered(asked: Asked, graph: str, question: Question) -> Answered:
    return rows(asked.store, question, arguments(graph, question))


@pytest.fixture(scope="session")
def datasets(pilots: Asked, shipped: Asked) -> dict[str, Dataset]:
    from rdflib import Dataset

    found = {}
    for name, asked in (("pilots", pilots), ("shipped", shipped)):
        found[name] = Dataset(default_union=True)
        found[name].parse(asked.file, format="nquads")
    return found


@each_graph
@each_question
def test_a_stored_question_gives_the_gold_rows(question: Question, graph: str, request) -> None:
    gold = (HERE / "gold" / graph / f"{question.name}.csv").read_text("utf-8")
    assert render(answered(request.getfixturevalue(graph), graph, question), "csv") == gold


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns about itself
@each_graph
@each_question
def test_rdflib_gives_the_same_rows_in_the_same_order(question: Question, graph: str, datasets, request) -> None:
    asked = request.getfixturevalue(graph)
    ours = [tuple(lexical(term) for term in row) for row in answered(asked, graph, question).terms]
    sparql = written(asked.store, question, arguments(graph, question))
    theirs = [tuple("" if term is None else str(term) for term in row) for row in datasets[graph].query(sparql)]
    assert theirs == ours


@each_graph
@each_question
def test_an_endpoint_gives_the_same_rows_in_the_same_order(question: Question, graph: str, request) -> None:
    asked = request.getfixturevalue(graph)
    theirs = rows(asked.endpoint, question, arguments(graph, question))
    assert theirs.terms == answered(asked, graph, question).terms


@each_question
def test_an_engine_that_repeats_what_two_graphs_say_gives_the_same_rows(question: Question, pilots: Asked) -> None:
    store = Store()
    store.load(path=pilots.file)
    sparql = written(pilots.store, question, arguments("pilots", question))
    answer = store.query(sparql, use_default_graph_as_union=True)
    assert [tuple(row) for row in answer] == list(answered(pilots, "pilots", question).terms)


@each_question
def test_the_small_graph_has_rows_for_the_question(question: Question) -> None:
    assert len((HERE / "gold" / "pilots" / f"{question.name}.csv").read_text("utf-8").splitlines()) > 1


@each_question
def test_the_header_says_what_each_column_holds_in_both_languages(question: Question) -> None:
    with (HERE / "gold" / "pilots" / f"{question.name}.csv").open(encoding="utf-8") as gold:
        assert list(question.columns) == next(csv.reader(gold))
    assert all(set(said) == {"zh", "en"} and all(said.values()) for said in question.columns.values())


@each_question
def test_a_question_is_a_sentence_in_chinese_and_in_english(question: Question) -> None:
    assert question.question["zh"].endswith("？")
    assert question.question["en"].endswith("?")
    assert question.summary
    assert question.description.endswith(".")
    assert question.tags


@each_question
def test_a_question_declares_its_prefixes_as_the_ontology_has_them(question: Question) -> None:
    known = {**PREFIXES, "level": LEVEL}
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>$", question.sparql, re.MULTILINE))
    assert declared == {prefix: known[prefix] for prefix in declared}
    body = re.sub(r'"[^"]*"|#.*|<[^>]*>', "", question.sparql)
    assert set(re.findall(r"(?<![\w?])([a-z]+):", body)) == set(declared)


@each_question
def test_a_question_explains_its_clauses_and_never_asks_for_everything(question: Question) -> None:
    body = question.sparql.partition("SELECT")[2]
    assert re.search(r"^ *# \w+", body, re.MULTILINE) or body.count(".\n") <= 3
    assert "SELECT *" not in question.sparql
    assert re.search(r"ORDER BY [^{}]+\Z", question.sparql), "the rows of an answer have an order"


@each_question
def test_what_is_required_stands_before_what_is_optional(question: Question) -> None:
    """Engines join the patterns of one block in a good order; across OPTIONAL and BIND they compare all with all."""
    from rdflib.plugins.sparql import prepareQuery

    joins = [node for node in nodes(prepareQuery(question.sparql).algebra) if node.name == "Join"]
    late = [node for node in joins if node.p2.name == "BGP" and node.p1.name in {"Extend", "LeftJoin"}]
    assert late == []


def nodes(node: CompValue) -> Iterator[CompValue]:
    """Yield the nodes of a query's algebra."""
    yield node
    for part in node.values():
        for each in part if isinstance(part, list) else [part]:
            if hasattr(each, "name"):
                yield from nodes(each)


@each_question
def test_the_file_runs_as_it_stands_with_its_defaults_and_examples(question: Question, shipped: Asked) -> None:
    shown = {each.name: each.shown for each in question.parameters.values() if each.is_required}
    assert written(shipped.store, question, shown) == question.sparql
    assert shipped.store.query(question.sparql) is not None


@each_question
def test_every_parameter_is_a_variable_of_the_query_and_none_is_missing(question: Question) -> None:
    assert set(re.findall(r"\?_(\w+)", question.sparql)) == set(question.parameters)


@each_question
def test_the_facts_behind_a_row_that_counts_are_listed_by_a_question_that_tells_facts(question: Question) -> None:
    if question.details:
        listing = find(question.details.question)
        assert FACT in listing.columns
        assert set(question.details.columns) <= set(listing.columns)
        assert set(question.details.columns.values()) <= set(question.columns)


def test_every_gold_file_belongs_to_a_question() -> None:
    for graph in GRAPHS:
        gold = {file.stem for file in (HERE / "gold" / graph).iterdir()}
        assert gold == {question.name for question in catalogue()}


def test_there_are_at_least_forty_questions_with_names_of_their_own() -> None:
    names = [question.name for question in catalogue()]
    assert len(names) >= 40
    assert len(set(names)) == len(names)
