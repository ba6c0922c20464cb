"""Parameters of questions: typed values become terms, names become what the graph calls them, text is never pasted."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from queries import QueryError
from queries.asking import ask, rows, written
from queries.catalogue import find, own
from queries.catalogue.parameters import read
from queries.choices import values
from queries.table import Table
from tests.queries.counting import Counting

if TYPE_CHECKING:
    from conftest import Asked

PREFIXED = (
    "@prefix rg: <https://w3id.org/reformgraph/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
)
XSD = "http://www.w3.org/2001/XMLSchema#"
LABEL = {"zh": "值", "en": "value"}


def parameter(kind: str, **more: object):
    return read("value", {"type": kind, **LABEL, **more})


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("text", " 河北省 ", Literal("河北省")),
        ("name", " 河北省 ", Literal("河北省")),
        ("integer", 12, Literal(12)),
        ("integer", "-3", Literal(-3)),
        ("year", 2025, Literal("2025", datatype=NamedNode(XSD + "gYear"))),
        ("date", "2025-06-30", Literal("2025-06-30", datatype=NamedNode(XSD + "date"))),
        ("date", datetime.date(2025, 6, 30), Literal("2025-06-30", datatype=NamedNode(XSD + "date"))),
        ("iri", "https://example.org/计划", NamedNode("https://example.org/计划")),
    ],
)
def test_a_value_becomes_a_term_of_its_type(kind, value, term) -> None:
    assert parameter(kind).term(value) == term


@pytest.mark.parametrize(
    ("kind", "value", "complaint"),
    [
        ("text", " ", "the text is empty"),
        ("name", "a\\u0022b", "a backslash before u or U is an escape in SPARQL"),
        ("text", "a\\u0022b", "a backslash before u or U is an escape in SPARQL"),
        ("integer", "ten", "a whole number is asked for"),
        ("year", "25", "a year of four figures is asked for"),
        ("year", "２０２５", "a year of four figures is asked for"),
        ("date", "2025", "a day is asked for, for example 2025-06-30"),
        ("date", "2025-02-30", "a day is asked for"),
        ("iri", "relative", "an absolute IRI is asked for"),
        ("iri", "urn:a> <urn:b", "an absolute IRI is asked for"),
        ("iri", "urn:\\u003E", "an absolute IRI is asked for"),
    ],
)
def test_a_value_of_another_type_is_told_with_what_is_asked_for(kind, value, complaint) -> None:
    with pytest.raises(QueryError, match=re.escape(complaint)):
        parameter(kind).term(value)


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        ({"type": "colour", **LABEL}, "no such type: colour"),
        ({"type": "text", **LABEL, "defualt": 1}, "no such key: defualt"),
        ({"type": "text", **LABEL, "default": "a", "example": "b"}, "a default and an example exclude each other"),
    ],
)
def test_a_declaration_that_makes_no_sense_is_told(record, complaint) -> None:
    with pytest.raises(ValueError, match=complaint):
        read("value", record)
    text = f"#+ parameters: {{value: {record}}}\nSELECT * {{}}".replace("'", '"')
    with pytest.raises(QueryError, match=r"mine\.rq: the #\+ header makes no sense"):
        own(text, "mine.rq")


# names


@pytest.mark.parametrize("name", ["江苏省", "Jiangsu", "320000", " 江苏省 "])
def test_a_province_goes_by_any_of_its_names(name: str, pilots: Asked) -> None:
    table = rows(pilots.store, find("pilot-units-by-province"), {"province": name})
    assert {row["province"] for row in table} == {"江苏省"}


@pytest.mark.parametrize("name", ["pilot-city", "试点城市", "pilot city"])
def test_a_level_goes_by_its_name_and_its_labels(name: str, pilots: Asked) -> None:
    table = rows(pilots.store, find("pilot-units-by-province"), {"level": name})
    assert {row["level"] for row in table} == {"pilot-city"}


@pytest.mark.parametrize("name", ["goal", "Goal", "GOAL"])
def test_a_kind_of_fact_goes_by_its_name_in_any_case(name: str, pilots: Asked) -> None:
    table = rows(pilots.store, find("facts-of-a-document"), {"document": "notice.txt", "kind": name})
    assert {row["kind"] for row in table} == {"Goal"}


def test_a_kind_of_two_words_may_be_written_as_people_and_as_programs_do(pilots: Asked) -> None:
    for name in ("PilotUnit", "pilot_unit", "pilot unit"):
        assert len(rows(pilots.store, find("facts-with-passages"), {"kind": name})) > 0


def test_a_name_that_may_mean_several_things_is_answered_with_all() -> None:
    store = Store()
    for number in (1, 2):
        triples = f"<urn:{number}> a rg:Program ; skos:prefLabel '试点{number}'@zh ; skos:altLabel '养老试点'@zh ."
        store.load(PREFIXED + triples, format=RdfFormat.TURTLE)
    with pytest.raises(QueryError, match=r"^program='养老试点' may mean 试点1, 试点2: say which$"):
        rows(store, find("conditions"), {"program": "养老试点"})


def test_a_name_that_is_not_there_is_answered_with_near_ones(pilots: Asked) -> None:
    with pytest.raises(QueryError, match=r"program='低碳' is not in the graph: did you mean 低碳出行试点"):
        rows(pilots.store, find("conditions"), {"program": "低碳"})


def test_nothing_is_near_to_nothing_and_a_long_value_is_not_repeated(pilots: Asked) -> None:
    with pytest.raises(QueryError, match=r"^province='' is not in the graph: there are 上海市, "):
        rows(pilots.store, find("pilot-units-by-province"), {"province": " "})
    with pytest.raises(QueryError) as caught:
        rows(pilots.store, find("pilot-units-by-province"), {"province": "省" * 30_000})
    assert len(str(caught.value)) < 300


def test_the_values_of_a_parameter_are_at_hand_for_a_form(pilots: Asked) -> None:
    question = find("pilot-units-by-province")
    assert values(question.parameters["province"], pilots.store)[0] == "上海市"
    assert "pilot-county" in values(question.parameters["level"], pilots.store)
    assert values(find("goals-overdue").parameters["date"], pilots.store) == []


def test_a_parameter_that_is_not_given_stands_for_any(pilots: Asked) -> None:
    question = find("conditions")
    everything = rows(pilots.store, question)
    assert rows(pilots.store, question, {"program": None}).terms == everything.terms
    one = rows(pilots.store, question, {"program": "绿色出行试点"})
    assert 0 < len(one) < len(everything)


def test_a_parameter_that_is_needed_is_asked_for_with_an_example(pilots: Asked) -> None:
    with pytest.raises(QueryError, match=r"goals-overdue needs date, for example date=2024-01-01"):
        rows(pilots.store, find("goals-overdue"))


def test_several_values_are_taken_where_the_question_takes_several(pilots: Asked) -> None:
    question = find("pilot-units-by-province")
    table = rows(pilots.store, question, {"level": ["pilot-city", "试点省"]})
    assert {row["level"] for row in table} == {"pilot-city", "pilot-province"}
    with pytest.raises(QueryError, match="province takes one value, not 2"):
        rows(pilots.store, question, {"province": ["江苏省", "浙江省"]})


def test_a_name_is_bound_as_the_graph_writes_it(pilots: Asked) -> None:
    sparql = written(pilots.store, find("pilot-units-of-a-program"), {"program": "社区养老服务试点"})
    assert 'VALUES ?_program { "社区养老服务试点"@zh-hans }' in sparql


def test_a_name_that_the_graph_writes_in_two_languages_is_bound_in_both() -> None:
    store = Store()
    triples = "<urn:p> a rg:Program ; skos:prefLabel '养老试点'@zh , '养老试点'@zh-tw ."
    store.load(PREFIXED + triples, format=RdfFormat.TURTLE)
    sparql = written(store, find("pilot-units-of-a-program"), {"program": "养老试点"})
    assert 'VALUES ?_program { "养老试点"@zh "养老试点"@zh-tw }' in sparql


def test_a_name_without_a_list_is_bound_in_the_usual_languages(pilots: Asked) -> None:
    sparql = written(pilots.store, find("is-this-place-a-pilot"), {"place": "青岛市"})
    assert '"青岛市" "青岛市"@zh-hans "青岛市"@zh "青岛市"@zh-cn "青岛市"@zh-hant "青岛市"@en' in sparql


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("pilot-units-of-a-program", {"program": "社区养老服务试点"}),
        ("conditions", {"program": "社区养老服务试点"}),
        ("pilot-units-by-province", {"province": "江苏省"}),
        ("pilot-units-by-province", {"province": "320000"}),
        ("facts-of-a-document", {"document": "notice.txt"}),
    ],
)
def test_a_name_is_looked_up_without_asking_for_all_names(question: str, arguments: dict, pilots: Asked) -> None:
    source = Counting(pilots.store)
    written(source, find(question), arguments)  # type: ignore[arg-type]
    assert not any("VALUES ?_name { UNDEF }" in sparql for sparql in source.asked)


@pytest.mark.parametrize("name", ["Jiangsu", "jiangsu", "江苏升"])
def test_all_names_are_asked_for_where_letters_have_a_case_or_nothing_is_found(name: str, pilots: Asked) -> None:
    source = Counting(pilots.store)
    try:
        written(source, find("pilot-units-by-province"), {"province": name})  # type: ignore[arg-type]
    except QueryError as error:
        assert "did you mean 江苏省" in str(error)
    assert "VALUES ?_name { UNDEF }" in source.asked[-1]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from(["甲", "乙", "A", "a"])] * 2), min_size=1), st.sampled_from("甲乙丙Aa"))
def test_a_look_up_finds_what_the_whole_list_has(labels: list[tuple[str, str]], name: str) -> None:
    usual, unusual = Store(), Store()  # names in an unusual language are found in the whole list only
    for store, language in ((usual, "zh"), (unusual, "zh-x-own")):
        for number, (label, other) in enumerate(labels):
            triples = f"<urn:{number}> a rg:Program ; skos:prefLabel '{label}'@zh ; skos:altLabel '{other}'@zh ."
            store.load(PREFIXED + triples.replace("@zh", f"@{language}"), format=RdfFormat.TURTLE)
    assert meant(usual, name) == meant(unusual, name)


def meant(store: Store, name: str) -> object:
    try:
        return [row["_p"] for row in rows(store, own(LISTED, "listed.rq"), {"p": name})]
    except QueryError as error:
        return str(error)


LISTED = (
    "#+ parameters: {p: {type: text, choices: programs, zh: 项目, en: program}}\nSELECT ?_p { VALUES ?_p { UNDEF } }"
)


def test_the_former_name_of_a_place_finds_what_it_was_and_has_become(pilots: Asked) -> None:
    for name in ("富阳市", "富阳区", "330111"):
        (row,) = rows(pilots.store, find("is-this-place-a-pilot"), {"place": name})
        assert row["place"] == "浙江省杭州市富阳市"


# injection

HOSTILE = (
    '河北省" } ?s ?p ?o . FILTER(true || "',
    "'} UNION { ?s ?p ?o } #",
    '" } VALUES ?_place { UNDEF',
    "a\nb\r\tc",
    "back\\slash\\",
    "\\",
    '\\"',
    "$1 \\1 \\g<0> %s {0} {{}}",
    "<b onmouseover='x'>&amp;",
    "?_place",
    "'''\"\"\"",
    "🂡\x7f\u2028",
)
ECHO = (
    '#+ parameters: {place: {type: text, example: a, zh: 地方, en: place}}\nSELECT ?_place { VALUES ?_place { "a" } }'
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_a_value_on_every_engine(text: str, pilots: Asked) -> None:
    from rdflib import Graph

    question = own(ECHO, "echo.rq")
    assert [row["_place"] for row in rows(pilots.store, question, {"place": text})] == [text.strip()]
    assert [row["_place"] for row in rows(pilots.endpoint, question, {"place": text})] == [text.strip()]
    found = Graph().query(written(pilots.store, question, {"place": text}))
    assert [str(row[0]) for row in found] == [text.strip()]


TWO = """#+ parameters:
#+   a: {type: text, example: x, zh: 一, en: one}
#+   b: {type: text, example: y, zh: 二, en: two}
SELECT ?_a ?_b ?z { VALUES ?_a { "x" } VALUES ?_b { "y" } }"""


def test_what_looks_like_the_block_of_another_parameter_is_a_value(pilots: Asked) -> None:
    hostile = {"a": "VALUES ?_b { k }", "b": "} BIND(42 AS ?z) VALUES ?w { "}
    assert list(rows(pilots.store, own(TWO, "two.rq"), hostile)) == [
        {"_a": "VALUES ?_b { k }", "_b": "} BIND(42 AS ?z) VALUES ?w {", "z": None}
    ]


@pytest.mark.parametrize("block", ['VALUES?_place{"a"}', 'values  ?_place\n{\n"a"\n}'])
def test_a_block_may_be_spelt_as_sparql_allows(block: str, pilots: Asked) -> None:
    question = own(ECHO.replace('VALUES ?_place { "a" }', block), "echo.rq")
    assert [row["_place"] for row in rows(pilots.store, question, {"place": "b"})] == ["b"]


@pytest.mark.parametrize(
    ("block", "complaint"),
    [("", "echo.rq: the parameter place has no block"), ('VALUES ?_place { "a" } ' * 2, "has 2 blocks VALUES")],
)
def test_a_parameter_that_would_not_be_bound_is_told(block: str, complaint: str, pilots: Asked) -> None:
    question = own(ECHO.replace('VALUES ?_place { "a" }', block), "echo.rq")
    with pytest.raises(QueryError, match=complaint):
        rows(pilots.store, question, {"place": "b"})


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_finds_no_place(text: str, pilots: Asked) -> None:
    assert len(rows(pilots.store, find("is-this-place-a-pilot"), {"place": text})) == 0


@pytest.mark.parametrize("text", [*HOSTILE, "a\\u0022 } #"])
@pytest.mark.parametrize("question", ["pilot-units-of-a-program", "conditions"])
def test_hostile_text_is_the_name_of_no_program(question: str, text: str, pilots: Asked) -> None:
    for source in (pilots.store, pilots.endpoint):
        with pytest.raises(QueryError, match="is not in the graph"):
            rows(source, find(question), {"program": text})


@settings(max_examples=200)
@given(text=st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_text_comes_back_as_it_was_or_is_refused(text: str) -> None:
    try:
        answer = ask(Store(), own(ECHO, "echo.rq"), {"place": text})
    except QueryError as error:
        assert "the text is empty" in str(error) or "escape in SPARQL" in str(error)
    else:
        assert isinstance(answer, Table)
        assert [row["_place"] for row in answer] == [text.strip()]
