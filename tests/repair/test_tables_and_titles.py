"""Lines that were torn apart: tables with one cell a line, titles broken over lines."""

import pytest

from build_graph.repair import repair

TEXT = "教育部近日印发通知，决定在全国开展智慧校园建设试点，各地要认真组织实施。"


def lines(page: str) -> list[str]:
    return [line for line in repair(page).text.split("\n") if line.strip()]


# --- tables ----------------------------------------------------------------------------------------------------------


def test_cells_that_stand_one_a_line_become_rows_by_their_numbers() -> None:
    page = "试点名单\n序号\n省份\n试点城市\n1\n甘肃省\n天水市\n2\n甘肃省\n庆阳市\n3\n青海省\n西宁市\n" + TEXT
    assert lines(page) == [
        "试点名单",
        "序号\t省份\t试点城市",
        "1\t甘肃省\t天水市",
        "2\t甘肃省\t庆阳市",
        "3\t青海省\t西宁市",
        TEXT,
    ]
    found = repair(page)
    at = found.text.index("庆阳市")
    assert page[slice(*found.raw_span(at, at + 3))] == "庆阳市"
    assert dict(found.repairs)["scattered tables"] == 8


def test_a_row_that_shares_a_merged_cell_gets_an_empty_one() -> None:
    page = "编号\n\n省（区、市）\n\n县（市、区）\n\n1\n\n甘肃省\n\n甘谷县\n\n2\n\n武山县\n\n3\n\n青海省\n\n湟源县\n"
    assert lines(page) == ["编号\t省（区、市）\t县（市、区）", "1\t甘肃省\t甘谷县", "2\t\t武山县", "3\t青海省\t湟源县"]


def test_rows_without_numbers_begin_with_their_province() -> None:
    page = "省份\n试点县\n甘肃省\n甘谷县\n甘肃省\n武山县\n青海省\n湟源县\n" + TEXT
    assert lines(page) == ["省份\t试点县", "甘肃省\t甘谷县", "甘肃省\t武山县", "青海省\t湟源县", TEXT]


@pytest.mark.parametrize(
    "page",
    [
        "省份\n试点县\n甘肃省\n甘谷县\n武山县\n青海省\n湟源县",  # a list with provinces as heads
        "序号\n省份\n1\n甘肃省\n2\n青海省",  # too short to be sure
        "序号\n省份\n1\n2\n3\n4",
        "城市\n试点县\n天水市\n甘谷县\n天水市\n武山县\n定西市\n陇西县",
        "序号\n省份\n" + TEXT,
    ],
)
def test_what_is_no_even_table_stays_as_it_is(page: str) -> None:
    assert lines(page) == page.split("\n")


# --- titles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("broken", "title"),
    [
        ("某市召开智慧校园建\n设试点推进会", "某市召开智慧校园建设试点推进会"),
        ("某省教育厅关于公布智慧校园\n  试点名单的通知", "某省教育厅关于公布智慧校园试点名单的通知"),
        ("某省教育厅 某省财\n政厅关于开展智慧校园试点的通知", "某省教育厅 某省财政厅关于开展智慧校园试点的通知"),
        ("本周要闻（2023年5\r\n月16日）", "本周要闻（2023年5月16日）"),
        ("某市校园改革\n的三个办法", "某市校园改革的三个办法"),
    ],
)
def test_the_title_of_the_page_becomes_one_line(broken: str, title: str) -> None:
    assert lines(f"{broken}\n\n{TEXT}") == [title, TEXT]


def test_a_title_of_a_document_becomes_one_line() -> None:
    page = f"{TEXT}\n根据《关于开展智慧校园\n  建设试点的通知》要求，现公布名单，请认真抓好落实。"
    assert "《关于开展智慧校园建设试点的通知》" in repair(page).text
    assert dict(repair(page).repairs)["broken titles"] == 1


