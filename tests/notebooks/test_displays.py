"""What a notebook shows of answers, footnotes, questions, facts, places and graphs."""

from __future__ import annotations

import copy
import pickle
import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

import reformgraph
from queries import QueryError
from queries.asking import Answered
from queries.catalogue import own
from queries.footnotes.notes import Footnotes, Passage
from queries.notebook.grid import Cell
from queries.run import Triples
from queries.table import Table
from tests.notebooks import pages

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
EVIL = "<script>alert('x')</script>&\""
NOTICE = """关于开展县域养老服务试点的通知

民政部决定开展县域养老服务试点。
试点县：河北省滦南县、江苏省太仓市。
到2025年，试点县日间照料站覆盖率达到60%以上。
"""


@pytest.fixture(scope="module")
def graph() -> reformgraph.Graph:
    return reformgraph.Graph.open(GRAPH)


def numbers(count: int) -> Table:
    return Table(("n",), tuple((Literal(number),) for number in range(count)))


def noted(count: int, quote: str = "三个县", url: str = "") -> Footnotes:
    passages = tuple(
        Passage("a.txt", n, n + 3, quote, False, "通知", "民政部", "2021-03", url, "") for n in range(count)
    )
    return Footnotes(numbers(count), tuple((n + 1,) for n in range(count)), passages)


# answers


def test_an_answer_shows_its_question_and_what_its_columns_hold_in_both_languages(graph: reformgraph.Graph) -> None:
    shown = graph.ask("provinces-with-county-and-city-pilots")._repr_html_()
    assert pages.caption(shown) == [
        "Which provinces have both county pilots and city pilots?",
        "哪些省份既有试点县，又有试点城市？",
        "1 row",
    ]
    assert pages.head(shown) == ["province 省份", "county_pilots 县级试点数", "city_pilots 城市试点数"]
    assert pages.rows(shown) == [["江苏省", "2", "1"]]
    assert 'title="full name of the province"' in shown


def test_the_name_of_a_fact_is_not_shown_but_programs_get_it(graph: reformgraph.Graph) -> None:
    answer = graph.ask("conditions")
    assert "fact" in answer.columns
    assert "fact" not in " ".join(pages.head(answer._repr_html_()))
    assert isinstance(answer.shown, Answered)


def test_numbers_stand_right_and_texts_left(graph: reformgraph.Graph) -> None:
    tree = pages.page(graph.ask("SELECT ('7' AS ?text) (7 AS ?number) {}")._repr_html_())
    sides = [re.match(r"text-align:(\w+)", each.get("style"))[1] for each in tree.iter("th", "td")]
    assert sides == ["left", "right", "left", "right"]


def test_all_text_is_escaped(graph: reformgraph.Graph) -> None:
    header = "#+ question: {zh: '<script>'}\n#+ columns: {a: {zh: <b>, en: '<b>\"<b>'}}\n"
    question = own(f"{header}SELECT *", EVIL)
    table = Answered((EVIL, "a"), ((Literal(EVIL), NamedNode("urn:x:'y")),), question)
    for shown in (table._repr_html_(), noted(2, quote=EVIL)._repr_html_(), reformgraph.place(EVIL)._repr_html_()):
        pages.page(shown)
        assert "<script>" not in shown
        assert "<b>" not in shown
    assert pages.rows(table._repr_html_()) == [[EVIL, "urn:x:'y"]]


def test_an_iri_is_a_short_link_with_all_of_it_at_hand() -> None:
    long = "https://data.example.org/reform/program/社区养老服务试点/unit/pilot-county/320115"
    table = Table(("a", "b"), ((NamedNode(long), NamedNode("https://w3id.org/reformgraph/ontology#Goal")),))
    assert pages.rows(table._repr_html_()) == [["…/pilot-county/320115", "rg:Goal"]]
    cell = pages.page(table._repr_html_()).find(".//td")
    assert cell.get("title") == cell.find("a").get("href") == long


