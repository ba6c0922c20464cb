import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse

from build_graph.emit.iris import Iris, slug
from build_graph.emit.terms import date, decimal, sorted_lines, string
from build_graph.iri import iri

IRIS = Iris("https://example.org/")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_string_survives_n_quads(text: str) -> None:
    line = f"<urn:s> <urn:p> {string(text)} ."
    (triple,) = parse(line, format=RdfFormat.N_TRIPLES)
    assert triple.object == Literal(text)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_name_makes_a_valid_iri(text: str) -> None:
    line = f"{IRIS.document(text)} <urn:p> <urn:o> ."
    assert len(list(parse(line, format=RdfFormat.N_TRIPLES))) == 1


@pytest.mark.parametrize(
    "address", ["http://a.cn/x?y=[1]&z=50%", "http://a.cn/试点 (1).html", "http://a.cn/%E8%AF%95#top"]
)
def test_an_address_of_the_web_becomes_a_valid_iri(address: str) -> None:
    assert len(list(parse(f"{iri(address)} <urn:p> <urn:o> .", format=RdfFormat.N_TRIPLES))) == 1


@pytest.mark.parametrize(("value", "datatype"), [("2025", "gYear"), ("2025-12", "gYearMonth"), ("2025-12-31", "date")])
def test_a_date_is_typed_by_its_precision(value: str, datatype: str) -> None:
    assert date(value) == f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{datatype}>'


@pytest.mark.parametrize(("value", "written"), [(30, "30"), (0.5, "0.5"), (12000000, "12000000"), (1 / 3, "0.333333")])
def test_a_decimal_has_no_exponent_and_no_needless_noughts(value: float, written: str) -> None:
    assert decimal(value).startswith(f'"{written}"^^')


def test_a_name_that_tells_all_stays_as_it_is_and_any_other_gets_a_digest() -> None:
    assert slug("建设试点") == "建设试点"
    assert slug("建设，试点") != slug("建设试点")
    assert slug("建设试点", "2025") != slug("建设试点", "2026")
    assert slug("试" * 40).startswith("试" * 24 + "-")


def test_a_passage_is_named_after_rfc_5147() -> None:
    assert IRIS.passage("001", 3, 9) == "<https://example.org/document/001#char=3,9>"


def test_an_institution_is_named_by_its_county_where_it_is_known() -> None:
    assert IRIS.institution("001", "510923", "县医院") == "<https://example.org/institution/510923/县医院>"
    assert IRIS.institution("001", None, "县医院") == "<https://example.org/document/001/institution/县医院>"


def test_the_lines_of_a_graph_are_sorted_and_told_once() -> None:
    statements = [("<b>", "<p>", "<o>"), ("<a>", "<p>", "<o>"), ("<b>", "<p>", "<o>")]
    assert sorted_lines(iter(statements), "<g>") == ["<a> <p> <o> <g> .\n", "<b> <p> <o> <g> .\n"]


@pytest.mark.parametrize("name", ["a#b", "a/b", "a?b", "50%", "甲 乙"])
def test_the_name_of_a_file_stays_one_segment(name: str) -> None:
    found = IRIS.document(name)
    assert found.startswith("<https://example.org/document/")
    assert not set(found.removeprefix("<https://example.org/document/")) & set("#/? ")
