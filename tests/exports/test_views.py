"""The table and the network say what the graph says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx
import pytest

from exports.publish import export
from queries.store import GraphFile

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
RG = "https://w3id.org/reformgraph/ontology#"
PLACE = "https://w3id.org/reformgraph/place/"
PROGRAM = "https://w3id.org/reformgraph/program/"


# table


def test_the_table_opens_in_a_spreadsheet_and_has_a_row_for_each_unit_and_document(tmp_path: Path) -> None:
    export("csv", GRAPH, tmp_path / "units.csv")
    assert (tmp_path / "units.csv").read_bytes().startswith(b"\xef\xbb\xbfprovince,")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "units.csv").read_text("utf-8-sig"))))
    assert len(rows) == 9
    assert {row["unit"] for row in rows if row["province"] == "江苏省"} == {
        "江苏省南京市江宁区",
        "江苏省苏州市",
        "江苏省苏州市太仓市",
    }


# network


@pytest.fixture
def network(tmp_path: Path) -> networkx.DiGraph:
    export("graphml", GRAPH, tmp_path / "graph.graphml")
    return networkx.read_graphml(tmp_path / "graph.graphml")


def test_the_nodes_of_the_network_have_labels_and_kinds(network: networkx.DiGraph) -> None:
    kinds = networkx.get_node_attributes(network, "kind")
    assert {kind: list(kinds.values()).count(kind) for kind in set(kinds.values())} == {
        "program": 3,
        "pilot unit": 8,
        "place": 13,
        "agency": 2,
        "consortium": 2,
        "institution": 2,
    }
    assert all(data["label"] for _, data in network.nodes(data=True))
    assert network.nodes[PROGRAM + "绿色出行试点/unit/pilot-city/320500"] == {
        "kind": "pilot unit",
        "label": "苏州市",
        "code": "320500",
        "level": "pilot-city",
        "province": "江苏省",
        "longitude": pytest.approx(120.6, abs=1),
        "latitude": pytest.approx(31.3, abs=1),
    }


def test_the_edges_of_the_network_say_their_relation(network: networkx.DiGraph) -> None:
    unit = PROGRAM + "社区养老服务试点/unit/pilot-county/320115"
    assert network.edges[unit, PROGRAM + "社区养老服务试点"] == {"relation": "designated by"}
    assert network.edges[unit, PLACE + "320115"] == {"relation": "is the place"}
    assert network.edges[PLACE + "320115", PLACE + "320100"] == {"relation": "part of"}
    relations = set(networkx.get_edge_attributes(network, "relation").values())
    assert relations == {
        "designated by", "is the place", "part of", "issued by", "program of", "implements", "same policy as",
        "gives tasks to", "consortium of", "works in", "led by", "has member",
    }  # fmt: skip


def test_of_several_relations_between_two_nodes_the_network_shows_the_closest(network: networkx.DiGraph) -> None:
    national, local = PROGRAM + "社区养老服务试点", PROGRAM + "江苏省养老服务改革"
    assert network.edges[local, national] == {"relation": "implements"}
    assert network.edges[national, local] == {"relation": "same policy as"}
    agency = "https://w3id.org/reformgraph/agency/"
    assert network.edges[national, agency + "民政部"] == {"relation": "issued by"}
    assert network.edges[national, agency + "财政部"] == {"relation": "gives tasks to"}


def test_an_edge_to_something_without_a_name_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text(f"<{PLACE}1> <{RG}partOf> <{PLACE}2> .")
    export("graphml", tmp_path / "x.ttl", tmp_path / "x.graphml")
    assert len(networkx.read_graphml(tmp_path / "x.graphml")) == 0


def test_places_and_units_of_an_opened_folder_are_the_same(tmp_path: Path) -> None:
    export("graphml", GraphFile.at(GRAPH), tmp_path / "a")
    export("graphml", GRAPH, tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x", "\tx"])
def test_a_text_that_a_spreadsheet_would_calculate_gets_an_apostrophe(text: str, tmp_path: Path) -> None:
    source = GRAPH.read_text("utf-8").replace(
        'rg:designation "试点区域"@zh-hans', f"rg:designation {json.dumps(text)}@zh-hans"
    )
    (tmp_path / "hostile.trig").write_text(source, "utf-8")
    export("csv", tmp_path / "hostile.trig", tmp_path / "units.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "units.csv").read_text("utf-8-sig"))))
    assert f"'{text}" in {row["designation"] for row in rows}