@pytest.mark.parametrize(
    "term", [NamedNode("javascript:alert(1)"), NamedNode("urn:x:y"), Literal("see http://a.org b")]
)
def test_only_addresses_of_pages_are_links(term: NamedNode | Literal) -> None:
    assert pages.page(Table(("a",), ((term,),))._repr_html_()).find(".//a") is None


def test_an_address_that_is_a_text_is_a_link() -> None:
    found = pages.page(Table(("a",), ((Literal("http://a.org/1"),),))._repr_html_()).find(".//a")
    assert found.get("href") == "http://a.org/1"


def test_a_chinese_text_says_its_language() -> None:
    shown = Table(("a",), ((Literal("县", language="zh-hans"),),))._repr_html_()
    assert pages.page(shown).find(".//td").get("lang") == "zh-hans"


def test_sixty_rows_are_all_shown() -> None:
    assert [row[0] for row in pages.rows(numbers(60)._repr_html_())] == [str(n) for n in range(60)]


def test_of_a_longer_answer_the_first_and_the_last_rows_are_shown_and_the_others_counted() -> None:
    shown = numbers(61)._repr_html_()
    expected = [*(str(n) for n in range(10)), "… 41 more rows …", *(str(n) for n in range(51, 61))]
    assert [row[0] for row in pages.rows(shown)] == expected
    assert pages.caption(shown) == ["61 rows"]


def test_rows_that_are_not_shown_are_not_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[object] = []

    def lay_out(term: object) -> Cell:
        laid.append(term)
        return Cell("n")

    monkeypatch.setattr("queries.notebook.answer.cell", lay_out)
    numbers(1000)._repr_html_()
    assert len(laid) == 20


def test_an_answer_without_rows_says_so() -> None:
    shown = Table(("a",), ())._repr_html_()
    assert pages.caption(shown) == ["0 rows"]
    assert pages.rows(shown) == []


def test_a_header_of_ones_own_need_not_say_anything_useful(graph: reformgraph.Graph) -> None:
    shown = graph.ask("#+ columns: {a: 县, b: {zh: 市}}\nSELECT (1 AS ?a) (2 AS ?b) {}")._repr_html_()
    assert pages.head(shown) == ["a", "b 市"]


def test_triples_are_shown_as_a_table_and_stay_a_tuple(graph: reformgraph.Graph) -> None:
    answer = graph.ask("CONSTRUCT { ?s a rg:Goal } { ?s a rg:Goal }")
    assert isinstance(answer, Triples)
    assert answer == tuple(answer)
    assert pages.head(answer._repr_html_()) == ["subject", "predicate", "object"]
    assert repr(answer) == f"<Triples: {len(answer)}>"


def test_where_no_html_is_shown_an_answer_is_one_line_and_print_shows_all(graph: reformgraph.Graph) -> None:
    answer = graph.ask("provinces-with-county-and-city-pilots")
    assert repr(answer) == "<Answered: 1 × province, county_pilots, city_pilots>"
    assert "江苏省" in str(answer)
    assert str(answer).endswith("1 row\n")


def test_the_same_answer_is_shown_by_the_same_bytes(graph: reformgraph.Graph) -> None:
    assert graph.ask("conditions")._repr_html_() == graph.ask("conditions")._repr_html_()


# footnotes


def test_numbers_lead_to_notes_and_back() -> None:
    tree = pages.page(noted(3)._repr_html_())
    names = {each.get("id") for each in tree.iter() if each.get("id")}
    leads = [each.get("href").removeprefix("#") for each in tree.iter("a")]
    assert len(leads) == len(names) == 6
    assert set(leads) == names
    assert [each.text for each in tree.iterfind(".//sup/a")] == ["1", "2", "3"]
    assert all(each.get("aria-label") for each in tree.iter("a"))


def test_a_note_quotes_its_document_and_says_where() -> None:
    note = pages.page(noted(1, url="http://a.org/1")._repr_html_()).find(".//li")
    text = " ".join(note.text_content().split())
    assert text == "三个县 民政部, 通知, 2021-03; a.txt, characters 0–3, http://a.org/1 ↩"
    assert note.get("value") == "1"


