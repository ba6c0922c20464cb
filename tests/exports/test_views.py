"""The table, the network and the picture say what the graph says."""

from __future__ import annotations

import csv
import io
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest
from pyoxigraph import Store

from exports.picture import Tile, tiles
from exports.publish import export
from queries.store import GraphFile

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
SVG = "{http://www.w3.org/2000/svg}"
RG = "https://w3id.org/reformgraph/ontology#"
PLACE = "https://w3id.org/reformgraph/place/"
PROGRAM = "https://w3id.org/reformgraph/program/"


def rows_of(name: str) -> list[dict[str, str]]:
    text = files("exports").joinpath("data", name).read_text("utf-8")
    return list(csv.DictReader([row for row in text.splitlines() if row[0] != "#"], delimiter="\t"))


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


# picture


@pytest.fixture
def picture(tmp_path: Path) -> ElementTree.Element:
    export("picture", GRAPH, tmp_path / "map.svg")
    return ElementTree.fromstring((tmp_path / "map.svg").read_text("utf-8"))


def test_every_province_has_one_tile_of_its_own() -> None:
    shown = tiles(Store())
    assert len({tile.code for tile in shown}) == 34
    assert len({(tile.column, tile.row) for tile in shown}) == 34
    assert {"台湾", "香港", "澳门"} <= {tile.name for tile in shown}
    assert {tile.status for tile in shown} == {"none"}


def test_the_map_says_of_each_province_which_pilots_it_has(picture: ElementTree.Element) -> None:
    groups = {
        group.findtext(f"{SVG}title"): group.get("class")
        for group in picture.iter(f"{SVG}g")
        if group.find(f"{SVG}title") is not None
    }
    assert groups["江苏: 县2 市1"] == "both"
    assert groups["浙江: 县1"] == "county"
    assert groups["山东: 市1"] == "city"
    assert groups["海南（整省试点）: 整省"] == "whole"
    assert groups["北京: 无"] == "none"
    assert len(groups) == 34


def test_the_map_has_a_title_a_description_and_a_legend_in_both_languages(picture: ElementTree.Element) -> None:
    assert picture.findtext(f"{SVG}title") == "各省份的试点 · Pilots by province"
    described = picture.findtext(f"{SVG}desc")
    assert "县级试点 3 个" in described
    assert "3 county pilots, 3 city pilots, 1 provinces as a whole" in described
    texts = [text.text for text in picture.iter(f"{SVG}text")]
    for colour in rows_of("tile_colours.tsv"):
        assert f"{colour['chinese']} · {colour['english']}" in texts


def test_only_a_province_that_is_a_pilot_as_a_whole_has_a_frame(picture: ElementTree.Element) -> None:
    assert len(list(picture.iter(f"{SVG}path"))) == 1


def test_the_map_needs_nothing_from_outside(picture: ElementTree.Element) -> None:
    text = ElementTree.tostring(picture, encoding="unicode")
    assert "href" not in text
    assert "url(" not in text
    assert "<script" not in text


@pytest.mark.parametrize(
    ("county", "city", "whole", "other", "status", "caption"),
    [
        (2, 1, 0, 0, "both", ("县2 市1",)),
        (2, 1, 1, 3, "both", ("县2 市1", "其他3")),
        (2, 0, 1, 0, "county", ("县2",)),
        (0, 4, 0, 0, "city", ("市4",)),
        (0, 0, 1, 1, "whole", ("其他1",)),
        (0, 0, 1, 0, "whole", ("整省",)),
        (0, 0, 0, 5, "other", ("其他5",)),
        (0, 0, 0, 0, "none", ()),
    ],
)
def test_a_tile_is_coloured_and_captioned_by_what_the_province_has(
    county: int, city: int, whole: int, other: int, status: str, caption: tuple[str, ...]
) -> None:
    counts = {"county_pilots": county, "city_pilots": city, "as_a_whole": whole, "other_pilots": other}
    tile = Tile("110000", "北京", 0, 0, counts)
    assert (tile.status, tile.caption, tile.is_whole) == (status, caption, whole > 0)


@pytest.mark.parametrize("colour", rows_of("tile_colours.tsv"), ids=lambda colour: colour["status"])
def test_the_letters_on_a_tile_can_be_read(colour: dict[str, str]) -> None:
    """WCAG 2.1, success criterion 1.4.3: a contrast of at least 4.5 to 1."""
    light, dark = sorted((luminance(colour["ground"]), luminance(colour["letters"])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_places_and_units_of_an_opened_folder_are_the_same(tmp_path: Path) -> None:
    export("graphml", GraphFile.at(GRAPH), tmp_path / "a")
    export("graphml", GRAPH, tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
