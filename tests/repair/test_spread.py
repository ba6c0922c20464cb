"""Texts with a space behind each character, and texts that only have some."""

import pytest

from build_graph.repair import repair

TEXT = (
    "水利部决定在甲省、乙省开展智慧灌区建设试点，到2030年建成20处，做到“能换尽换”。各省要抓紧实施，按时报送进展情况。"
)


def spread(text: str, gap: str = " ") -> str:
    return "".join(c if c.isascii() else c + gap for c in text).rstrip()


@pytest.mark.parametrize("gap", [" ", "\u3000", "\u00a0"])
def test_a_space_behind_each_character_is_none(gap: str) -> None:
    assert repair(spread(TEXT, gap)).text == TEXT


def test_wider_gaps_still_part_words() -> None:
    page = spread("试点名单") + "   " + spread("甲县水利局") + "\n" + spread(TEXT)
    assert repair(page).text.split("\n")[0].split() == ["试点名单", "甲县水利局"]


@pytest.mark.parametrize(
    "page",
    [
        "主任 李 明 出席。" + TEXT,
        "北 京 市 海 淀 区",
        "甲县 乙县 丙县 丁县\n" + TEXT,
        "王 强 李建国 赵 明 孙 丽 周大伟 " * 6,
    ],
)
def test_some_spaces_are_left_to_others(page: str) -> None:
    assert repair(page).text.count(" ") == page.count(" ")


def test_names_that_are_spread_by_threes_stay_apart() -> None:
    assert "王 强 李 刚 赵 明" in repair("王 强 李 刚 赵 明， 周大伟 " * 8).text
