"""How wide texts are, where lines break, and where names on a map stand."""

from __future__ import annotations

from math import dist

import pytest

from exports.pictures.labels import Box, Label, Text, place
from exports.pictures.lettering import packed, width, wrap

PAGE = Box(0, 0, 200, 200)


def a_label(x: float, y: float, text: str = "江苏", reach: float = 60, apart: float = 0) -> Label:
    return Label(Text(((text, 10.0),)), (x, y), reach, apart)


def test_a_chinese_character_is_as_wide_as_its_size() -> None:
    assert width("江苏省", 12) == 36
    assert width("，", 12) == 12


def test_a_character_without_a_glyph_counts_as_a_full_em() -> None:
    assert width("𠮷", 12) == 12


def test_latin_letters_have_widths_of_their_own() -> None:
    assert width("ii", 10) < width("mm", 10) < 20


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("到二〇二五年建成", ["到二〇二五", "年建成"]),
        ("建成一二三，四五", ["建成一二", "三，四五"]),
        ("覆盖达到100%以上", ["覆盖达到", "100%以上"]),
        ("短", ["短"]),
        ("  多  余  ", ["多 余"]),
    ],
)
def test_lines_break_between_characters_but_not_in_numbers_or_before_marks(text: str, lines: list[str]) -> None:
    assert wrap(text, 10, 50, 9) == lines


def test_no_line_is_wider_than_its_room() -> None:
    text = "建设Supercalifragilisticexpialidocious体系1234567890123，到2025年。" * 5
    assert all(width(line, 10) <= 60 for line in wrap(text, 10, 60, 99))
    assert "".join(wrap(text, 10, 60, 99)).replace(" ", "") == text


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    lines = wrap("一二三四五六七八九十" * 3, 10, 50, 2)
    assert lines == ["一二三四五", "六七八九…"]


def test_short_parts_share_a_line_while_there_is_room() -> None:
    assert packed(["县12", "市3", "其他4"], 10, 60) == ["县12 市3", "其他4"]
    assert packed([], 10, 60) == []


def test_a_label_with_room_stands_at_its_point_without_a_line() -> None:
    (placed,) = place([a_label(100, 100)], PAGE)
    assert (placed.box.x + placed.box.wide / 2, placed.box.y + placed.box.high / 2) == (100, 100)
    assert placed.leader is None


def test_the_second_label_gives_way_to_the_first() -> None:
    first, second = place([a_label(100, 100), a_label(104, 100)], PAGE)
    assert not first.box.meets(second.box)


def test_a_small_area_keeps_its_label_at_a_distance_with_a_line_to_it() -> None:
    (placed,) = place([a_label(100, 100, apart=12)], PAGE)
    start, end = placed.leader
    assert start == (100, 100)
    assert dist(start, end) >= 12
    assert not placed.box.covers(start)


def test_a_label_without_room_is_left_out() -> None:
    assert place([a_label(100, 100, reach=10)], PAGE, [Box(60, 60, 80, 80)]) == [None]


def test_no_label_leaves_the_page() -> None:
    (placed,) = place([a_label(1, 1)], PAGE)
    assert PAGE.holds(placed.box)


def test_no_label_covers_the_point_of_another() -> None:
    first, _ = place([a_label(100, 100, "新疆维吾尔自治区"), a_label(120, 100)], PAGE)
    assert not first.box.covers((120, 100))


def test_no_line_crosses_a_label_that_stands() -> None:
    placed = place([a_label(100, 100), a_label(100, 112, apart=30), a_label(100, 124)], PAGE)
    assert all(placed)
    assert not placed[0].box.is_crossed(*placed[1].leader)
    assert not placed[2].box.is_crossed(*placed[1].leader)


@pytest.mark.parametrize(
    ("start", "end", "crossed"),
    [
        ((0, 5), (20, 5), True),
        ((5, 5), (6, 6), True),
        ((0, 11), (20, 11), False),
        ((5, -5), (5, 20), True),
        ((11, -5), (11, 20), False),
        ((-5, 5), (-1, 5), False),
        ((-4, 8), (4, 16), False),
    ],
)
def test_a_line_crosses_a_box_or_not(start: tuple[float, float], end: tuple[float, float], crossed: bool) -> None:
    assert Box(0, 0, 10, 10).is_crossed(start, end) is crossed
