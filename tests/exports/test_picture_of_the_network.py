"""The network shows every agency, program and unit, and what ties them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from exports.networks.graphml import network
from exports.pictures.drawing import draw
from exports.pictures.ties import ties
from queries.store import GraphFile
from tests.exports.drawn_graphs import HEAD, a_place, a_program, a_unit

SVG = "{http://www.w3.org/2000/svg}"
PROGRAM = "https://w3id.org/reformgraph/program/"


def relations_of(svg: str) -> list[str]:
    found = (path.get("data-relation") for path in ElementTree.fromstring(svg).iter(f"{SVG}path"))
    return sorted(filter(None, found))


def texts_of(svg: str) -> list[str]:
    return [text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_everything_of_the_small_graph_is_there(drawn) -> None:
    svg = drawn["network", "pilots", "zh"]
    names = {
        "中华人民共和国民政部",
        "财政部",
        "社区养老服务试点",
        "江苏省养老服务改革",
        "江宁区",
        "太仓市",
        "苏州市",
        "桐庐县",
        "整省试点",
        "青岛市",
    }
    assert names <= set(texts_of(svg))
    assert "机构 2 个，项目 3 个，省份 5 个，试点单位 8 个。" in "".join(texts_of(svg))
    assert relations_of(svg) == [*["designates"] * 7, "gives tasks to", "implements", "issued by"]


def test_its_numbers_are_those_of_the_network_export(graphs) -> None:
    kinds = [data["kind"] for _, data in network(graphs["shipped"].store).nodes(data=True)]
    shown = ties(graphs["shipped"].store, "zh")
    assert len(shown.agencies) == kinds.count("agency")
    assert len(shown.programs) == kinds.count("program")
    assert sum(group.per_program.total() for group in shown.groups) == kinds.count("pilot unit")


def test_units_stand_under_their_province_and_those_of_no_one_province_last(graphs) -> None:
    groups = ties(graphs["pilots"].store, "zh").groups
    assert [group.name for group in groups] == ["上海", "江苏", "浙江", "山东", "海南", ""]
    assert [place.name for place in groups[1].places] == ["江宁区", "苏州市", "太仓市"]
    assert [place.name for place in groups[4].places] == [""]


def test_a_place_in_two_programs_stands_once_with_both_numbers(tmp_path: Path) -> None:
    parts = (a_program("甲"), a_program("乙"), a_place("320500", "苏州市"))
    units = (a_unit("甲", "320500", "pilot-city"), a_unit("乙", "320500", "pilot-city"))
    (tmp_path / "graph.ttl").write_text("".join((HEAD, *parts, *units)), "utf-8")
    store = GraphFile.at(tmp_path / "graph.ttl").store
    (place,) = ties(store, "zh").groups[0].places
    assert place.programs == (f"{PROGRAM}乙", f"{PROGRAM}甲")
    texts = texts_of(draw("network", store, "zh"))
    assert texts.count("苏州市") == 1
    assert texts[texts.index("苏州市") - 2 : texts.index("苏州市")] == ["1", "2"]


def test_a_policy_that_two_programs_share_is_one_line(tmp_path: Path) -> None:
    both = "<program/甲> rg:samePolicyAs <program/乙> . <program/乙> rg:samePolicyAs <program/甲> .\n"
    (tmp_path / "graph.ttl").write_text("".join((HEAD, a_program("甲"), a_program("乙"), both)), "utf-8")
    assert relations_of(draw("network", GraphFile.at(tmp_path / "graph.ttl").store, "zh")) == ["same policy as"]


def test_names_are_english_where_the_graph_has_them(tmp_path: Path) -> None:
    english = '<program/甲> skos:prefLabel "First Pilot"@en .\n'
    (tmp_path / "graph.ttl").write_text("".join((HEAD, a_program("甲"), a_program("乙"), english)), "utf-8")
    store = GraphFile.at(tmp_path / "graph.ttl").store
    assert {"First Pilot", "乙"} <= set(texts_of(draw("network", store, "en")))
    assert "甲" in texts_of(draw("network", store, "zh"))


def test_units_without_room_are_counted(drawn) -> None:
    texts = texts_of(drawn["network", "crowded", "zh"])
    left_out = [text for text in texts if text.startswith("等另外")]
    assert len(left_out) > 20
    assert "试点单位 1362 个" in "".join(texts)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_empty_graph_is_an_empty_network(language: str, drawn) -> None:
    assert relations_of(drawn["network", "empty", language]) == []
