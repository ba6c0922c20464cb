"""Lines that have each character twice, as bold ones do that PDF printed twice."""

import pytest

from build_graph.repair import doubled, repair


def twice(text: str) -> str:
    return "".join(character * 2 for character in text)


def test_a_line_that_has_each_character_twice_is_read_once() -> None:
    page = twice("关于开展智慧灌区建设试点的通知（2030年）") + "\n水利部决定在甲省开展试点。"
    assert repair(page).text == "关于开展智慧灌区建设试点的通知（2030年）\n水利部决定在甲省开展试点。"


def test_short_lines_are_read_once_where_longer_ones_are() -> None:
    page = "\n".join(twice(line) for line in ("智慧灌区建设试点名单", "甲县", "丙丁县"))
    assert repair(page).text == "智慧灌区建设试点名单\n甲县\n丙丁县"
    assert repair("甲甲县县\n名单").text == "甲甲县县\n名单"


def test_bold_words_within_a_line_are_read_once_and_lead_back_to_the_first_characters() -> None:
    raw = f"一是{twice('加强组织领导')}，各县要抓好落实。"
    found = repair(raw)
    assert found.text == "一是加强组织领导，各县要抓好落实。"
    assert raw[found.raw_span(2, 8)[0]] == "加"
    assert dict(found.repairs)[doubled.KIND] == 6


@pytest.mark.parametrize(
    "text", ["轰轰烈烈、高高兴兴地开展。", "家家户户干干净净", "……——", "电话1122334455", "天天天天天天天天"]
)
def test_words_and_numbers_that_repeat_characters_stay(text: str) -> None:
    assert doubled.KIND not in dict(repair(text).repairs)
