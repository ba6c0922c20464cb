"""One table of units in the layouts in which pages give it, each read alike: what is said does not hang on borders."""

from itertools import groupby, product

import pytest

from build_graph.extract import extract
from build_graph.model import Document, PilotUnit
from build_graph.parse.reading import Reading
from build_graph.places import Gazetteer
from build_graph.repair import repair

NOTICE = (
    "关于公布智慧灌区建设试点名单的通知\n各省、自治区、直辖市水利厅：\n"
    "经各地申报、专家评审，现将智慧灌区建设试点县名单予以公布，请认真组织实施。\n"
    "附件：智慧灌区建设试点县名单\n水利部\n2023年5月6日\n智慧灌区建设试点县名单\n"
)
ROWS = [
    ("浙江省", "杭州市", "桐庐县"),
    ("浙江省", "湖州市", "德清县"),
    ("江苏省", "徐州市", "沛县"),
    ("安徽省", "合肥市", "肥西县"),
    ("安徽省", "芜湖市", "无为市"),
    ("四川省", "绵阳市", "三台县"),
]
EXPECTED = {county: province for province, _, county in ROWS}
HEADINGS = {"province": "省份", "city": "市", "county": "试点县"}
PROVINCE_FIRST = (("province", "county"), ("province", "city", "county"))
PROVINCE_LAST = (("county", "province"),)

JOINED = {  # how cells and rows are joined
    "tabs": ("\t", "\n"),
    "spaces": (" ", "\n"),
    "wide spaces": ("\u3000\u3000", "\n"),
    "borders": (" | ", "\n"),
    "commas": ("，", "\n"),
    "nothing between cells": ("", "\n"),
    "a cell a line": ("\n", "\n"),
    "a cell and a blank line": ("\n\n", "\n\n"),
    "nothing between rows": ("", ""),
    "spaces between rows": (" ", " "),
    "tabs between rows": ("\t", "\t"),
    "borders between rows": (" | ", " || "),
}
GROUPED = [joined for joined in JOINED if joined != "commas"]
ENDED_BY_TWO_CELLS = {"tabs between rows", "borders between rows"}
"""Without numbers, a row of one cell more than it has headings says no more than that its last cell is one."""


def table(columns: tuple[str, ...], *, headed: bool, numbered: bool, merged: bool) -> list[list[str]]:
    rows, above = [], ""
    for number, (province, city, county) in enumerate(ROWS, 1):
        cells = {"province": province, "city": city, "county": county}
        row = [cells[column] for column in columns if not (merged and column == "province" and province == above)]
        rows.append([str(number)] * numbered + row)
        above = province
    return [["序号"] * numbered + [HEADINGS[column] for column in columns]] * headed + rows


def rendered(rows: list[list[str]], between_cells: str, between_rows: str) -> str:
    text = between_rows.join(between_cells.join(row) for row in rows)
    return f"| {text} |" if "|" in between_rows else text


def units(text: str) -> dict[str, str | None]:
    """The units of a text, each with the province that it states."""
    read = Reading(Document("a", "a.txt", text), repair(text), Gazetteer.shipped())
    found = [fact for fact in extract(read).facts if isinstance(fact, PilotUnit)]
    return {_county(unit.name): unit.stated_province for unit in found}


def _county(name: str) -> str:
    return next((county for county in EXPECTED if name.endswith(county)), name)


@pytest.mark.parametrize("joined", GROUPED)
@pytest.mark.parametrize("columns", PROVINCE_FIRST[:1] + PROVINCE_LAST, ids="-".join)
def test_a_table_with_a_row_for_each_province_is_read_in_every_layout(columns: tuple[str, ...], joined: str) -> None:
    groups = groupby(ROWS, key=lambda row: row[0])
    cells = [{"province": province, "county": "、".join(row[2] for row in rows)} for province, rows in groups]
    below = [[row[column] for column in columns] for row in cells]
    for rows in (below, [[HEADINGS[column] for column in columns], *below]):
        text = rendered(rows, *JOINED[joined])
        assert units(NOTICE + text + "\n") == EXPECTED, text


@pytest.mark.parametrize("joined", JOINED)
@pytest.mark.parametrize("columns", PROVINCE_FIRST + PROVINCE_LAST, ids="-".join)
def test_a_table_of_units_is_read_in_every_layout(columns: tuple[str, ...], joined: str) -> None:
    for headed, numbered, merged in product((True, False), repeat=3):
        if merged and (columns in PROVINCE_LAST or (not numbered and joined in ENDED_BY_TWO_CELLS)):
            continue
        rows = table(columns, headed=headed, numbered=numbered, merged=merged)
        text = rendered(rows, *JOINED[joined])
        assert units(NOTICE + text + "\n") == EXPECTED, text
