"""The tiles, the map of provinces, the map of prefectures and the bars say what the graph says."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import Store

from exports.pictures import LANGUAGES, atlas
from exports.pictures.bars import ticks
from exports.pictures.canvas import table, words
from exports.pictures.drawing import draw
from exports.pictures.provinces import Province, provinces
from exports.pictures.units import units
from queries.catalogue import find
from queries.run import select
from queries.store import GraphFile
from tests.exports.drawn_graphs import HEAD, a_place, a_program, a_unit

SVG = "{http://www.w3.org/2000/svg}"
MAPS = ("map-provinces", "map-prefectures")
every_map = pytest.mark.parametrize("picture", MAPS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def root_of(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def titles_of(svg: str) -> dict[str, str]:
    """Return what each area says of itself: code -> title."""
    found = (element for element in root_of(svg).iter() if element.get("data-status"))
    return {element.get("data-code"): element.findtext(f"{SVG}title") for element in found}


def statuses_of(svg: str) -> dict[str, str]:
    return {e.get("data-code"): e.get("data-status") for e in root_of(svg).iter() if e.get("data-status")}


def texts_of(svg: str) -> list[str]:
    return [text.text for text in root_of(svg).iter(f"{SVG}text")]


def a_graph(folder: Path, *parts: str) -> GraphFile:
    (folder / "graph.ttl").write_text("".join((HEAD, *parts)), "utf-8")
    return GraphFile.at(folder / "graph.ttl")


# tiles


def test_every_province_has_one_tile_of_its_own(drawn) -> None:
    assert len(titles_of(drawn["tiles", "empty", "zh"])) == 34
    assert set(statuses_of(drawn["tiles", "empty", "zh"]).values()) == {"none"}
    shown = table("province_tiles.tsv")
    assert len({(row["column"], row["row"]) for row in shown}) == 34
    assert {"台湾", "香港", "澳门"} <= {row["short"] for row in shown}


def test_the_tiles_say_of_each_province_which_pilots_it_has(drawn) -> None:
    titles, statuses = (read(drawn["tiles", "pilots", "zh"]) for read in (titles_of, statuses_of))
    assert (titles["320000"], statuses["320000"]) == ("江苏: 县2 市1", "both")
    assert (titles["330000"], statuses["330000"]) == ("浙江: 县1", "county")
    assert (titles["370000"], statuses["370000"]) == ("山东: 市1", "city")
    assert (titles["460000"], statuses["460000"]) == ("海南 (整省试点): 整省", "whole")
    assert (titles["110000"], statuses["110000"]) == ("北京: 无", "none")


def test_the_tiles_speak_english(drawn) -> None:
    titles = titles_of(drawn["tiles", "pilots", "en"])
    assert titles["320000"] == "Jiangsu: county 2 city 1"
    assert titles["460000"] == "Hainan (whole province): whole"


@pytest.mark.parametrize("picture", ["tiles", "map-provinces", "bars"])
def test_a_picture_of_provinces_describes_its_totals(picture: str, drawn) -> None:
    assert "县级试点 3 个，城市试点 3 个，整省试点 1 个" in root_of(drawn[picture, "pilots", "zh"]).findtext(
        f"{SVG}desc"
    )
    english = root_of(drawn[picture, "pilots", "en"]).findtext(f"{SVG}desc")
    assert "County pilots: 3. City pilots: 3. Provinces as a whole: 1." in english


def test_only_a_province_that_is_a_pilot_as_a_whole_has_a_frame(drawn) -> None:
    frames = list(root_of(drawn["tiles", "pilots", "zh"]).iter(f"{SVG}path"))
    assert len(frames) == 1
    kinds = [path.get("class") for path in root_of(drawn["map-provinces", "pilots", "zh"]).iter(f"{SVG}use")]
    assert kinds.count("whole") == 1


@pytest.mark.parametrize("picture", ["tiles", "map-provinces"])
@every_language
def test_the_legend_explains_every_colour(picture: str, language: str, drawn) -> None:
    texts = texts_of(drawn[picture, "empty", language])
    for colour in table("tile_colours.tsv"):
        assert words(language)[f"status_{colour['status']}"] in texts


@pytest.mark.parametrize(
    ("county", "city", "whole", "other", "status", "caption"),
    [
        (2, 1, 0, 0, "both", ["县2", "市1"]),
        (2, 1, 1, 3, "both", ["县2", "市1", "其他3"]),
        (2, 0, 1, 0, "county", ["县2"]),
        (0, 4, 0, 0, "city", ["市4"]),
        (0, 0, 1, 1, "whole", ["其他1"]),
        (0, 0, 1, 0, "whole", ["整省"]),
        (0, 0, 0, 5, "other", ["其他5"]),
        (0, 0, 0, 0, "none", []),
    ],
)
def test_a_province_is_coloured_and_captioned_by_what_it_has(
    county: int, city: int, whole: int, other: int, status: str, caption: list[str]
) -> None:
    counts = {"county_pilots": county, "city_pilots": city, "as_a_whole": whole, "other_pilots": other}
    province = Province("110000", {"zh": "北京", "en": "Beijing"}, counts, 0, 0)
    assert (province.status, province.caption(words("zh")), province.is_whole) == (status, caption, whole > 0)


@pytest.mark.parametrize("colour", table("tile_colours.tsv"), ids=lambda colour: colour["status"])
def test_the_letters_on_a_ground_can_be_read(colour: dict[str, str]) -> None:
    assert contrast(colour["ground"], colour["letters"]) >= 4.5


@pytest.mark.parametrize("colour", table("program_colours.tsv"), ids=lambda colour: colour["colour"])
def test_the_white_number_of_a_program_can_be_read(colour: dict[str, str]) -> None:
    assert contrast(colour["colour"], "#ffffff") >= 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours: WCAG 2.1, success criterion 1.4.3."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# what belongs on a map of China


@every_map
@every_language
@pytest.mark.parametrize("graph", ["empty", "shipped", "crowded"])
def test_every_map_has_the_approval_number_and_the_credit(picture: str, language: str, graph: str, drawn) -> None:
    credit = next(text for text in texts_of(drawn[picture, graph, language]) if "GS（2024）0650号" in text)
    assert "天地图" in credit
    if language == "zh":
        assert credit.startswith("地图数据：国家地理信息公共服务平台 天地图；审图号 GS（2024）0650号")


@every_map
@every_language
def test_every_map_has_taiwan_the_islands_and_the_whole_dash_line(picture: str, language: str, drawn) -> None:
    svg = drawn[picture, "shipped", language]
    dashes = [path for path in root_of(svg).iter(f"{SVG}path") if path.get("class") == "dash-line"]
    assert [path.get("d").count("M") for path in dashes] == [10]
    assert "710000" in titles_of(svg)
    names = {words(language)[key] for key in ("diaoyu_dao", "chiwei_yu", "dongsha", "xisha", "zhongsha", "nansha")}
    assert names <= set(texts_of(svg))
    assert len([path for path in root_of(svg).iter(f"{SVG}path") if path.get("class") == "undetermined-line"]) == 1


def test_no_islet_of_the_south_china_sea_is_simplified_away() -> None:
    """The source has 324 parts in Sansha, Taiwan 16 (among them Diaoyu Dao and Chiwei Yu), Hainan with Sansha 328."""
    assert atlas.prefectures()["460300"].outline.count("M") == 324
    assert atlas.prefectures()["710000"].outline.count("M") == 16
    by_code = {area.code: area for area in atlas.provinces()}
    assert by_code["460000"].outline.count("M") >= 324
    assert by_code["710000"].outline.count("M") == 16


def test_diaoyu_dao_and_chiwei_yu_belong_to_taiwan() -> None:
    """They lie 15 and 19 units east of the main island's east coast, on the page of a thousand units."""
    outline = next(area.outline for area in atlas.provinces() if area.code == "710000")
    starts = [int(x) for x in re.findall(r"M(\d+) \d+", outline)]
    islands = {label.text.lines[0][0]: label.point for label in atlas.islands(words("en"), 10.0)}
    for name in ("Diaoyu Dao", "Chiwei Yu"):
        assert any(abs(atlas.LEFT + x * atlas.SCALE - islands[name][0]) < 3 for x in starts)