@pytest.mark.parametrize(
    "top",
    [
        ["某省教育厅", "某省财政厅", "关于开展智慧校园试点的通知", "某教发〔2021〕3号"],
        ["某市召开推进会", "首批10所学校参加"],
        ["智慧校园试点名单", "甘谷县", "武山县"],
        ["关于公布名单的通知", "各市教育局："],
        ["试点单位：", "育才学校"],
        ["智慧校园试点名单", "地级市（2个）", "保定市、太原市", "县级市（1个）", "辛集市"],
        ["教办〔2025〕9号《教育部关于开展智慧校园试点的通知》", "教育部关于开展智慧校园试点的通知"],
    ],
)
def test_lines_that_do_not_need_each_other_stay_apart(top: list[str]) -> None:
    assert lines("\n".join([*top, "", TEXT])) == [*top, TEXT]


def test_a_title_ends_at_a_blank_line() -> None:
    assert lines(f"某市召开智慧校园建\n\n设试点推进会\n{TEXT}") == ["某市召开智慧校园建", "设试点推进会", TEXT]


@pytest.mark.parametrize("broken", ["杭州、宁\n波、嘉兴入选试点。", "杭州、\n  宁波、嘉兴入选试点。"])
def test_a_list_that_is_broken_behind_its_mark_or_inside_a_name_becomes_one_line(broken: str) -> None:
    repaired = repair(f"{TEXT}\n{broken}")
    assert repaired.text.endswith("杭州、宁波、嘉兴入选试点。")
    assert dict(repaired.repairs)["broken lists"] == 1


@pytest.mark.parametrize(
    "cells", ["省、市、县\n备注", "甲县、乙县\n丙县", "统筹风、光、水、火\n二、主要任务", "甲县、\n\n乙县、丙县"]
)
def test_lines_that_no_list_needs_stay_apart(cells: str) -> None:
    assert repair(f"{TEXT}\n{cells}").text.endswith(cells)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("关于在石家庄市、唐山市", "开展智慧校园建设试点的通知"),
        ("河北省教育厅关于确定石家庄市、唐山市、保定市", "邢台市为智慧校园建设试点的批复"),
        ("北京市人民政府、天津市", "人民政府关于开展智慧校园建设试点的通知"),
    ],
)
def test_a_title_that_is_broken_behind_places_becomes_one_line(above: str, below: str) -> None:
    assert lines(f"{above}\n{below}\n\n{TEXT}") == [above + below, TEXT]


def test_a_title_that_is_whole_up_to_a_remark_does_not_go_on_in_the_next_line() -> None:
    page = "关于智慧校园建设试点的方案（最新）\n智慧校园建设试点方案（最新）\n\n" + TEXT
    assert lines(page)[:2] == ["关于智慧校园建设试点的方案（最新）", "智慧校园建设试点方案（最新）"]


@pytest.mark.parametrize("above", ["甲省教育厅关于清理规范教育收费文件", "甲省教育厅关于做好落实国务院文件"])
def test_a_title_may_be_broken_behind_the_word_with_which_a_red_head_ends(above: str) -> None:
    below = "的通知" if above.endswith("收费文件") else "有关试点工作的通知"
    assert lines(f"{above}\n{below}\n{TEXT}") == [above + below, TEXT]


def test_a_table_is_known_by_its_numbers_where_a_heading_is_unknown_or_all_are_lost() -> None:
    cells = ["1\n甘肃省\n甘谷县\n水权交易", "2\n甘肃省\n武山县\n智慧计量", "3\n青海省\n湟源县\n节水灌溉"]
    rows = [cell.replace("\n", "\t") for cell in cells]
    headings = ["序号", "省份", "试点县", "拟突破的难题"]
    assert lines("\n".join([*headings, *cells])) == ["\t".join(headings), *rows]
    assert lines("\n".join(["试点名单", *cells])) == ["试点名单", *rows]
    assert lines("1\n甲\n2\n乙\n3\n丙") == ["1", "甲", "2", "乙", "3", "丙"]


def test_a_title_broken_behind_about_goes_on_anywhere_on_a_page() -> None:
    raw = "公报\n第3期\n目录\n一\n二\n三\n乙市人民政府办公室关于印发\n乙市智慧书屋试点实施方案的通知\n乙府办发〔2031〕18号"
    assert "乙市人民政府办公室关于印发乙市智慧书屋试点实施方案的通知" in repair(raw).text.split("\n")
    other = "公报\n第3期\n目录\n一\n二\n三\n会议听取了甲局关于印发\n各县要抓紧落实，年底前报来通知"
    assert repair(other).text == other
