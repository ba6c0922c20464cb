"""The network in its two forms: the same nodes, edges, types and labels."""

from __future__ import annotations

import time
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest

from exports.networks.network import network
from exports.publish import export
from queries.store import GraphFile

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
BASE = "https://w3id.org/reformgraph/"
PROGRAM = BASE + "program/社区养老服务试点"
READERS = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}


@pytest.fixture(params=READERS)
def read(request: pytest.FixtureRequest, tmp_path: Path) -> networkx.DiGraph:
    export(request.param, GRAPH, tmp_path / "network")
    return READERS[request.param](tmp_path / "network")


def test_a_program_has_its_number_of_units_as_a_number_and_whether_it_is_a_pilot_as_a_truth_value(
    read: networkx.DiGraph,
) -> None:
    node = read.nodes[PROGRAM]
    assert (node["label"], node["kind"]) == ("社区养老服务试点", "program")
    assert (node["units"], type(node["units"])) == (4, int)
    assert node["is_pilot"] is True
    assert read.nodes[BASE + "program/江苏省养老服务改革"]["units"] == 0
    assert read.nodes[BASE + "program/江苏省养老服务改革"]["is_pilot"] is False


def test_a_place_has_its_code_its_class_and_a_point_inside_it(read: networkx.DiGraph) -> None:
    node = read.nodes[BASE + "place/320115"]
    assert (node["label"], node["code"], node["division"], node["province"]) == ("江宁区", "320115", "County", "江苏省")
    assert node["latitude"] == pytest.approx(31.9, abs=0.4)
    assert node["longitude"] == pytest.approx(118.8, abs=0.4)
    assert "latitude" not in read.nodes[BASE + "place/长三角"]


def test_a_consortium_leads_to_its_lead_its_members_its_place_and_its_program(read: networkx.DiGraph) -> None:
    edges = read.adj[PROGRAM + "/consortium/江宁联合体"]
    assert {target.removeprefix(BASE): data["relation"] for target, data in edges.items()} == {
        "program/社区养老服务试点": "consortium of",
        "institution/320115/江宁福利院": "led by",
        "institution/320115/东山护理站": "has member",
        "place/320115": "works in",
    }


def test_both_forms_hold_the_network_as_networkx_has_it(read: networkx.DiGraph) -> None:
    made = network(GraphFile.at(GRAPH).store)
    assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
    assert relations(read) == relations(made)


def relations(graph: networkx.DiGraph) -> dict[tuple[str, str], str]:
    return {(source, target): data["relation"] for source, target, data in graph.edges(data=True)}


@pytest.mark.parametrize("name", READERS)
def test_a_control_character_in_a_label_does_not_spoil_the_file(name: str, tmp_path: Path) -> None:
    rg, skos = "https://w3id.org/reformgraph/ontology#", "http://www.w3.org/2004/02/skos/core#"
    (tmp_path / "in.ttl").write_text(f'<urn:a> a <{rg}Agency> ; <{skos}prefLabel> "民\\u000B政部"@zh .', "utf-8")
    export(name, tmp_path / "in.ttl", tmp_path / "network")
    assert READERS[name](tmp_path / "network").nodes["urn:a"]["label"] == "民\ufffd政部"


def test_gephi_finds_the_label_where_it_looks_and_readable_in_the_file(tmp_path: Path) -> None:
    export("gexf", GRAPH, tmp_path / "x.gexf")
    assert 'label="江宁区"' in (tmp_path / "x.gexf").read_text("utf-8")
    root = ElementTree.parse(tmp_path / "x.gexf").getroot()
    assert root.get("version") == "1.2"
    titles = [attribute.get("title") for attribute in root.iter("{http://www.gexf.net/1.2draft}attribute")]
    assert len(set(titles)) == len(titles)


def test_the_gexf_file_does_not_tell_the_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export("gexf", GRAPH, tmp_path / "today")
    monkeypatch.setattr(time, "strftime", lambda *_: "1999-12-31")
    export("gexf", GRAPH, tmp_path / "then")
    assert (tmp_path / "then").read_bytes() == (tmp_path / "today").read_bytes()
    assert b"<meta><creator>reformgraph</creator></meta>" in (tmp_path / "then").read_bytes()
