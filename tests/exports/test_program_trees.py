"""Each program as one tree of JSON-LD: nothing is lost, nothing is added, nothing is fetched."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from pyld import jsonld
from pyoxigraph import Literal, RdfFormat, parse

from exports import ExportError
from exports.publish import export
from exports.rdf.program_trees import _refuse
from ontology import PREFIXES

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
BASE = "https://w3id.org/reformgraph/"
RG = PREFIXES["rg"]
PREFIX_LINES = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())


def exported(source: Path, tmp_path: Path) -> dict:
    export("jsonld-programs", source, tmp_path / "programs.jsonld")
    return json.loads((tmp_path / "programs.jsonld").read_text("utf-8"))


def trees(source: Path, tmp_path: Path) -> dict[str, dict]:
    return {tree["id"].rpartition("/")[2]: tree for tree in exported(source, tmp_path)["@graph"]}


def trees_of(turtle: str, tmp_path: Path) -> dict[str, dict]:
    (tmp_path / "in.ttl").write_text(f"@base <{BASE}> .\n{PREFIX_LINES}{turtle}", "utf-8")
    return trees(tmp_path / "in.ttl", tmp_path)


def names(things: list[dict]) -> list[str]:
    return [thing["id"].rpartition("/")[2] for thing in things]


@pytest.fixture
def elderly(tmp_path: Path) -> dict:
    return trees(GRAPH, tmp_path)["社区养老服务试点"]


def test_every_program_is_a_tree_with_its_facts_under_the_key_of_their_class(tmp_path: Path) -> None:
    found = trees(GRAPH, tmp_path)
    assert list(found) == ["江苏省养老服务改革", "社区养老服务试点", "绿色出行试点"]
    elderly = found["社区养老服务试点"]
    assert list(elderly)[:2] == ["id", "type"]
    counted = {key: len(value) for key, value in elderly.items() if key[-1] == "s" and isinstance(value, list)}
    assert {key: counted[key] for key in ("units", "goals", "conditions", "tasks", "counts", "issuances")} == {
        "units": 4, "goals": 2, "conditions": 2, "tasks": 2, "counts": 1, "issuances": 1,
    }  # fmt: skip
    assert len(elderly["consortia"]) == 2
    assert "facts" not in elderly


def test_a_unit_holds_its_place_and_the_place_its_province(elderly: dict) -> None:
    (unit,) = [unit for unit in elderly["units"] if unit["id"].endswith("320115")]
    assert unit["place"]["fullName"] == {"zh-hans": "江苏省南京市江宁区"}
    assert unit["place"]["province"]["prefLabel"] == {"zh-hans": "江苏省", "en": "Jiangsu"}
    assert unit["place"]["partOf"] == BASE + "place/320100"
    assert unit["program"] == elderly["id"]


def test_a_goal_holds_its_target_and_its_passage_with_the_words(elderly: dict) -> None:
    (goal,) = [goal for goal in elderly["goals"] if "target" in goal]
    assert goal["target"]["value"] == "60"
    (passage,) = goal["passage"]
    assert [each["exact"] for each in passage["hasSelector"] if "exact" in each] == ["社区养老服务试点"]
    assert passage["hasSource"] == BASE + "document/notice"


def test_tasks_stand_below_the_task_they_are_part_of_in_the_order_of_their_ordinals(elderly: dict) -> None:
    assert names(elderly["tasks"]) == ["设施", "队伍"]
    assert names(elderly["tasks"][0]["subtasks"]) == ["食堂", "改造"]
    assert {agency["type"] for agency in elderly["tasks"][0]["subtasks"][1]["responsible"]} == {"Agency"}
    assert names(elderly["conditions"]) == ["经费", "场地"]


def test_issuers_documents_and_consortia_stand_where_they_are_named(elderly: dict) -> None:
    assert elderly["issuedBy"][0]["prefLabel"] == {"zh-hans": "中华人民共和国民政部"}
    assert elderly["issuances"][0]["agency"]["id"] == BASE + "agency/民政部"
    assert elderly["references"][0]["policyDocument"]["officialNumber"] == "民发〔2020〕1号"
    (led,) = [each for each in elderly["consortia"] if "lead" in each]
    assert led["lead"]["prefLabel"] == {"zh-hans": "江宁福利院"}
    assert names(elderly["statedIn"]) == ["news", "notice"]


def test_another_program_is_referred_to_and_not_told(tmp_path: Path) -> None:
    local = trees(GRAPH, tmp_path)["江苏省养老服务改革"]
    assert local["implements"] == [BASE + "program/社区养老服务试点"]


def test_tasks_may_lie_as_deep_as_they_like(tmp_path: Path) -> None:
    chain = "".join(f"<t{n}> a rg:Task ; rg:program <p> ; rg:parentTask <t{n - 1}> .\n" for n in range(1, 12))
    (program,) = trees_of(f"<p> a rg:Program . <t0> a rg:Task ; rg:program <p> .\n{chain}", tmp_path).values()
    for n in range(12):
        (task,) = program["tasks" if n == 0 else "subtasks"]
        assert task["id"] == f"{BASE}t{n}"
        program = task
    assert "subtasks" not in program


@pytest.mark.parametrize(
    "parents",
    [
        "<a> rg:parentTask <b> . <b> rg:parentTask <a> .",
        "<a> rg:parentTask <a> .",
        "<a> rg:parentTask <b>, <c> .",
        "<a> rg:parentTask <elsewhere> .",
    ],
    ids=["in a circle", "its own parent", "two parents", "not of this program"],
)
def test_a_task_whose_parent_cannot_hold_it_stands_by_itself_and_names_it(parents: str, tmp_path: Path) -> None:
    tasks = "".join(f"<{name}> a rg:Task ; rg:program <p> .\n" for name in "abc")
    (program,) = trees_of(f"<p> a rg:Program .\n{tasks}{parents}", tmp_path).values()
    assert names(program["tasks"]) == ["a", "b", "c"]
    assert "parentTask" in program["tasks"][0]


def test_a_fact_of_an_unknown_class_stands_under_facts(tmp_path: Path) -> None:
    (program,) = trees_of(
        "<p> a rg:Program . <f> a <urn:Other> ; rg:program <p> . <g> rg:program <p> .", tmp_path
    ).values()
    assert names(program["facts"]) == ["f", "g"]


# statements


def statements(document: dict) -> set[str]:
    quads = jsonld.to_rdf(document, {"format": "application/n-quads"})
    return {str(quad.triple) for quad in parse(quads.encode(), format=RdfFormat.N_QUADS)}


def test_the_trees_say_nothing_that_the_graph_does_not_say(tmp_path: Path) -> None:
    said = statements(exported(GRAPH, tmp_path))
    assert said
    assert said <= {str(quad.triple) for quad in parse(path=GRAPH)}


def test_the_trees_say_everything_of_the_programs_and_of_what_belongs_to_them(tmp_path: Path) -> None:
    triples = {quad.triple for quad in parse(path=GRAPH)}
    programs = {triple.subject for triple in triples if str(triple.object) == f"<{RG}Program>"}
    facts = {triple.subject for triple in triples if triple.predicate.value == RG + "program"}
    led_to = {
        triple.object
        for triple in triples
        if triple.subject in programs | facts
        and not isinstance(triple.object, Literal)
        and triple.predicate.value.removeprefix(RG)
        in {"target", "place", "passage", "agency", "lead", "policyDocument"}
    }
    wanted = {str(triple) for triple in triples if triple.subject in programs | facts | led_to}
    assert len(programs | facts | led_to) > 40
    assert wanted <= statements(exported(GRAPH, tmp_path))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns about itself
def test_rdflib_reads_the_same_statements(tmp_path: Path) -> None:
    from rdflib import Graph

    document = exported(GRAPH, tmp_path)
    read = Graph().parse(data=(tmp_path / "programs.jsonld").read_bytes(), format="json-ld").serialize(format="nt")
    assert {str(quad.triple) for quad in parse(read, format=RdfFormat.N_TRIPLES)} == statements(document)


def test_numbers_keep_their_form(tmp_path: Path) -> None:
    trees_of(
        '<p> a rg:Program . <t> a rg:Task ; rg:program <p> ; rg:ordinal "03"^^xsd:integer ; rg:listedCount 7 .',
        tmp_path,
    )
    said = statements(json.loads((tmp_path / "programs.jsonld").read_text("utf-8")))
    assert any('"03"^^' in each for each in said)
    assert any('"7"^^' in each for each in said)


# nothing is fetched


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert exported(GRAPH, tmp_path)["@context"]["rg"] == RG


def test_a_context_elsewhere_would_be_refused() -> None:
    with pytest.raises(ExportError, match=r"https://example\.org/c lies on another machine, and nothing is fetched"):
        _refuse("https://example.org/c", {})


def test_a_program_that_is_a_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r'the program of .*/t is the text "某试点" and not a thing: give its IRI'):
        trees_of('<p> a rg:Program . <t> a rg:Task ; rg:program "某试点" .', tmp_path)


def test_a_graph_without_programs_gives_an_empty_list(tmp_path: Path) -> None:
    assert trees_of("<a> <b> <c> .", tmp_path) == {}
