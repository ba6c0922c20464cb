"""The pages of the pictures."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from exports.pictures import PICTURES
from exports.pictures.drawing import draw
from exports.pictures.glyphs import embed
from exports.pictures.provinces import LEVELS, provinces, totals
from exports.pictures.units import units
from exports.site.answers import answer
from exports.site.pages import pictures
from exports.site.words import LANGUAGES
from queries.catalogue import find
from tests.exports.site.sites import Read, by_path, pilots, source_of

SHOWN = sorted(set(PICTURES) - {"network"})


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return by_path(page for language in LANGUAGES for page in pictures.pages(pilots(), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_shows_every_picture(language: str, pages) -> None:
    links = Read(pages[f"{language}/pictures/index.html"]).links
    assert {f"{name}.html" for name in PICTURES} <= set(links)
    assert {f"{name}.svg" for name in SHOWN} <= set(links)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHOWN)
def test_the_file_of_a_picture_carries_its_glyphs(name: str, language: str, pages) -> None:
    svg = pages[f"{language}/pictures/{name}.svg"]
    assert svg == embed(draw(name, pilots().store, language))
    ElementTree.fromstring(svg)
    assert f"{name}.svg" in Read(pages[f"{language}/pictures/{name}.html"]).links


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_stands_in_its_page_unless_it_is_very_large(language: str, pages) -> None:
    inline = {name for name in SHOWN if "<svg" in pages[f"{language}/pictures/{name}.html"]}
    assert inline == set(SHOWN) - {"map-prefectures", "map-provinces"}


@pytest.mark.parametrize("name", ["tiles", "bars", "map-provinces"])
def test_the_table_has_the_numbers_of_the_picture(name: str) -> None:
    shown = pictures._TABLES[name](pilots(), "en")
    table = answer(find("pilot-counts-by-province"), pilots(), "en")
    assert shown == table
    summed = [sum(int(row[column].text) for row in shown.rows) for column in (4, 3, 2, 5)]
    assert summed == [totals(provinces(pilots().store))[level] for level in LEVELS]


def test_every_unit_is_counted_in_the_table_of_the_prefectures() -> None:
    shown = pictures._TABLES["map-prefectures"](pilots(), "zh")
    every, _ = units(pilots().store)
    assert sum(int(link.text) for row in shown.rows for link in row[2:]) == len(every)
    assert [link.text for link in shown.rows[-1]] == ["", "不在一个地级行政区之内", "0", "0", "1", "1"]
    codes = [row[0].text for row in shown.rows[:-1]]
    assert codes == sorted(codes)
    assert "苏州市" in {row[1].text for row in shown.rows}


def test_goals_stand_below_the_time_line(pages) -> None:
    found = Read(pages["zh/pictures/timeline.html"])
    assert "到2024年日间照料站覆盖60%以上的社区" in found.text
    assert any(target.startswith("../goal/") for target in found.links)


def test_an_empty_graph_has_pictures_without_rows(tmp_path: Path) -> None:
    pages = by_path(pictures.pages(source_of("", tmp_path), "en"))
    for name in SHOWN:
        assert "There are no rows." in pages[f"en/pictures/{name}.html"]
