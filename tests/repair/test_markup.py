"""Remains of markup: what they stand for is read, and the way back leads to the characters of the raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.repair import markup, repair


def repaired(text: str) -> str:
    return repair(text).text.strip()


def test_escaped_breaks_are_line_breaks() -> None:
    assert repaired("试点的通知\\n各市：\\r\\n现将事项通知如下。\\n一、目标").split("\n") == [
        "试点的通知",
        "各市：",
        "现将事项通知如下。",
        "一、目标",
    ]


@pytest.mark.parametrize("raw", ["文件在C:\\new\\report里", "见附件\\n"])
def test_paths_and_a_single_backslash_are_no_breaks(raw: str) -> None:
    assert markup.ESCAPES not in dict(repair(raw).repairs)


def test_tags_of_blocks_leave_line_breaks_and_tags_of_words_nothing() -> None:
    raw = "试点的通知<br/>各市：<p>在<b>甲县</b>、<span class='a'>乙县</span>试点。</p><div>一、目标</div>"
    assert [line for line in repaired(raw).split("\n") if line] == [
        "试点的通知",
        "各市：",
        "在甲县、乙县试点。",
        "一、目标",
    ]


def test_tags_of_cells_leave_borders() -> None:
    rows = "<tr><td>序号</td><td>试点县</td></tr><tr><td>1</td><td>甲县</td></tr>"
    assert [line.split() for line in repaired(rows).split("\n") if line] == [["序号", "试点县"], ["1", "甲县"]]


def test_links_of_markdown_leave_their_words_and_pictures_nothing() -> None:
    raw = "[水利部](https://www.example.org/a?b=1)在**[甲县](/places/1)**试点。![图](https://example.org/a.jpg)"
    assert repaired(raw) == "水利部在甲县试点。"


@pytest.mark.parametrize(
    "raw",
    [
        "138****1234、139****5678",
        "张**、李**、王**",
        "> 90分 优秀",
        "甲县[2021]5号（试行）",
        "见[附件](另发)",
        "5 * 3 ** 2",
        "《办法》[甲〔2021〕5号]",
    ],
)
def test_brackets_and_stars_that_are_no_markdown_stay(raw: str) -> None:
    assert markup.MARKDOWN not in dict(repair(raw).repairs)


PIECES = [
    "试点",
    "&amp;",
    "&#x4e00;",
    "<br>",
    "</td>",
    "\\n",
    "**",
    "[",
    "](http://a)",
    "![",
    "# ",
    "\n",
    "&",
    "<",
    "甲县",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_mix_is_repaired_and_leads_back(pieces: list[str]) -> None:
    raw = "".join(pieces)
    found = repair(raw)
    for at in range(len(found.text)):
        start, end = found.raw_span(at, at + 1)
        assert 0 <= start < end <= len(raw)


@pytest.mark.parametrize("mark", ["↵", "↓", "¶", "\\"])
def test_marks_that_show_where_lines_end_go(mark: str) -> None:
    assert repaired(f"试点的通知{mark}\n各市：{mark} \n现将事项通知如下。").split() == [
        "试点的通知",
        "各市：",
        "现将事项通知如下。",
    ]


def test_backslashes_that_were_escaped_once_more_break_lines_too() -> None:
    assert repaired("试点的通知\\\\n各市：\\\\n一、目标").split("\n") == ["试点的通知", "各市：", "一、目标"]


@pytest.mark.parametrize("mark", ["[1]", "[2-3]", "［12］", "¹", "¹²", "[1，3]"])
def test_marks_of_notes_go(mark: str) -> None:
    found = repair(f"试点在甲县启动{mark}，此后扩大。")
    assert found.text == "试点在甲县启动，此后扩大。"
    assert dict(found.repairs)[markup.NOTES] == 1


@pytest.mark.parametrize("raw", ["国办发[2019]2号", "甲政发[15]号", "面积20 m²", "[1]王某：试点研究"])
def test_other_numbers_in_brackets_stay(raw: str) -> None:
    assert markup.NOTES not in dict(repair(raw).repairs)


@pytest.mark.parametrize(
    "kept",
    [
        "供水能力300万米³，占地500公里²",
        "国发[98]12号、京政办[99]7号",
        "正定县[3]，平山县[2]，赵县[1]",
        "申报条件如下。[1]依法登记。[2]运行满三年。",
        "各县任务见表[1]，进度见图[2]",
        "同比下降 5.3%↓\n优良天数 12天↓",
    ],
)
def test_units_numbers_of_documents_and_items_are_no_marks_of_notes(kept: str) -> None:
    assert not {markup.NOTES, markup.ESCAPES} & set(dict(repair(kept).repairs))


def test_several_marks_may_follow_each_other() -> None:
    assert repaired("甲县开展试点[1][2]。乙县也开展[3]，") == "甲县开展试点。乙县也开展，"
    assert repaired("各县要创造条件[1]，改进方式[2]。") == "各县要创造条件，改进方式。"
