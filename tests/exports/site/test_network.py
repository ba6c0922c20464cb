"""The data of the interactive network: it says what the graph says, and everything in it has a place of its own."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import sys
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from exports import data_files
from exports.networks.network import network
from exports.site.network_data import COLUMNS, kinds, network_data, relations
from exports.site.network_map import province_of_nodes
from exports.site.pages import network as page
from exports.site.source import Source
from exports.site.words import LANGUAGES
from queries.store import GraphFile
from tests.exports.drawn_graphs import HEAD, a_place, a_unit, crowded_turtle

GRAPH = Path(__file__).parent.parent.parent / "queries" / "pilots.trig"
BASE = "https://w3id.org/reformgraph/"
CARE = BASE + "program/社区养老服务试点"


@pytest.fixture(scope="module")
def source() -> Source:
    return Source(GraphFile.at(GRAPH))


@pytest.fixture(scope="module")
def data(source: Source) -> dict[str, Any]:
    return network_data(source)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    file = tmp_path_factory.mktemp("crowded") / "crowded.ttl"
    file.write_text(crowded_turtle(), "utf-8")
    return network_data(Source(GraphFile.at(file)))


def nodes(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows = (dict(zip(data["columns"], row, strict=True)) for row in data["nodes"])
    return {row["iri"]: row for row in rows}


def written(text: str) -> Any:
    """Return what a script assigns."""
    return json.loads(text.partition(" = ")[2].removesuffix(";\n"))


def made(turtle: str, folder: Path) -> Source:
    (folder / "graph.ttl").write_text(HEAD + turtle, "utf-8")
    return Source(GraphFile.at(folder / "graph.ttl"))


def test_nodes_edges_names_and_attributes_are_those_of_the_network_export(data: dict[str, Any], source: Source) -> None:
    graph = network(source.store)
    assert [row[0] for row in data["nodes"]] == list(graph)
    names = [row["relation"] for row in relations()]
    edges = {(data["nodes"][a][0], data["nodes"][b][0], names[relation]) for a, b, relation in data["edges"]}
    assert edges == {(a, b, said["relation"]) for a, b, said in graph.edges(data=True)}
    for iri, row in nodes(data).items():
        said = graph.nodes[iri]
        assert (row["label"], kinds()[row["kind"]]["kind"]) == (said["label"], said["kind"])
        for name in ("code", "level", "division", "is_pilot", "units"):
            assert row[name] == said.get(name, "")


def test_a_node_leads_to_its_page_and_has_its_full_name_where_that_is_another(
    data: dict[str, Any], source: Source
) -> None:
    place = nodes(data)[BASE + "place/320115"]
    assert (place["label"], place["name"], place["path"]) == ("江宁区", "江苏省南京市江宁区", "place/320115")
    assert {row["path"] for row in nodes(data).values()} <= {thing.path for thing in source.things.values()}
    assert nodes(data)[CARE]["name"] == ""


def test_levels_and_classes_of_places_have_labels_in_both_languages(data: dict[str, Any]) -> None:
    assert data["levels"]["pilot-county"] == ["试点县", "pilot county"]
    assert data["divisions"]["County"][1] == "county"


def test_a_consortium_and_its_members_are_in_the_province_in_which_it_works(source: Source) -> None:
    provinces = province_of_nodes(network(source.store))
    for node in (f"{CARE}/consortium/江宁联合体", BASE + "institution/320115/东山护理站"):
        assert provinces[node] == "320000"
    assert BASE + "place/长三角" not in provinces
    assert CARE not in provinces


def test_a_place_without_a_code_is_in_the_province_that_the_graph_names(tmp_path: Path) -> None:
    hebei = '<place/130000> a rg:Province ; rg:divisionCode "130000" ; rg:fullName "河北省" ; skos:prefLabel "河北省"@zh .\n'
    zone = '<place/曹妃甸> a rg:SpecialArea ; rg:fullName "河北省曹妃甸" ; skos:prefLabel "曹妃甸"@zh ; rg:province <place/130000> .\n'
    found = nodes(network_data(made(hebei + zone, tmp_path)))
    assert found[BASE + "place/曹妃甸"]["province"] == "130000"


# ---- Where everything stands ---------------------------------------------------------------------------------------

Rectangle = tuple[float, float, float, float]


def boxes(data: dict[str, Any], layout: str) -> list[Rectangle]:
    """Return the boxes of programs and agencies: left, top, right, bottom."""
    wide = data["layouts"][layout]["wide"]
    return [
        (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2) for _, x, y, high in data["layouts"][layout]["boxes"]
    ]


def areas(data: dict[str, Any]) -> list[Rectangle]:
    return [(left, top, left + wide, top + high) for _, left, top, wide, high in data["areas"]]


def cover(a: Rectangle, b: Rectangle, tolerance: float = 1.5) -> bool:
    return a[0] < b[2] - tolerance and b[0] < a[2] - tolerance and a[1] < b[3] - tolerance and b[1] < a[3] - tolerance


@pytest.mark.parametrize("name", ["data", "crowded"])
@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_no_box_and_no_province_covers_another(name: str, layout: str, request: pytest.FixtureRequest) -> None:
    shown = request.getfixturevalue(name)
    every = [*boxes(shown, layout), *areas(shown)]
    assert not [pair for pair in combinations(every, 2) if cover(*pair)]


@pytest.mark.parametrize("name", ["data", "crowded"])
def test_each_node_on_the_map_has_room_around_it_inside_its_province(name: str, request: pytest.FixtureRequest) -> None:
    shown = request.getfixturevalue(name)
    around = {code: (left, top, left + wide, top + high) for code, left, top, wide, high in shown["areas"]}
    by_kind = {row["kind"]: index for index, row in enumerate(kinds())}
    beside = {by_kind["program"], by_kind["agency"]}
    on_map = [row for row in nodes(shown).values() if row["kind"] not in beside]
    points: dict[str, list[tuple[int, int]]] = {}
    for row in on_map:
        left, top, right, bottom = around[row["province"]]
        assert left < row["x"] < right
        assert top < row["y"] < bottom
        points.setdefault(row["province"], []).append((row["x"], row["y"]))
    for those in points.values():
        near = [(a, b) for a, b in combinations(those, 2) if abs(a[0] - b[0]) < 17 and abs(a[1] - b[1]) < 17]
        assert not near


def test_agencies_stand_left_of_programs_and_programs_left_of_the_map(data: dict[str, Any]) -> None:
    kind = [row["kind"] for row in kinds()]
    right: dict[str, list[float]] = {"agency": [], "program": []}
    for (index, *_), box in zip(data["layouts"]["wide"]["boxes"], boxes(data, "wide"), strict=True):
        right[kind[data["nodes"][index][1]]].extend((box[0], box[2]))
    assert max(right["agency"]) < min(right["program"])
    assert max(right["program"]) < 0


def test_provinces_stand_as_the_tile_map_has_them(data: dict[str, Any]) -> None:
    at = {code: (left, top) for code, left, top, _, _ in data["areas"]}
    assert at["370000"][1] < at["320000"][1] < at["330000"][1] < at["460000"][1]  # 山东 江苏 浙江 海南, from the north
    assert at["320000"][0] < at["310000"][0]  # 江苏 west of 上海


def test_a_unit_stands_above_its_place(data: dict[str, Any]) -> None:
    place, unit = nodes(data)[BASE + "place/320115"], nodes(data)[f"{CARE}/unit/pilot-county/320115"]
    assert abs(place["x"] - unit["x"]) < 25
    assert 0 < place["y"] - unit["y"] < 50


def test_units_of_several_programs_at_one_place_stand_side_by_side(tmp_path: Path) -> None:
    programs = "".join(f'<program/{n}> a rg:Program ; skos:prefLabel "{n}"@zh .\n' for n in "abc")
    units = "".join(a_unit(n, "130100", "pilot-city") for n in "abc")
    data = network_data(made(a_place("130100", "石家庄市") + programs + units, tmp_path))
    found = [(row["x"], row["y"]) for row in nodes(data).values() if row["level"]]
    assert len(set(found)) == 3


def test_a_graph_without_anything_to_draw_gives_an_empty_network(tmp_path: Path) -> None:
    data = network_data(made("", tmp_path))
    assert (data["nodes"], data["edges"], data["areas"], data["programs"]) == ([], [], [], [])


# ---- The files -----------------------------------------------------------------------------------------------------


def test_the_same_graph_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "from pathlib import Path; from exports.site.pages import network, search; from exports.site.source import Source\n"
        "from queries.store import GraphFile; source = Source(GraphFile.at(Path(__import__('sys').argv[1])))\n"
        "print(ascii(network.data(source).text), ascii(search.data(source).text))"
    )
    environment = {**os.environ, "PYTHONPATH": str(GRAPH.parent.parent.parent)}
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(GRAPH)],
            env=environment | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        for seed in ("0", "1")
    ]
    assert runs[0].stdout == runs[1].stdout != b""


def test_a_name_cannot_end_the_script(tmp_path: Path) -> None:
    name = "</script><!--<script>alert(1)</script>\u2028\u2029&amp;'\"\\"
    literal = json.dumps(name)
    source = made(f"<agency/a> a rg:Agency ; skos:prefLabel {literal}@zh .\n", tmp_path)
    text = page.data(source).text
    assert not set("<>&\u2028\u2029") & set(text)
    assert nodes(written(text))[BASE + "agency/a"]["label"] == name


def test_the_columns_are_told_in_the_file(data: dict[str, Any], source: Source) -> None:
    text = page.data(source)
    assert text.path == "data/network.js"
    assert text.text.startswith('window.reformgraphNetwork = {"columns":["iri",')
    assert written(text.text) == data
    assert data["columns"] == list(COLUMNS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_scripts_says_so_and_scripts_come_from_the_site(language: str, source: Source) -> None:
    [made_page] = page.pages(source, language)
    assert made_page.path == f"{language}/pictures/network.html"
    assert "<noscript>" in made_page.text
    assert 'src="../../data/network.js"' in made_page.text
    assert "http://" not in made_page.text
    assert "onclick" not in made_page.text


def test_every_relation_and_kind_of_the_network_has_words_and_looks(source: Source) -> None:
    graph = network(source.store)
    assert {data["kind"] for _, data in graph.nodes(data=True)} <= {row["kind"] for row in kinds()}
    queried = set(data_files.text("network_edges.rq").split('BIND("')[1:])
    assert {each.partition('"')[0] for each in queried} == {row["relation"] for row in relations()}
    for row in (*kinds(), *relations()):
        assert all(value for key, value in row.items() if key != "colour")


VENDOR = files("exports").joinpath("static", "vendor")
VENDORED = list(csv.DictReader(VENDOR.joinpath("vendored.tsv").read_text("utf-8").splitlines()[1:], delimiter="\t"))


@pytest.mark.parametrize("row", VENDORED, ids=lambda row: row["file"])
def test_a_library_of_others_is_what_its_package_holds(row: dict[str, str]) -> None:
    content = VENDOR.joinpath(row["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == row["sha256"]
    assert row["licence"] == "MIT"


def test_every_library_of_others_is_recorded() -> None:
    assert {file.name for file in VENDOR.iterdir()} == {row["file"] for row in VENDORED} | {"vendored.tsv"}
