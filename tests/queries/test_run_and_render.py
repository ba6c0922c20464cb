"""Answers: as Python values and as text."""

from __future__ import annotations

import csv
import gc
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import QueryResultsFormat as ResultsFormat
from pyoxigraph import RdfFormat, Store, parse_query_results

from queries import QueryError
from queries.formats import FORMATS
from queries.render import pieces, render
from queries.rows import Rows
from queries.run import run, select, streamed
from queries.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.rows import Terms

DATA = """
@prefix rg: <https://w3id.org/reformgraph/ontology#> .
<urn:a> rg:text "滦州市"@zh-hans ; rg:ordinal 3 ; rg:share 2.5 ; rg:isPilot true .
<urn:b> rg:text "b" ; rg:ordinal "many"^^<http://www.w3.org/2001/XMLSchema#integer> .
_:c rg:text "<script>" ; rg:kind rg:Goal .
"""
ALL = """
SELECT ?s ?text ?ordinal ?share ?isPilot ?kind
WHERE {
  ?s rg:text ?text
  OPTIONAL { ?s rg:ordinal ?ordinal }
  OPTIONAL { ?s rg:share ?share }
  OPTIONAL { ?s rg:isPilot ?isPilot }
  OPTIONAL { ?s rg:kind ?kind }
}
ORDER BY ?text
"""
CONSTRUCT = "CONSTRUCT { ?s rg:text ?t } WHERE { ?s rg:ordinal ?o ; rg:text ?t }"


@pytest.fixture
def store() -> Store:
    store = Store()
    store.load(DATA, format=RdfFormat.TURTLE)
    return store


def table_of(store: Store, sparql: str) -> Table:
    answer = run(store, sparql)
    assert isinstance(answer, Table)
    return answer


def test_a_select_gives_a_table_of_plain_values(store: Store) -> None:
    table = table_of(store, ALL)
    assert table.columns == ("s", "text", "ordinal", "share", "isPilot", "kind")
    assert table.rows[2] == ("urn:a", "滦州市", 3, 2.5, True, None)
    assert table[2]["ordinal"] == 3
    assert [row["text"] for row in table] == ["<script>", "b", "滦州市"]
    assert table[:1] == [table[0]]
    assert len(table) == 3


def test_an_ill_typed_number_stays_the_text_it_is(store: Store) -> None:
    assert table_of(store, ALL)[1]["ordinal"] == "many"


def test_ask_gives_a_truth_value(store: Store) -> None:
    assert run(store, "ASK { <urn:a> rg:ordinal 3 }") is True
    assert run(store, "ASK { <urn:a> rg:ordinal 4 }") is False


def test_construct_gives_sorted_triples(store: Store) -> None:
    answer = run(store, CONSTRUCT)
    assert isinstance(answer, tuple)
    assert [triple.subject.value for triple in answer] == ["urn:a", "urn:b"]


@pytest.mark.parametrize(
    ("sparql", "position"),
    [("SELECT ?s WHERE { ?s ?p", "1:24"), ("SELECT ?s\nWHERE { FOO }", r"2:\d+"), ("", "1:1")],
)
def test_malformed_sparql_is_told_in_one_line_with_its_position(store: Store, sparql: str, position: str) -> None:
    with pytest.raises(QueryError, match=rf"not SPARQL 1\.1: error at {position}") as caught:
        run(store, sparql)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_a_table_is_aligned_by_cells_and_not_by_characters(store: Store) -> None:
    table = table_of(store, "SELECT ?text ?ordinal { <urn:a> rg:text ?text ; rg:ordinal ?ordinal }")
    assert render(table) == (
        "text     ordinal\n"
        "────────────────\n"
        "滦州市         3\n"
        "\n"
        "1 row\n"
    )  # fmt: skip