def test_the_map_is_as_large_as_the_country() -> None:
    """Land, to within the simplification: 9.5 million square kilometres, as in the source's own outlines."""
    assert sum(area.size for area in atlas.provinces()) == pytest.approx(9_505_000, rel=0.002)
    assert sum(area.size for area in atlas.prefectures().values()) == pytest.approx(9_505_000, rel=0.002)


def test_the_map_shows_the_34_provinces_and_all_that_they_govern() -> None:
    assert {area.code for area in atlas.provinces()} == {row["code"] for row in table("province_tiles.tsv")}
    assert len(atlas.prefectures()) == 375
    assert {area.code[:2] for area in atlas.prefectures().values()} == {area.code[:2] for area in atlas.provinces()}


def test_every_outline_lies_on_the_page() -> None:
    for area in (*atlas.provinces(), *atlas.prefectures().values()):
        x, y = area.point
        assert 0 < x < atlas.WIDE
        assert 0 < y < atlas.HIGH


# the map of provinces


@every_language
@pytest.mark.parametrize("graph", ["empty", "pilots", "shipped", "crowded"])
def test_the_map_of_provinces_names_all_34(language: str, graph: str, drawn) -> None:
    svg = drawn["map-provinces", graph, language]
    assert len(titles_of(svg)) == 34
    texts = texts_of(svg)
    assert [one.names[language] for one in provinces(Store()) if one.names[language] not in texts] == []