def test_two_outputs_of_the_same_notes_have_no_name_in_common() -> None:
    notes = noted(2)
    one, two = (set(re.findall(r' id="([^"]+)"', notes._repr_html_())) for _ in range(2))
    assert one.isdisjoint(two)


def test_of_a_long_answer_only_notes_of_shown_rows_stand_below() -> None:
    tree = pages.page(noted(100)._repr_html_())
    assert [int(each.get("value")) for each in tree.iter("li")] == [*range(1, 11), *range(91, 101)]
    assert tree.find(".//p").text == "… and 80 more notes, of the rows that are not shown"


def test_an_answer_keeps_its_question_above_its_notes(graph: reformgraph.Graph) -> None:
    notes = graph.footnotes(graph.ask("conditions"))
    assert pages.caption(notes._repr_html_())[-1] == "2 rows, 1 passage"
    assert pages.head(notes._repr_html_())[-1] == "notes 注"
    assert repr(notes) == "<Footnotes: 2 rows, 1 passages>"


def test_footnotes_are_written_in_every_form_by_name(graph: reformgraph.Graph) -> None:
    notes = graph.footnotes(graph.ask("conditions"))
    assert notes.to_text().startswith("| ")
    assert notes.to_text("bibtex").startswith("@online{")
    with pytest.raises(QueryError, match="no form 'bib': choose markdown, csv, bibtex, csl-json"):
        notes.to_text("bib")


# questions


def test_questions_are_shown_by_name_and_in_both_languages() -> None:
    found = reformgraph.Graph.questions("overdue")
    assert pages.rows(found._repr_html_()) == [
        [
            "goals-overdue",
            "Whose deadline has passed on a given day?",
            "到某一天，哪些目标已经到期？",
            "date=2024-01-01",
        ]
    ]
    assert pages.caption(found._repr_html_()) == ["1 stored question"]
    assert repr(found) == "<Questions: goals-overdue>"
    assert repr(reformgraph.Graph.questions("no such word")) == "<Questions: none>"


def test_parameters_that_may_be_left_out_stand_in_brackets() -> None:
    shown = reformgraph.Graph.questions("pilot-units-by-province")._repr_html_()
    assert pages.rows(shown)[0][3] == "[province], [program], [level]"


# facts


def test_facts_are_a_tuple_that_a_notebook_shows_with_their_words() -> None:
    facts = reformgraph.facts(text=NOTICE)
    assert facts == tuple(facts)
    assert isinstance(facts, reformgraph.Facts)
    rows = pages.rows(facts._repr_html_())
    assert len(rows) == len(facts)
    unit = next(row for row in rows if row[1] == "pilot_unit")
    assert unit[0] == "text"
    assert "滦南县" in unit[2]
    assert "code: 130224, level: county" in unit[3]
    assert f"“河北省滦南县” {NOTICE.index('河北省')}–{NOTICE.index('河北省') + 6}" in unit[5]


def test_facts_of_several_documents_say_which(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(NOTICE, "utf-8")
    facts = reformgraph.facts(tmp_path)
    assert {row[0] for row in pages.rows(facts._repr_html_())} == {"one.txt", "two.txt"}
    assert repr(facts) == f"<Facts: {len(facts)} facts of 2 documents>"


def test_facts_can_be_copied_and_kept() -> None:
    facts = reformgraph.facts(text=NOTICE)
    for same in (pickle.loads(pickle.dumps(facts)), copy.deepcopy(facts)):
        assert same == facts
        assert same.documents == facts.documents


def test_a_text_that_says_nothing_shows_no_fact() -> None:
    assert pages.caption(reformgraph.facts(text="今天天气很好。")._repr_html_()) == ["0 facts of 1 document"]


# places


def test_a_place_says_why() -> None:
    found = reformgraph.place("滦县")
    assert "why: the only 滦县" in str(found)
    assert pages.page(found._repr_html_()).find("pre").text == str(found)


def test_a_name_of_several_places_shows_all_of_them() -> None:
    assert str(reformgraph.place("朝阳区")).count("may be") == 2