def test_a_table_folds_at_the_width_of_the_terminal_and_loses_nothing(store: Store) -> None:
    folded = render(table_of(store, "SELECT ?s ?p { ?s ?p ?o } ORDER BY ?s ?p LIMIT 1"), "table", width=20)
    assert max(map(len, folded.splitlines())) <= 20
    wide = render(table_of(store, "SELECT (REPLACE('x', 'x', '县') AS ?y) {}"), "table", width=200)
    assert "县" in wide


def test_a_table_shows_prefixes_and_no_control_characters(store: Store) -> None:
    shown = render(table_of(store, 'SELECT ?kind ("\\u001B[31m\\n" AS ?x) { ?s rg:kind ?kind }'))
    assert "rg:Goal" in shown
    assert "\\x1b[31m\\n" in shown
    assert "\x1b" not in shown


NUMBERS = "SELECT ?n { VALUES ?n { " + " ".join(map(str, range(1000, 1500))) + " } }"


def test_a_long_table_shows_its_first_rows_and_says_how_many_there_are(store: Store) -> None:
    lines = render(table_of(store, NUMBERS)).splitlines()
    assert lines[2:5] == ["1000", "1001", "1002"]
    assert lines[-3:] == ["1199", "", "200 of 500 rows"]
    assert str(table_of(store, NUMBERS)).splitlines() == lines


@pytest.mark.parametrize(("most", "end"), [(499, "499 of 500 rows: ask again"), (500, "500 rows"), (501, "500 rows")])
def test_only_a_table_that_is_cut_says_how_to_get_the_rest(most: int, end: str, store: Store) -> None:
    shown = "".join(pieces(streamed(store, NUMBERS), "table", most=most, more="ask again"))
    assert shown.endswith(f"\n{1000 + min(most, 500) - 1}\n\n{end}\n")


def test_a_table_lays_out_no_more_rows_than_it_shows(store: Store) -> None:
    class Row(tuple):
        looked_at = 0

        def __iter__(self):
            Row.looked_at += 1
            return super().__iter__()

    rows = Rows(("n",), (Row(terms) for terms in table_of(store, NUMBERS).terms))
    assert "".join(pieces(rows, "table", most=20)).endswith("\n20 of 500 rows\n")
    assert Row.looked_at == 20


def test_the_rows_of_a_table_are_shown_before_the_others_are_counted(store: Store) -> None:
    given: list[int] = []
    first = next(pieces(Rows(("n",), counted(table_of(store, NUMBERS), given)), "table", most=20))
    assert first.splitlines()[-1] == "1019"
    assert len(given) == 20


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_form_for_programs_is_written_row_by_row_and_whole(form, store: Store) -> None:
    given: list[int] = []
    written = pieces(Rows(("n",), counted(table_of(store, NUMBERS), given)), form)
    head = next(written)
    assert given == []
    first = next(written)
    assert given == [0]
    assert "".join([head, first, *written]) == render(table_of(store, NUMBERS), form)
    assert len(given) == 500


def counted(table: Table, given: list[int]) -> Iterator[Terms]:
    """Yield the rows of a table, and note which have been asked for."""
    for number, terms in enumerate(table.terms):
        given.append(number)
        yield terms


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("sparql", [ALL, "SELECT ?s { ?s <urn:none> ?o }", "ASK {}"])
def test_rows_as_they_come_are_written_as_those_that_are_held(form, sparql: str, store: Store) -> None:
    assert "".join(pieces(streamed(store, sparql), form)) == render(run(store, sparql), form)


def test_csv_reads_back(store: Store) -> None:
    rows = list(csv.reader(io.StringIO(render(table_of(store, ALL), "csv"))))
    assert rows[0] == ["s", "text", "ordinal", "share", "isPilot", "kind"]
    assert rows[3] == ["urn:a", "滦州市", "3", "2.5", "true", ""]


@pytest.mark.parametrize("sparql", [ALL, "SELECT ?x { VALUES ?x { UNDEF } }", "SELECT ?s { ?s <urn:none> ?o }"])
def test_json_is_what_the_engine_itself_writes(store: Store, sparql: str) -> None:
    ours = json.loads(render(run(store, sparql), "json"))
    prefixes = {"rg": "https://w3id.org/reformgraph/ontology#"}
    theirs = json.loads(store.query(sparql, prefixes=prefixes).serialize(format=ResultsFormat.JSON))
    assert ours == theirs


