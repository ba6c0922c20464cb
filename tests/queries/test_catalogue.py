"""Finding stored questions and reading their headers."""

from __future__ import annotations

import pytest

from queries import QueryError
from queries.catalogue import catalogue, find, parse

COMPLETE = """#+ summary: Counties
#+ description: |
#+   All counties,
#+   by name.
#+ tags: [places]
#+ question: {zh: 有哪些县, en: Which counties}
#+ columns:
#+   county: {zh: 县, en: name of the county}
SELECT ?county WHERE { ?county a <urn:County> }
"""


def test_a_question_is_found_by_its_name() -> None:
    question = find("provinces-with-county-and-city-pilots")
    assert question.group == "provinces"
    assert question.sparql.startswith("#+ summary:")


def test_the_catalogue_is_sorted_by_group_and_name() -> None:
    keys = [(question.group, question.name) for question in catalogue()]
    assert keys == sorted(keys)
    assert len(keys) >= 12


def test_a_misspelt_name_is_answered_with_near_matches() -> None:
    with pytest.raises(QueryError, match=r"no stored question 'task-trees': did you mean task-tree"):
        find("task-trees")


def test_a_name_like_nothing_is_answered_with_where_the_list_is() -> None:
    with pytest.raises(QueryError, match="`reformgraph questions` lists them"):
        find("zzz")


def test_a_header_is_read_and_its_description_is_one_paragraph() -> None:
    question = parse(COMPLETE, name="counties", group="places")
    assert question.summary == "Counties"
    assert question.description == "All counties, by name."
    assert question.tags == ("places",)
    assert question.question["zh"] == "有哪些县"
    assert question.columns["county"]["en"] == "name of the county"
    assert question.sparql == COMPLETE


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * WHERE { ?s ?p ?o }",
        COMPLETE.replace("#+ summary: Counties\n", ""),
        COMPLETE.replace("#+ tags: [places]", "#+ tags: [places"),
        COMPLETE.replace("{zh: 有哪些县, en: Which counties}", "7"),
    ],
    ids=["no header", "no summary", "no YAML", "question is a number"],
)
def test_an_incomplete_header_is_named(text: str) -> None:
    with pytest.raises(QueryError, match=r"places/counties\.rq: the #\+ header is no complete record"):
        parse(text, name="counties", group="places")
