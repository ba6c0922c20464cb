"""What a reader is told of repairs: where, of which kind, what is read there, and whether it was a guess."""

from itertools import pairwise

import pytest

from build_graph.model import Content, Document, Repair
from build_graph.repair import repair
from build_graph.repair.stretches import joined, repairs

DAMAGED = "專家從各?。▍^(qū)、市)選出。"
"""One byte was inserted into a traditional text: 省（ fell apart."""


def told(text: str, content: Content | None = None, **more) -> list[tuple[str, str]]:
    document = Document("a", "a.txt", text, content=content)
    return [(text[r.start : r.end], r.read) for r in repairs(document, repair(text, content), **more)]


def test_what_reads_as_it_stands_is_not_told() -> None:
    assert told("滦州市开展智慧校园建设试点。") == []


def test_a_stretch_names_its_kind_and_what_is_read_there() -> None:
    text = "滦州市,滦南县。"
    assert repairs(Document("a", "a.txt", text), repair(text)) == (Repair(3, 4, ("ASCII punctuation",), "，"),)


def test_a_traditional_page_makes_one_stretch_a_phrase_not_one_a_character() -> None:
    text = "國務院辦公廳關於開展養老服務體系建設試點的通知\n試點縣應當認真組織實施。"
    assert [read for _, read in told(text)] == ["国务院办公厅关于开展养老服务体系建设试点", "试点县应当认真组织实"]


def test_repairs_that_stand_apart_or_in_two_lines_are_told_apart() -> None:
    assert told("滦州市,滦南县,\n,唐山市") == [(",", "，")] * 3


def test_dropped_readings_make_a_phrase_with_the_characters_between() -> None:
    text = "醫(yī)療衛(wèi)生服務(wù)體(tǐ)系規(guī)劃"
    assert told(text) == [(text, "医疗卫生服务体系规划")]
    (found,) = repairs(Document("a", "a.txt", text), repair(text))
    assert found.kinds == ("injected readings", "traditional characters")


def test_what_was_chosen_by_language_is_a_stretch_of_its_own_that_says_so() -> None:
    text = f"國務院辦公廳關於開展養老服務體系建設試點的通知\n{DAMAGED * 2}\n"
    found = repairs(Document("a", "a.txt", text), repair(text))
    guessed = [each for each in found if each.guessed]
    assert all("mojibake" in each.kinds for each in guessed)
    assert len(guessed) == 2
    assert not any("mojibake" in each.kinds for each in found if not each.guessed)


def test_space_that_stays_space_is_not_told_and_dropped_space_is() -> None:
    assert told("　　到 2025 年，建成。\r\n") == [(" ", "")] * 2


def test_nothing_is_told_of_what_is_no_part_of_the_text_or_hidden() -> None:
    text = "滦州市开展智慧校园建设试点,建设数字教室并且培训教师。\n责任编辑:李某\n"
    assert told(text) == [(",", "，")]
    assert told(text, hidden=[(0, text.index("\n"))]) == []


def test_a_repair_of_markup_is_told_where_the_markup_stands() -> None:
    text = "<p>&#35430;&#40670;</p>"
    content = Content("試點", (3, 11), (11, 19))
    assert told(text, content) == [("&#35430;&#40670;", "试点")]


def test_the_stretches_are_in_order_and_apart() -> None:
    text = f"醫(yī)療,衛(wèi)生。{DAMAGED}１２ 月\n" * 3
    found = repairs(Document("a", "a.txt", text), repair(text))
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [([], []), ([(5, 6), (0, 2), (1, 3)], [(0, 3), (5, 6)]), ([(0, 9), (1, 2), (9, 10)], [(0, 10)])],
)
def test_spans_that_overlap_or_touch_are_one(spans: list, expected: list) -> None:
    assert joined(spans) == expected
