"""Pilot units as GeoJSON, and the table of points behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exports.networks.points import division_points
from exports.publish import export
from ontology import PREFIXES

GRAPH = Path(__file__).parent.parent / "queries" / "pilots.trig"
BASE = "https://w3id.org/reformgraph/"
PREFIX_LINES = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())

QINGYUAN = """
<place/130622> a rg:County ; rg:divisionCode "130622" ; skos:prefLabel "清苑县"@zh-hans ; rg:replacedBy <place/130608> .
<place/130608> a rg:County ; rg:divisionCode "130608" ; skos:prefLabel "清苑区"@zh-hans .
"""
"""A former county that lives on as a district."""


def features(source: Path, tmp_path: Path) -> dict[str, dict]:
    export("geojson", source, tmp_path / "units.geojson")
    collection = json.loads((tmp_path / "units.geojson").read_text("utf-8"))
    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    return {feature["id"].removeprefix(BASE): feature for feature in collection["features"]}


def point_of(turtle: str, tmp_path: Path, place: str = "place/1") -> list[float] | None:
    unit = f"<u> a rg:PilotUnit ; rg:place <{place}> .\n"
    (tmp_path / "in.ttl").write_text(f"@base <{BASE}> .\n{PREFIX_LINES}{turtle}{unit}", "utf-8")
    geometry = features(tmp_path / "in.ttl", tmp_path)["u"]["geometry"]
    return geometry and geometry["coordinates"]


def test_a_unit_is_a_feature_with_what_people_ask_of_it(tmp_path: Path) -> None:
    found = features(GRAPH, tmp_path)
    assert len(found) == 8
    unit = found["program/绿色出行试点/unit/pilot-city/370200"]
    assert set(unit) == {"type", "id", "geometry", "properties"}
    assert unit["type"] == "Feature"
    assert unit["properties"] == {
        "program": "绿色出行试点",
        "place": "山东省青岛市",
        "code": "370200",
        "level": "pilot-city",
        "designation": ["试点城市"],
        "province": "山东省",
        "stated_province": ["江苏省"],
        "documents": ["news.txt"],
    }


def test_a_point_is_given_longitude_first(tmp_path: Path) -> None:
    geometry = features(GRAPH, tmp_path)["program/绿色出行试点/unit/pilot-city/370200"]["geometry"]
    assert geometry["type"] == "Point"
    assert geometry["coordinates"] == pytest.approx([120.2, 36.4], abs=0.7)  # Qingdao


def test_a_unit_without_a_code_has_no_geometry(tmp_path: Path) -> None:
    assert features(GRAPH, tmp_path)["program/绿色出行试点/unit/pilot-other/长三角"]["geometry"] is None


def test_a_township_has_no_geometry_rather_than_that_of_its_county(tmp_path: Path) -> None:
    township = '<place/1> a rg:Township ; rg:divisionCode "130284100" ; skos:prefLabel "滦州市"@zh-hans .'
    assert point_of(township, tmp_path) is None


def test_a_code_that_now_stands_for_another_place_gives_no_point(tmp_path: Path) -> None:
    reused = '<place/1> a rg:County ; rg:divisionCode "130284" ; skos:prefLabel "别县"@zh-hans .'
    assert point_of(reused, tmp_path) is None


def test_a_former_division_has_the_point_of_the_one_that_took_its_place(tmp_path: Path) -> None:
    point = division_points()["130608", "清苑区"]
    assert point_of(QINGYUAN, tmp_path, "place/130622") == [point.longitude, point.latitude]
    earlier = '<place/1> rg:divisionCode "1" ; skos:prefLabel "清苑"@zh-hans ; rg:replacedBy <place/130622> .'
    assert point_of(QINGYUAN + earlier, tmp_path) == [point.longitude, point.latitude]


def test_a_former_division_that_became_several_has_no_geometry(tmp_path: Path) -> None:
    other = '<place/130622> rg:replacedBy <place/2> . <place/2> a rg:County ; skos:prefLabel "别县"@zh-hans .'
    assert point_of(QINGYUAN + other, tmp_path, "place/130622") is None


def test_a_former_division_without_a_successor_in_the_graph_has_no_geometry(tmp_path: Path) -> None:
    assert (
        point_of(QINGYUAN.replace("rg:replacedBy <place/130608>", "rg:validTo 2014"), tmp_path, "place/130622") is None
    )


def test_a_graph_without_units_gives_an_empty_collection(tmp_path: Path) -> None:
    (tmp_path / "in.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    assert features(tmp_path / "in.ttl", tmp_path) == {}


# the table


def test_every_point_lies_within_the_bounds_of_the_country() -> None:
    assert len(division_points()) == 3253
    for point in division_points().values():
        assert 73.4 < point.longitude < 135.1
        assert 3.8 < point.latitude < 53.6


def test_every_province_and_nearly_every_current_division_has_a_point() -> None:
    from build_graph.places import Gazetteer

    current = {(p.code, p.name) for p in Gazetteer.shipped() if p.valid_to is None and len(p.code or "") == 6}
    without = {f"{code} {name}" for code, name in current - set(division_points())}
    assert without == {
        "500157 两江新区",
        "653132 岑岭县",
        "653228 和康县",
        "653229 和安县",
        "659013 草湖市",
    }


@pytest.mark.parametrize(
    ("code", "name", "longitude", "latitude"),
    [
        ("110102", "西城区", 116.36, 39.91),
        ("310000", "上海市", 121.4, 31.1),
        ("650100", "乌鲁木齐市", 87.6, 43.6),
        ("710000", "台湾省", 121.0, 23.7),
        ("460302", "西沙区", 112.5, 17.5),
        ("540481", "米林市", 94.0, 29.2),
    ],
)
def test_a_point_lies_where_the_division_does(code: str, name: str, longitude: float, latitude: float) -> None:
    point = division_points()[code, name]
    assert (point.longitude, point.latitude) == pytest.approx((longitude, latitude), abs=2)


def test_a_county_lies_near_its_prefecture() -> None:
    """No county is 9 degrees from the middle of its prefecture, not even in Tibet and Xinjiang, except at sea."""
    points = division_points()
    prefectures = {code[:4]: point for (code, _), point in points.items() if code[2:4] != "00" and code[4:] == "00"}
    far = {
        name
        for (code, name), point in points.items()
        if (middle := prefectures.get(code[:4]))
        and max(abs(point.latitude - middle.latitude), abs(point.longitude - middle.longitude)) > 9
    }
    assert far == {"西沙区"}  # the largest part of its prefecture, Sansha, is far to the south
