"""The pages of the stored questions."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from exports.site.answers import answer, arguments
from exports.site.pages import questions
from exports.site.words import LANGUAGES, words
from queries.asking import rows
from queries.catalogue import catalogue, find
from queries.render import render
from queries.run import select
from reformgraph.__main__ import main
from tests.exports.site.sites import PILOTS, Read, by_path, pilots, source_of

NAMES = [question.name for question in catalogue()]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return by_path(page for language in LANGUAGES for page in questions.pages(pilots(), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_a_page_that_the_list_leads_to(language: str, pages) -> None:
    found = Read(pages[f"{language}/questions/index.html"])
    for question in catalogue():
        assert f"../questions/{question.name}.html" in found.links
        assert question.question["zh"] in found.text
        assert question.question["en"] in found.text
        assert question.question[language] in Read(pages[f"{language}/questions/{question.name}.html"]).text


def test_the_groups_of_the_list_have_words() -> None:
    for language in LANGUAGES:
        assert {f"group_{question.group}" for question in catalogue()} <= words(language).keys()


def test_no_word_is_hidden_by_what_a_mapping_does() -> None:
    """Templates write ``words.copy``, which would be the method."""
    assert [key for key in words("en") if hasattr(dict, key)] == []


def test_a_row_leads_to_its_fact(pages) -> None:
    found = Read(pages["zh/questions/goals-by-deadline.html"])
    goals = {f"../{thing.path}.html" for thing in pilots().things.values() if thing.class_name == "Goal"}
    assert goals & set(found.links)


def test_short_names_of_the_vocabulary_are_told_by_their_labels() -> None:
    for language, named in (("zh", {"试点县", "试点城市"}), ("en", {"pilot county", "pilot city"})):
        shown = answer(find("pilot-units-of-a-program"), pilots(), language)
        assert named <= {link.text for row in shown.rows for link in row}
    kinds = {link.text for row in answer(find("goals-by-deadline"), pilots(), "zh").rows for link in row}
    assert "量化指标" in kinds, "the concept of the list, not the property rg:target"


def test_a_question_is_asked_with_its_example() -> None:
    assert arguments(find("goals-due-by-year"), pilots()) == {"year": "2025"}


def test_where_the_graph_lacks_the_example_it_is_asked_with_what_the_graph_has(pages) -> None:
    assert arguments(find("facts-of-a-document"), pilots()) == {"document": "news.txt"}
    assert arguments(find("passages-of-a-fact"), pilots()) == {"fact": next(iter(pilots().things))}
    assert "document=news.txt" in Read(pages["en/questions/facts-of-a-document.html"]).text


def test_a_graph_that_holds_nothing_has_pages_without_answers(tmp_path: Path) -> None:
    empty = source_of("", tmp_path)
    assert arguments(find("facts-of-a-document"), empty) is None
    pages = by_path(questions.pages(empty, "en"))
    assert "There are no rows." in pages["en/questions/facts-of-a-document.html"]
    assert by_path(questions.data(empty))["data/questions/facts-of-a-document.csv"].startswith("start,end,kind")


def test_a_long_answer_is_cut_and_says_how_long_it_is(tmp_path: Path) -> None:
    goals = "".join(
        f'<goal/{n}> a rg:Goal ; rg:text "目标{n:03}" ; rg:deadline "2025"^^xsd:gYear .\n' for n in range(102)
    )
    source = source_of(goals, tmp_path)
    page = by_path(questions.pages(source, "en"))["en/questions/goals-by-deadline.html"]
    assert "These are the first 100 of 102 rows." in page
    assert page.count("<tr>") == 1 + 100
    csv = by_path(questions.data(source))["data/questions/goals-by-deadline.csv"]
    assert len(csv.splitlines()) == 1 + 102


def test_the_values_of_a_parameter_are_those_of_the_graph(pages) -> None:
    found = Read(pages["en/questions/pilot-units-by-province.html"]).text
    assert "Values in this graph: 5" in found, "of the provinces, of which four have pilots"
    for value in ("上海市", "pilot-city pilot city", "社区养老服务试点"):
        assert value in found


@pytest.mark.parametrize("name", NAMES)
def test_each_way_to_ask_gives_the_answer_of_the_page(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    question = find(name)
    given = arguments(question, pilots())
    ways = questions.ways(question, pilots(), given)
    expected = rows(pilots().store, question, given)
    csv = by_path(questions.data(pilots()))[f"data/questions/{name}.csv"]
    assert csv == render(expected, "csv")

    program, *words_of_it = shlex.split(ways.shell)
    assert program == "reformgraph"
    assert main([*words_of_it, "--graph", str(PILOTS), "--format", "csv"]) == 0
    assert capsys.readouterr().out == csv

    space: dict[str, object] = {}
    exec(ways.python.replace('"out"', repr(str(PILOTS))), space)
    assert list(space["answer"]) == list(expected)

    assert select(pilots().store, ways.sparql).terms == expected.terms
    assert "#+" not in ways.sparql


@pytest.mark.parametrize("value", ["南'皮县", 'a"b', "$(touch x) `id` \\ !", "a b\tc"])
def test_an_argument_is_escaped(value: str) -> None:
    ways = questions.ways(find("is-this-place-a-pilot"), pilots(), {"place": value})
    assert shlex.split(ways.shell)[-1] == f"place={value}"
    asked: dict[str, str] = {}
    call = ways.python.splitlines()[-1].partition(", ")[2]
    exec(f"given = dict({call}", asked)
    assert asked["given"] == {"place": value}


def test_the_records_of_the_questions_are_rdf_that_the_pages_name(pages) -> None:
    store = Store()
    store.load(by_path(questions.data(pilots()))["data/questions.ttl"], format=RdfFormat.TURTLE)
    named = {quad.subject.value for quad in store}
    for name in NAMES:
        assert f"https://w3id.org/reformgraph/question/{name}" in named
        assert f"<code>https://w3id.org/reformgraph/question/{name}</code>" in pages[f"zh/questions/{name}.html"]
        assert "../../data/questions.ttl" in Read(pages[f"zh/questions/{name}.html"]).links
