"""``reformgraph questions``: the stored questions, found by words in either language, as text, JSON and RDF."""

from __future__ import annotations

import json

import pytest
from rdflib import Graph, Namespace

from queries.catalogue import catalogue

SH = Namespace("http://www.w3.org/ns/shacl#")
QUESTION = Namespace("https://w3id.org/reformgraph/question/")


def names(outcome) -> list[str]:
    return [line.strip() for line in outcome.out.splitlines() if line.startswith("  ") and not line.startswith("   ")]


def test_all_questions_are_listed_in_both_languages_with_their_parameters(reformgraph) -> None:
    outcome = reformgraph("questions")
    assert outcome.status == 0
    for question in catalogue():
        assert f"\n  {question.name}\n" in outcome.out
        assert question.question["zh"] in outcome.out
        assert question.question["en"] in outcome.out
    assert "year=2025  year · 年份" in outcome.out
    assert "[province=…]  province, by full or short name or code · 省份" in outcome.out
    assert outcome.out.endswith("ask one with: reformgraph ask NAME [PARAMETER=VALUE …]\n")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["每个省份"], "pilot-counts-by-province"),
        (["既有", "试点城市"], "provinces-with-county-and-city-pilots"),
        (["OVERDUE"], "goals-overdue"),
        (["passed", "day"], "goals-overdue"),
        (["task", "tree"], "task-tree"),
    ],
)
def test_questions_are_found_by_words_of_either_language(words, first, reformgraph) -> None:
    assert names(reformgraph("questions", *words))[0] == first


def test_every_word_must_be_there(reformgraph) -> None:
    assert names(reformgraph("questions", "目标", "quantities")) == ["goals-with-numeric-targets"]


def test_words_that_no_question_has_are_told(reformgraph) -> None:
    assert reformgraph("questions", "horse", "ship").out == "no stored question has horse and ship\n"


def test_questions_as_json_hold_what_a_form_needs(reformgraph) -> None:
    (record,) = json.loads(reformgraph("questions", "overdue", "--format", "json").out)
    assert record["parameters"] == {
        "date": {"type": "date", "required": True, "example": "2024-01-01", "default": None, "zh": "日期", "en": "day"}
    }
    assert record["question"]["zh"].endswith("？")
    assert set(record["columns"]) >= {"deadline", "goal", "fact"}


def test_questions_as_rdf_are_executables_of_shacl(reformgraph) -> None:
    graph = Graph().parse(data=reformgraph("questions", "--format", "turtle").out, format="turtle")
    executables = set(graph.subjects(None, SH.SPARQLSelectExecutable))
    assert executables == {QUESTION[question.name] for question in catalogue()}
    for question in catalogue():
        assert str(graph.value(QUESTION[question.name], SH.select)) == question.sparql
        paths = [str(graph.value(each, SH.path)) for each in graph.objects(QUESTION[question.name], SH.parameter)]
        assert sorted(path.rpartition("#")[2] for path in paths) == sorted(f"_{name}" for name in question.parameters)