def test_json_of_a_truth_value_reads_back(store: Store) -> None:
    text = render(run(store, "ASK {}"), "json")
    assert bool(parse_query_results(text, format=ResultsFormat.JSON)) is True


def test_turtle_of_triples_has_prefixes_and_reads_back(store: Store) -> None:
    text = render(run(store, CONSTRUCT))
    assert 'rg:text "滦州市"@zh-hans' in text
    back = Store()
    back.load(text, format=RdfFormat.TURTLE)
    assert len(back) == 2


def test_triples_also_make_a_table_and_csv(store: Store) -> None:
    assert render(run(store, CONSTRUCT), "csv").splitlines()[0] == "subject,predicate,object"
    assert "rg:text" in render(run(store, CONSTRUCT), "table")


def test_a_truth_value_makes_a_word_or_a_cell(store: Store) -> None:
    assert render(run(store, "ASK {}")) == "yes\n"
    assert render(run(store, "ASK { <urn:x> <urn:y> 1 }"), "table") == "no\n"
    assert render(run(store, "ASK {}"), "csv") == "answer\ntrue\n"


def test_forms_that_cannot_hold_an_answer_say_which_can(store: Store) -> None:
    with pytest.raises(QueryError, match="ask with CONSTRUCT"):
        render(run(store, ALL), "turtle")
    with pytest.raises(QueryError, match="choose turtle, table or csv"):
        render(run(store, CONSTRUCT), "json")
    quoted = "SELECT ?t { VALUES ?t { <<( <urn:a> <urn:b> 1 )>> } }"
    with pytest.raises(QueryError, match="triple term"):
        render(run(store, quoted), "json")
    assert "urn:a" in render(run(store, quoted), "csv")


def test_every_form_is_offered() -> None:
    assert FORMATS == ("table", "csv", "json", "turtle")


def test_a_notebook_shows_a_table_with_its_text_escaped(store: Store) -> None:
    page = table_of(store, ALL)._repr_html_()
    assert page.startswith("<table")
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


def test_where_a_table_is_asked_for_other_answers_are_refused(store: Store) -> None:
    assert select(store, "SELECT ?x { VALUES ?x { 1 } }").rows == ((1,),)
    with pytest.raises(QueryError, match="a SELECT query is asked for"):
        select(store, "ASK {}")


# frames


def test_a_table_becomes_a_frame_of_either_library_with_its_columns_and_values(store: Store) -> None:
    table = table_of(
        store, "SELECT ?s ?ordinal { ?s rg:text ?t OPTIONAL { ?s rg:ordinal ?ordinal } FILTER(ISIRI(?s)) } ORDER BY ?s"
    )
    assert table.to_pandas().to_dict("records") == [{"s": "urn:a", "ordinal": 3}, {"s": "urn:b", "ordinal": "many"}]
    numbers = table_of(store, "SELECT ?ordinal { <urn:a> rg:ordinal ?ordinal }")
    assert numbers.to_polars().to_dicts() == [{"ordinal": 3}]
    assert table_of(store, "SELECT ?s { ?s rg:nothing ?o }").to_polars().columns == ["s"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_not_installed_is_named_with_how_to_get_it(library: str, store: Store, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    table = table_of(store, ALL)
    with pytest.raises(QueryError, match=rf"^{library} is not installed: pip install 'reformgraph\[frames\]'$"):
        getattr(table, f"to_{library}")()


@pytest.mark.parametrize("searching", [True, False])
def test_the_search_for_cycles_is_as_it_was_once_there_is_an_answer(searching: bool) -> None:
    try:
        (gc.enable if searching else gc.disable)()
        run(Store(), "SELECT (1 AS ?a) {}")
        assert gc.isenabled() is searching
    finally:
        gc.enable()
