"""Footnotes: the passages behind the rows of an answer, and the forms in which they can be cited."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal

from queries import QueryError
from queries.asked import question_of
from queries.asking import ask, rows
from queries.catalogue import Question, catalogue, find
from queries.footnotes.formats import NOTE_FORMATS
from queries.footnotes.notes import Footnotes, Passage, footnotes
from queries.footnotes.render import render
from queries.store import GraphFile
from queries.table import Table
from tests.queries.counting import Counting

if TYPE_CHECKING:
    from conftest import Asked


def passage(**more: object) -> Passage:
    plain = {
        "document": "a.txt", "start": 3, "end": 9, "quote": "三个县", "guessed": False, "title": "通知",
        "publisher": "", "date": "", "url": "", "sha256": "",
    }  # fmt: skip
    return Passage(**{**plain, **more})  # type: ignore[arg-type]


def noted(*passages: Passage, value: str = "江苏省") -> Footnotes:
    table = Table(("province",), ((Literal(value),),))
    return Footnotes(table, (tuple(range(1, len(passages) + 1)),), passages)


# which passages


def test_a_row_that_tells_a_fact_is_footnoted_with_its_passages(pilots: Asked) -> None:
    notes = footnotes(pilots.store, rows(pilots.store, find("places-that-were-renamed")))
    assert [(each.document, each.start, each.end) for each in notes.passages] == [("report.txt", 10, 17)]
    assert notes.numbers == ((1,),)
    assert "fact" not in notes.table.columns


def test_a_row_that_names_its_document_is_footnoted_with_words_of_that_document(pilots: Asked) -> None:
    table = rows(pilots.store, find("is-this-place-a-pilot"), {"place": "青岛市"})
    notes = footnotes(pilots.store, table)
    assert [[notes.passages[n - 1].document for n in numbers] for numbers in notes.numbers] == [
        [row["document"]] for row in table
    ]
    assert {row["document"] for row in table} == {"news.txt", "report.txt"}


def test_a_row_that_sets_two_facts_beside_each_other_is_footnoted_with_the_words_of_both(pilots: Asked) -> None:
    table = rows(pilots.store, find("values-that-documents-disagree-on"))
    notes = footnotes(pilots.store, table)
    row = next(n for n, each in enumerate(table) if each["what"] == "declared number of 试点城市")
    assert {notes.passages[n - 1].document for n in notes.numbers[row]} == {"news.txt", "report.txt"}


def test_a_discrepancy_is_footnoted_with_the_words_on_both_sides(pilots: Asked) -> None:
    table = rows(pilots.store, find("discrepancies"), {"type": "wrong-province"})
    assert {each.quote for each in footnotes(pilots.store, table).passages} == {"江苏省：青岛市", "山东省的青岛市"}


@pytest.mark.parametrize("graph", ["pilots", "shipped"])
@pytest.mark.parametrize("question", [each for each in catalogue() if each.details], ids=lambda each: each.name)
def test_the_facts_that_a_row_counts_are_as_many_as_it_says(question: Question, graph: str, request) -> None:
    store = request.getfixturevalue(graph).store
    listed = list(rows(store, find(question.details.question), question.details.given))
    for row in rows(store, question):
        counted = sum(each for name, each in row.items() if isinstance(each, int) and name != "documents")
        said = {name: row[column] for name, column in question.details.columns.items() if row[column]}
        assert len({each["fact"] for each in listed if said.items() <= each.items()}) == counted


def test_words_that_say_two_rows_are_one_note(pilots: Asked) -> None:
    notes = footnotes(pilots.store, rows(pilots.store, find("conditions"), {"program": "社区养老服务试点"}))
    assert notes.numbers == ((1,), (1,))


def test_a_row_that_counts_is_footnoted_with_the_facts_that_it_counts(pilots: Asked) -> None:
    table = rows(pilots.store, find("provinces-with-one-kind-of-pilot"))
    notes = footnotes(pilots.store, table)
    assert [row["province"] for row in notes.table] == ["上海市", "山东省"]
    assert [notes.passages[n - 1].document for n in notes.numbers[1]] == ["news.txt", "report.txt"]


def test_an_endpoint_gives_the_same_notes(pilots: Asked) -> None:
    question = find("provinces-with-one-kind-of-pilot")
    assert footnotes(pilots.endpoint, rows(pilots.endpoint, question)) == footnotes(
        pilots.store, rows(pilots.store, question)
    )


def test_a_query_of_ones_own_is_footnoted_if_it_has_a_column_fact(pilots: Asked) -> None:
    own = ask(pilots.store, question_of("SELECT ?fact ?text { ?fact a rg:Goal ; rg:text ?text } ORDER BY ?text"))
    assert len(footnotes(pilots.store, own).passages) == 1


def test_a_row_without_a_fact_has_no_note(pilots: Asked) -> None:
    sparql = "SELECT ?fact ?n { VALUES (?n ?fact) { (1 UNDEF) (2 <urn:nothing>) } }"
    notes = footnotes(pilots.store, ask(pilots.store, question_of(sparql)))
    assert notes.numbers == ((), ())


@pytest.mark.parametrize("sparql", ["SELECT ?s { ?s ?p ?o } LIMIT 1", "ASK { ?s ?p ?o }"])
def test_an_answer_that_tells_no_facts_has_no_footnotes(sparql: str, pilots: Asked) -> None:
    with pytest.raises(QueryError, match="this answer tells no facts"):
        footnotes(pilots.store, ask(pilots.store, question_of(sparql)))


# how they are written


def test_markdown_has_the_answer_and_the_notes_below_it() -> None:
    notes = noted(
        passage(title="", publisher="民政部", date="2022-05", url="https://example.org/a"), passage(guessed=True)
    )
    assert render(notes, "markdown") == (
        "| province |  |\n| --- | --- |\n| 江苏省 | [^1][^2] |\n\n"
        "[^1]: “三个县” 民政部, 2022-05; `a.txt`, characters 3–9. <https://example.org/a>\n"
        "[^2]: “三个县” *通知*; `a.txt`, characters 3–9 (partly repaired by guess).\n"
    )


def test_markdown_means_nothing_by_the_marks_of_a_source() -> None:
    text = render(noted(passage(quote="一|二\n*三* [4](x) <b>"), value="a|b"), "markdown")
    assert r"| a\|b |" in text
    assert r"“一\|二 \*三\* \[4\](x) \<b\>”" in text


def test_csv_has_a_row_for_each_note_of_each_row() -> None:
    found = list(csv.DictReader(io.StringIO(render(noted(passage(), passage(quote='"一", 二', guessed=True)), "csv"))))
    assert [(row["row"], row["note"], row["quote"], row["guessed"]) for row in found] == [
        ("1", "1", "三个县", "false"),
        ("1", "2", '"一", 二', "true"),
    ]


def test_bibtex_has_an_entry_for_each_document_with_the_words_quoted() -> None:
    notes = noted(
        passage(
            document="news/通知 a_1.txt", date="2022-05-06", publisher="A & B", url="https://e.org/{x}", sha256="0f"
        ),
        passage(document="news/通知 a_1.txt", start=20, end=22, quote="50%"),
        passage(document="z.txt", title=""),
    )
    assert render(notes, "bibtex") == (
        "@online{a_1-txt,\n"
        "  title = {通知},\n"
        "  author = {{A \\& B}},\n"
        "  date = {2022-05-06},\n"
        "  url = {https://e.org/%7Bx%7D},\n"
        "  note = {news/通知 a\\_1.txt, SHA-256 0f},\n"
        "  annotation = {[1] “三个县” (characters 3–9); [2] “50\\%” (characters 20–22)},\n"
        "}\n\n"
        "@online{z-txt,\n"
        "  title = {z.txt},\n"
        "  note = {z.txt},\n"
        "  annotation = {[3] “三个县” (characters 3–9)},\n"
        "}\n"
    )


def test_documents_whose_names_have_no_latin_letters_have_keys_of_their_own() -> None:
    text = render(noted(passage(document="通知"), passage(document="公告"), passage(document="说明")), "bibtex")
    assert [line for line in text.splitlines() if line[:1] == "@"] == [
        "@online{document,", "@online{document-2,", "@online{document-3,",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "parts"), [("2022", [[2022]]), ("2022-05", [[2022, 5]]), ("2022-05-06", [[2022, 5, 6]])]
)
def test_csl_json_keeps_the_precision_of_a_date(date: str, parts: list[list[int]]) -> None:
    (item,) = json.loads(render(noted(passage(date=date, publisher="民政部", url="https://e.org")), "csl-json"))
    assert item == {
        "id": "a-txt",
        "type": "webpage",
        "title": "通知",
        "language": "zh",
        "author": [{"literal": "民政部"}],
        "issued": {"date-parts": parts},
        "URL": "https://e.org",
        "source": "a.txt",
        "note": "[1] “三个县” (characters 3–9)",
    }


def test_what_is_not_known_of_a_document_is_left_out() -> None:
    (item,) = json.loads(render(noted(passage()), "csl-json"))
    assert set(item) == {"id", "type", "title", "language", "source", "note"}


EMPTY = {"markdown": "| ", "csv": "row,note,document,", "bibtex": "", "csl-json": "[]\n"}


@pytest.mark.parametrize("form", NOTE_FORMATS)
def test_footnotes_of_an_answer_without_rows_are_well_formed(form, pilots: Asked) -> None:
    nothing = rows(pilots.store, find("is-this-place-a-pilot"), {"place": "无此地"})
    text = render(footnotes(pilots.store, nothing), form)
    assert text.startswith(EMPTY[form])
    assert len(text.splitlines()) <= 2


def test_a_date_with_a_time_zone_is_cited_without_it(tmp_path: Path) -> None:
    text = (Path(__file__).parent / "report.trig").read_text("utf-8").replace('"2022-05-06"', '"2022-05-06Z"')
    (tmp_path / "report.trig").write_text(text, "utf-8")
    store = GraphFile.at(tmp_path / "report.trig").store
    notes = footnotes(store, ask(store, question_of("SELECT ?fact { ?fact a rg:Issuance }")))
    (item,) = json.loads(render(notes, "csl-json"))
    assert item["issued"] == {"date-parts": [[2022, 5, 6]]}


def test_rows_that_count_are_footnoted_with_few_questions_however_many_there_are(shipped: Asked) -> None:
    table = rows(shipped.store, find("what-each-document-gave"))
    source = Counting(shipped.store)
    notes = footnotes(source, table)  # type: ignore[arg-type]
    assert len(table) > 10
    assert all(notes.numbers)
    assert len(source.asked) == 2, "the facts are listed once, and their passages looked up once"