def test_the_map_of_provinces_says_what_the_stored_question_says(graphs, drawn) -> None:
    titles = titles_of(drawn["map-provinces", "shipped", "en"])
    for row in select(graphs["shipped"].store, find("pilot-counts-by-province").sparql):
        said = {"county": row["county_pilots"], "city": row["city_pilots"], "other": row["other_pilots"]}
        assert titles[row["code"]].split(": ")[1] == " ".join(f"{key} {n}" for key, n in said.items() if n)
        assert ("whole province" in titles[row["code"]]) is bool(row["as_a_whole"])


# the map of prefectures


def test_a_county_colours_its_prefecture_and_is_a_point_in_it(drawn) -> None:
    svg = drawn["map-prefectures", "pilots", "zh"]
    assert titles_of(svg)["320500"] == "苏州市: 县1 市1"
    assert statuses_of(svg)["320500"] == "both"
    points = {
        c.get("data-code"): c.findtext(f"{SVG}title") for c in root_of(svg).iter(f"{SVG}circle") if c.get("data-code")
    }
    assert points["320585"] == "江苏省苏州市太仓市"
    assert "320500" not in points
    assert "370200" not in points


def test_a_district_of_a_municipality_counts_for_the_municipality(drawn) -> None:
    svg = drawn["map-prefectures", "pilots", "zh"]
    assert titles_of(svg)["310000"] == "上海市: 市1"
    assert "310115" in {circle.get("data-code") for circle in root_of(svg).iter(f"{SVG}circle")}


def test_a_province_that_is_a_pilot_as_a_whole_colours_no_prefecture(drawn) -> None:
    svg = drawn["map-prefectures", "pilots", "zh"]
    assert {code for code, status in statuses_of(svg).items() if status != "none"} == {
        "310000",
        "320100",
        "320500",
        "330100",
        "370200",
    }
    assert "whole" in {frame.get("class") for frame in root_of(svg).iter(f"{SVG}use")}


