"""What single questions answer in cases that the gold graphs do not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Store, serialize
from rdflib import RDFS, Namespace

from ontology import PREFIXES
from ontology.files import ontology_graph
from queries.asking import rows
from queries.catalogue import Question, catalogue, find
from queries.store import GraphFile

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Asked

HEAD = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in PREFIXES.items()) + "@base <https://e.org/> .\n"
RG = Namespace(PREFIXES["rg"])
DOCUMENT = '<d> a rg:SourceDocument ; dcterms:identifier "d.txt" .\n'


def answered(question: str, turtle: str, **arguments: str) -> list[dict]:
    store = Store()
    store.load(HEAD + DOCUMENT + turtle, format=RdfFormat.TURTLE)
    return list(rows(store, find(question), arguments))


@pytest.mark.parametrize(
    ("comparator", "declared", "listed", "verdict"),
    [
        ("at-least", 30, 35, "agrees"),
        ("more-than", 30, 35, "agrees"),
        ("at-least", 30, 29, "differs"),
        ("at-most", 30, 29, "agrees"),
        ("at-most", 30, 31, "differs"),
        ("equal", 30, 30, "agrees"),
        ("equal", 30, 31, "differs"),
    ],
)
def test_the_comparator_decides_whether_a_list_agrees_with_its_number(comparator, declared, listed, verdict) -> None:
    (row,) = answered(
        "declared-counts-against-lists",
        f'<c> a rg:DeclaredCount ; rg:countOf "县"@zh ; schema:value {declared} ; rg:listedCount {listed} ; '
        f"rg:comparator comparator:{comparator} .",
    )
    assert row["verdict"] == verdict


def test_a_task_stands_below_its_parent_down_to_the_fourth_level() -> None:
    tree = {"b": None, "a": None, "a2": "a", "a1": "a", "a1y": "a1", "a1x": "a1", "a1x1": "a1x", "b1": "b"}
    order = {"a": 1, "b": 2, "a1": 1, "a2": 2, "a1x": 1, "a1y": 2, "a1x1": 1, "b1": 1}
    turtle = "".join(
        f'<{name}> a rg:Task ; rg:text "{name}"@zh ; rg:ordinal {order[name]} .\n'
        + (f"<{name}> rg:parentTask <{parent}> .\n" if parent else "")
        for name, parent in tree.items()
    )
    found = answered("task-tree", turtle)
    assert [row["task"] for row in found] == ["a", "a1", "a1x", "a1x1", "a1y", "a2", "b", "b1"]
    assert [row["depth"] for row in found] == [1, 2, 3, 4, 3, 2, 1, 2]


@pytest.mark.parametrize(
    ("condition", "quantity"),
    [
        ("年满60周岁的居民", "60周岁"),
        ("近三年无事故", "三年"),
        ("2010年以后新建，使用年限20年以上", "20年"),
        ("屋顶面积1500平方米以上", "1500平方米"),
        ("每个乡镇至少有一所卫生院", "一所"),
        ("比例不低于12.5%", "12.5%"),
        ("2023年12月31日前建成", None),
        ("统一规划，统一项目管理", None),
    ],
)
def test_a_condition_with_a_quantity_is_shown_with_it_and_dates_are_none(condition: str, quantity: str | None) -> None:
    found = answered("conditions-with-quantities", f'<c> a rg:Condition ; rg:text "{condition}"@zh ; rg:statedIn <d> .')
    assert [row["quantity"] for row in found] == ([quantity] if quantity else [])


@pytest.mark.parametrize(
    ("number", "office", "year"),
    [
        ("国办发〔2017〕32号", "国办发", "2017"),
        ("国发[2014]42号", "国发", "2014"),
        ("生态环境部公告2019年第14号", "生态环境部公告", "2019"),
        ("第12号令", "第12号令", ""),
    ],
)
def test_a_document_number_names_its_office_and_its_year(number: str, office: str, year: str) -> None:
    (row,) = answered(
        "policy-documents-by-issuer-and-year",
        "<r> a rg:DocumentReference ; rg:policyDocument <p> ; rg:relation document-relation:cites ; rg:statedIn <d> .\n"
        f'<p> a rg:PolicyDocument ; dcterms:title "某通知"@zh ; eli:id_local "{number}" .',
    )
    assert (row["office"], row["year"]) == (office, year)


def test_a_number_of_tasks_is_told_where_the_graph_has_none_of_them() -> None:
    (row,) = answered(
        "tasks-declared-against-listed",
        '<p> a rg:Program ; skos:prefLabel "某试点"@zh .\n'
        '<c> a rg:DeclaredCount ; rg:countOf "重点任务"@zh ; rg:program <p> ; schema:value 6 .',
    )
    assert (row["declared"], row["top_tasks"], row["all_tasks"]) == (6, 0, 0)


TWO_PAGES = """
<e> a rg:SourceDocument ; dcterms:identifier "e.txt" ; dcterms:date "2024"^^xsd:gYear .
<p> a rg:Program ; skos:prefLabel "某试点"@zh .
<c1> a rg:DeclaredCount ; rg:countOf "县"@zh ; rg:program <p> ; schema:value 5 ; rg:statedIn <d> .
<c2> a rg:DeclaredCount ; rg:countOf "县"@zh ; rg:program <p> ; schema:value 9 ; rg:statedIn <e> .
"""


@pytest.mark.parametrize("question", ["how-a-count-changed", "values-that-documents-disagree-on"])
def test_two_numbers_of_one_page_are_about_two_things(question: str) -> None:
    assert len(answered(question, TWO_PAGES)) > 0
    assert answered(question, TWO_PAGES.replace("<e> .", "<d> .")) == []
    assert answered(question, TWO_PAGES.replace("statedIn <", "statedIn <d> , <")) == []


def test_a_program_with_names_in_two_languages_is_one_gap() -> None:
    found = answered("what-we-do-not-know", '<p> a rg:Program ; skos:prefLabel "某试点"@zh , "Some pilot"@en .')
    assert [row["about"] for row in found if row["gap"] == "who issues it"] == ["某试点"]


@pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)
def test_a_graph_without_named_graphs_gives_no_more_rows(question: Question, pilots: Asked, tmp_path: Path) -> None:
    """What each document says is then not known: rows may be missing or incomplete, but none is made up."""
    union = sorted({quad.triple for quad in GraphFile.at(pilots.file).statements()}, key=str)
    serialize(union, tmp_path / "union.nt", RdfFormat.N_TRIPLES)
    shown = {each.name: each.shown for each in question.parameters.values() if each.is_required}
    if "document" in shown:
        shown["document"] = "report.txt"
    assert len(rows(GraphFile.at(tmp_path / "union.nt").store, question, shown)) <= len(
        rows(pilots.store, question, shown)
    )


@pytest.mark.parametrize("name", ["facts-with-passages", "facts-said-by-one-document"])
def test_a_question_that_lists_the_kinds_of_facts_lists_those_of_the_ontology(name: str) -> None:
    facts = set(ontology_graph().subjects(RDFS.subClassOf, RG.Fact))
    listed = dict(re.findall(r'\(rg:(\w+) "(\w+)"\)', find(name).sparql))
    assert all(kind == said for kind, said in listed.items())
    assert {RG[kind] for kind in listed} - {RG.Discrepancy} == facts


def test_a_fact_about_two_places_of_one_name_is_told_once_with_each_passage() -> None:
    passages = "".join(
        f"<s{n}> a rg:Passage ; oa:hasSource <d> ; oa:hasSelector <t{n}> , <q{n}> . "
        f'<t{n}> oa:start {n} ; oa:end {n + 1} . <q{n}> oa:exact "字{n}" .\n'
        for n in (1, 2)
    )
    found = answered(
        "facts-with-passages",
        '<u> a rg:PilotUnit ; rg:place <x> , <y> ; rg:passage <s1> , <s2> . <x> rg:fullName "甲县"@zh . '
        f'<y> rg:fullName "甲县"@zh .\n{passages}',
    )
    assert [(row["said"], row["quote"]) for row in found] == [("甲县", "字1"), ("甲县", "字2")]


CITY = """
PREFIX level: <https://w3id.org/reformgraph/list/designation-level/>
<c> rg:fullName "某市"@zh ; rg:divisionCode "110100" .
<x> rg:fullName "某市甲县"@zh ; rg:divisionCode "110121" ; rg:partOf <c> .
<y> rg:fullName "某市乙县"@zh ; rg:partOf <c> .
<p> skos:prefLabel "县的试点"@zh .
<q> skos:prefLabel "市的试点"@zh .
<x1> a rg:PilotUnit ; rg:designationLevel level:pilot-county ; rg:place <x> ; rg:program <p> .
<x2> a rg:PilotUnit ; rg:designationLevel level:pilot-county ; rg:place <x> ; rg:program <q> .
<y1> a rg:PilotUnit ; rg:designationLevel level:pilot-county ; rg:place <y> ; rg:program <p> .
<c1> a rg:PilotUnit ; rg:designationLevel level:pilot-city ; rg:place <c> ; rg:program <q> .
<c2> a rg:PilotUnit ; rg:designationLevel level:pilot-city ; rg:place <c> ; rg:program <p> .
"""


def test_a_pilot_city_with_pilot_counties_is_told_with_each_designation_once() -> None:
    found = answered("county-pilots-inside-pilot-cities", CITY)
    assert [(row["place"], row["program"]) for row in found] == [
        ("某市", "县的试点"),
        ("某市", "市的试点"),
        ("某市乙县", "县的试点"),
        ("某市甲县", "县的试点"),
        ("某市甲县", "市的试点"),
    ]
    assert {row["city"] for row in found} == {"某市"}


def test_a_pilot_city_without_pilot_counties_is_not_told_and_no_county_without_its_city() -> None:
    assert answered("county-pilots-inside-pilot-cities", CITY.replace("pilot-county", "pilot-city")) == []
    assert answered("county-pilots-inside-pilot-cities", CITY.replace("pilot-city", "pilot-county")) == []
