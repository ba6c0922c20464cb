"""The five shipped documents, from the bytes to the published graph."""

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from pyoxigraph import RdfFormat, Store

from build_graph.pipeline import Summary, build, json_lines, read_facts

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "documents"
APPROVED = Path(__file__).parent / "gold" / "facts.jsonl"


@pytest.fixture(scope="module")
def lines() -> list[str]:
    failed: list = []
    found = [line for facts in read_facts([DOCUMENTS], on_error=failed.append) for line in json_lines(facts)]
    assert failed == []
    return found


@pytest.fixture(scope="module")
def facts(lines: list[str]) -> list[dict]:
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def summary(tmp_path_factory) -> Summary:
    return build([DOCUMENTS], tmp_path_factory.mktemp("built") / "out", stamp=False)


@pytest.fixture(scope="module")
def store(summary: Summary) -> Store:
    store = Store()
    store.bulk_load(path=summary.folder / "graph.nq", format=RdfFormat.N_QUADS)
    return store


def test_the_reading_is_the_approved_one(lines: list[str]) -> None:
    assert lines == APPROVED.read_text("utf-8").splitlines()


def test_every_fact_keeps_the_contract(facts: list[dict]) -> None:
    schema = json.loads(files("build_graph.emit").joinpath("fact.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for fact in facts for error in validator.iter_errors(fact)] == []


def test_every_passage_reads_back_in_the_source(facts: list[dict]) -> None:
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in DOCUMENTS.glob("*.txt")}
    for fact in facts:
        for passage in fact["passages"]:
            assert texts[fact["document"]][passage["start"] : passage["end"]] == passage["exact"]


def test_every_program_that_a_fact_names_is_a_program_of_its_document(facts: list[dict]) -> None:
    programs = {(fact["document"], fact["name"]) for fact in facts if fact["kind"] == "program"}
    assert {(f["document"], f["program"]) for f in facts if f["program"]} <= programs


def test_personal_data_of_the_pages_reaches_neither_facts_nor_graph(lines: list[str], summary: Summary) -> None:
    published = "".join(path.read_text("utf-8") for path in sorted(summary.folder.rglob("*.*")))
    for personal in ("18664679034", "0313-2051987", "麦老师", "@163.com"):
        assert personal not in published
        assert not any(personal in line for line in lines)


def test_the_graph_is_published_with_its_counts(summary: Summary) -> None:
    assert summary.published
    assert summary.facts["pilot_unit"] == 15 + 81 + 2
    assert summary.discrepancies == {"count_mismatch": 1, "lost_digits": 7, "wrong_province": 4}
    told = json.loads((summary.folder / "summary.json").read_text("utf-8"))
    assert told["quads"] == len((summary.folder / "graph.nq").read_text("utf-8").splitlines())
    assert told["results"]["violation"] == 0


def test_the_warnings_are_the_four_rows_in_the_wrong_province(summary: Summary) -> None:
    warned = [r for r in summary.report.results if r.severity == "warning"]
    assert {r.focus.rsplit("/", 1)[1] for r in warned} == {"150200", "220100", "620300", "640100"}


RG = "PREFIX rg: <https://w3id.org/reformgraph/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "


def ask(store: Store, query: str) -> list[tuple[str, ...]]:
    return sorted(tuple(term.value for term in row) for row in store.query(RG + query, use_default_graph_as_union=True))


def test_two_documents_speak_of_one_pilot_and_two_places_carry_out_its_policy(store: Store) -> None:
    spoken = ask(store, "SELECT ?p (COUNT(DISTINCT ?d) AS ?n) { ?p a rg:Program ; rg:statedIn ?d } GROUP BY ?p")
    assert Counter(number for _, number in spoken) == {"1": 4, "2": 1}
    (pilot,) = [program for program, number in spoken if number == "2"]
    related = ask(store, f"SELECT ?o {{ <{pilot}> rg:samePolicyAs ?o }}")
    assert len(related) == 2
    for (other,) in related:
        assert ask(store, f"SELECT ?u {{ ?u a rg:PilotUnit ; rg:program <{other}> }}") == []
        assert ask(store, f"SELECT ?p {{ <{other}> rg:implements ?p }}") == [(pilot,)]


def test_a_unit_said_by_two_documents_is_one_node_with_the_passages_of_both(store: Store) -> None:
    found = ask(store, "SELECT DISTINCT ?u { ?u a rg:PilotUnit ; rg:statedIn ?a, ?b FILTER(STR(?a) < STR(?b)) }")
    assert [unit.rsplit("/", 2)[1:] for (unit,) in found] == [
        ["pilot-province", "140000"],
        ["pilot-province", "330000"],
    ]


def test_the_lost_number_of_counties_has_a_suggestion_and_no_value(store: Store) -> None:
    assert ask(store, "SELECT ?s ?v { ?d rg:suggestedValue ?v ; rg:stated ?s }") == [("等个县", "567")]
    lost = "SELECT ?c { ?c a rg:DeclaredCount ; rg:rule 'count-lost' ; <https://schema.org/value> ?v }"
    assert ask(store, lost) == []


def test_one_ministry_is_one_agency_in_all_documents(store: Store) -> None:
    query = "SELECT ?d { ?i a rg:Issuance ; rg:agency/skos:prefLabel ?l ; rg:statedIn ?d FILTER(STR(?l) = '国家卫生健康委员会') }"
    assert len(set(ask(store, query))) == 2


def test_no_node_of_the_graph_is_blank_and_every_place_is_described(store: Store, summary: Summary) -> None:
    assert "_:" not in (summary.folder / "graph.nq").read_text("utf-8").replace('"', "")
    dangling = "SELECT DISTINCT ?p { ?s rg:place|rg:partOf|rg:province|rg:jurisdiction|rg:replacedBy ?p FILTER NOT EXISTS { ?p a ?c } }"
    assert ask(store, dangling) == []
