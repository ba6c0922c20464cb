"""Every stored question against the small graph of pilots.trig: gold rows in gold/<name>.csv, on two
engines."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

from ontology import LIST, PREFIXES
from queries.catalogue import Question, catalogue
from queries.render import render
from queries.run import run
from queries.store import GraphFile
from queries.table import Table, lexical

if TYPE_CHECKING:
    from rdflib import Dataset

HERE = Path(__file__).parent
GRAPH = HERE / "pilots.trig"
LEVEL = LIST + "designation-level/"

each_question = pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)


@cache
def oxigraph_store() -> Store:
    return GraphFile.at(GRAPH).store


@cache
def rdflib_dataset() -> Dataset:
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    dataset.parse(GRAPH, format="trig")
    return dataset


@each_question
def test_a_stored_question_gives_the_gold_rows(question: Question) -> None:
    gold = (HERE / "gold" / f"{question.name}.csv").read_text("utf-8")
    assert render(run(oxigraph_store(), question.sparql), "csv") == gold


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns about itself
@each_question
def test_a_second_engine_gives_the_same_rows_in_the_same_order(question: Question) -> None:
    answer = run(oxigraph_store(), question.sparql)
    assert isinstance(answer, Table)
    ours = [tuple(lexical(term) for term in row) for row in answer.terms]
    theirs = [
        tuple("" if term is None else str(term) for term in row) for row in rdflib_dataset().query(question.sparql)
    ]
    assert theirs == ours


@each_question
def test_an_endpoint_that_repeats_what_two_graphs_say_gives_the_same_rows(question: Question) -> None:
    store = Store()
    store.load(path=GRAPH)
    answer = store.query(question.sparql, use_default_graph_as_union=True)
    assert [tuple(lexical(term) for term in row) for row in answer] == [
        tuple(lexical(term) for term in row) for row in run(oxigraph_store(), question.sparql).terms
    ]


@each_question
def test_the_header_says_what_each_column_holds_in_both_languages(question: Question) -> None:
    with (HERE / "gold" / f"{question.name}.csv").open(encoding="utf-8") as gold:
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


def test_every_gold_file_belongs_to_a_question() -> None:
    gold = {file.stem for file in (HERE / "gold").iterdir()}
    assert gold == {question.name for question in catalogue()}


def test_the_names_of_questions_are_unique() -> None:
    names = [question.name for question in catalogue()]
    assert len(set(names)) == len(names)