def test_a_county_that_no_prefecture_governs_has_an_area_of_its_own(tmp_path: Path) -> None:
    graph = a_graph(
        tmp_path, a_program("甲"), a_place("429005", "潜江市", "420000"), a_unit("甲", "429005", "pilot-county")
    )
    assert titles_of(draw("map-prefectures", graph.store, "zh"))["429005"] == "潜江市: 县1"


def test_what_the_graph_says_of_a_place_comes_before_what_its_code_says(tmp_path: Path) -> None:
    parts = (a_program("甲"), a_place("370100", "济南市"), a_place("371202", "莱城区", "370100"))
    graph = a_graph(tmp_path, *parts, a_unit("甲", "371202", "pilot-county"))
    assert titles_of(draw("map-prefectures", graph.store, "zh"))["370100"] == "济南市: 县1"


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "另有 1 个试点单位不在图上"), ("en", "not on the map (no division code, or across divisions): 1.")],
)
def test_a_unit_that_the_map_cannot_show_is_counted(language: str, said: str, drawn) -> None:
    assert said in "".join(texts_of(drawn["map-prefectures", "pilots", language]))
    assert said[:8] not in "".join(texts_of(drawn["map-prefectures", "empty", language]))


def test_every_unit_of_the_shipped_documents_lies_somewhere(graphs) -> None:
    shown, _ = units(graphs["shipped"].store)
    assert len(shown) == 96
    assert [unit.name for unit in shown if not unit.prefecture and unit.counted_as != "as_a_whole"] == []


def test_a_name_in_english_is_that_of_the_graph(tmp_path: Path) -> None:
    english = '<place/320500> skos:prefLabel "Suzhou City"@en .\n'
    parts = (a_program("甲"), a_place("320500", "苏州市", "320000"), english, a_unit("甲", "320500", "pilot-city"))
    store = a_graph(tmp_path, *parts).store
    assert titles_of(draw("map-prefectures", store, "en"))["320500"] == "Suzhou City: city 1"
    assert titles_of(draw("map-prefectures", store, "zh"))["320500"] == "苏州市: 市1"


# bars


def bars_of(svg: str) -> list[tuple[str, dict[str, int]]]:
    """Return the bars from above: code, number by level."""
    return [
        (bar.get("data-code"), {r.get("data-level"): int(r.get("data-number")) for r in bar.iter(f"{SVG}rect")})
        for bar in root_of(svg).iter(f"{SVG}g")
        if bar.get("data-code")
    ]


def test_bars_are_sorted_by_their_totals_then_by_code(drawn) -> None:
    assert bars_of(drawn["bars", "pilots", "zh"]) == [
        ("320000", {"county_pilots": 2, "city_pilots": 1}),
        ("310000", {"city_pilots": 1}),
        ("330000", {"county_pilots": 1}),
        ("370000", {"city_pilots": 1}),
        ("460000", {"as_a_whole": 1}),
    ]


def test_a_bar_is_as_long_as_its_number(drawn) -> None:
    lengths = {
        (bar.get("data-code"), rect.get("data-level")): float(rect.get("width"))
        for bar in root_of(drawn["bars", "pilots", "zh"]).iter(f"{SVG}g")
        for rect in bar.iter(f"{SVG}rect")
    }
    unit = lengths["310000", "city_pilots"]
    assert lengths["320000", "county_pilots"] == pytest.approx(2 * unit, abs=0.1)


def test_provinces_without_pilots_are_counted_not_drawn(drawn) -> None:
    assert any("没有试点的省份：29 个" in text for text in texts_of(drawn["bars", "pilots", "zh"]))
    assert bars_of(drawn["bars", "empty", "zh"]) == []


@pytest.mark.parametrize(
    ("longest", "shown"), [(1, [0, 1]), (3, [0, 1, 2, 3]), (15, [0, 2, 4, 6, 8, 10, 12, 14]), (99, [0, 20, 40, 60, 80])]
)
def test_an_axis_shows_round_numbers(longest: int, shown: list[int]) -> None:
    assert ticks(longest) == shown
