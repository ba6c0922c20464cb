"""Characters that fell apart, damaged for the test the way pages were damaged: byte by byte, in cp936."""

from collections.abc import Iterable
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.model import Repaired
from build_graph.repair import cp936, repair
from build_graph.repair.language import Language, language
from build_graph.repair.lattice import best_path, margins
from build_graph.repair.syllables import read_as, reads
from build_graph.tables import packed_rows

USER_DEFINED = {
    bytes((lead, trail)): chr(first + (lead - lead_from) * per_row + column)
    for first, lead_from, lead_to, trails in (
        (0xE000, 0xAA, 0xAF, [*range(0xA1, 0xFF)]),
        (0xE234, 0xF8, 0xFE, [*range(0xA1, 0xFF)]),
        (0xE4C6, 0xA1, 0xA7, [*range(0x40, 0x7F), *range(0x80, 0xA1)]),
    )
    for per_row in (len(trails),)
    for lead in range(lead_from, lead_to + 1)
    for column, trail in enumerate(trails)
}
"""Cells of code page 936 that a decoder shows as private characters."""


def decoded(data: bytes) -> str:
    """Decode cp936 as the pages' decoder did: a pair that is no character is one ``?``."""
    shown, at = [], 0
    while at < len(data):
        width = 1 if data[at] < 0x80 else 2
        shown.append(_shown(data[at : at + width]))
        at += width
    return "".join(shown)


def _shown(pair: bytes) -> str:
    try:
        character = pair.decode("gbk")
    except UnicodeDecodeError:
        return USER_DEFINED.get(pair, "?")
    return chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character


def with_byte_before(marks: str, text: str) -> str:
    """Insert a byte before each occurrence of a mark's two bytes; where it stood alone, it was cleaned away."""
    data = text.encode("gbk")
    for mark in marks:
        data = data.replace(mark.encode("gbk"), b"\x01" + mark.encode("gbk"))
    return decoded(data).replace("\x01", "")


def with_reading_after(character: str, reading: str, text: str) -> str:
    """Insert a reading behind each occurrence of the character's two bytes."""
    pair = character.encode("gbk")
    return decoded(text.encode("gbk").replace(pair, pair + f"({reading})".encode("gbk")))


def guessed(found: Repaired) -> list[str]:
    return [found.text[start:end] for start, end in found.guessed]


def damaged(found: Repaired) -> list[str]:
    return [found.text[start:end] for start, end in found.damaged]


TRADITIONAL = "各縣要編製環保總額預算,開展學業質量評價"


def test_the_wrong_pairing_ends_at_a_second_byte_that_shows_as_itself() -> None:
    raw = with_byte_before("？", TRADITIONAL)
    assert raw.startswith("各縣要編製環??傤~預算")
    found = repair(raw)
    assert found.text == "各县要编制环保总额预算，开展学业质量评价"
    assert guessed(found) == ["保"]
    assert dict(found.repairs)["mojibake"] == 1


def test_the_wrong_pairing_ends_at_a_second_question_mark() -> None:
    raw = with_byte_before("；、", "落實環保回收處理、清運等學校義務")
    assert raw.count("?") == 2
    found = repair(raw)
    assert found.text == "落实环保回收处理、清运等学校义务"
    assert guessed(found) == ["保", "理"]


def test_a_pair_inside_that_shows_as_a_question_mark_is_two_lost_bytes() -> None:
    raw = with_byte_before("；", "加强环境保护和修复，加快发展")
    private = next(character for character in raw if character in USER_DEFINED.values())
    found = repair(raw.replace(private, "?"))
    assert found.text == "加强环境保护和修复\ufffd加快发展"
    assert damaged(found) == ["\ufffd"]


def test_the_way_back_shares_the_pair_that_holds_bytes_of_two_characters() -> None:
    raw = with_byte_before("？", TRADITIONAL)
    found = repair(raw)
    at = found.text.index("保总额")
    spans = [raw[slice(*found.raw_span(place, place + 1))] for place in range(at, at + 3)]
    assert spans == ["??", "?傤", "傤~"]


def test_simplified_text_falls_apart_and_comes_back_too() -> None:
    found = repair(with_byte_before("；", "加强环境保护和修复，加快发展"))
    assert found.text == "加强环境保护和修复，加快发展"


def test_a_choice_that_is_not_clear_stays_unreadable_and_is_marked() -> None:
    found = repair(with_byte_before("；", "完善风险分担机制，推动学校使用教室"))
    assert "机制，推动" in found.text
    assert damaged(found)
    assert all(found.text[start] == "\ufffd" for start, _ in found.damaged)


def test_a_number_behind_a_damaged_stretch_is_not_trusted() -> None:
    found = repair(with_byte_before("；", "加强保护，面积占全省耕地的30%以上"))
    assert found.text.endswith("0%以上")
    assert "0%" in damaged(found)


@pytest.mark.parametrize(
    ("inside", "reading", "text"),
    [("讓", "ràng", "在北京召開首屆智慧校園建設大會,各省參加"), ("車", "chē", "整治學校周圍環境,各縣落實責任")],
)
def test_an_inserted_reading_that_broke_a_character_tells_its_first_byte(inside: str, reading: str, text: str) -> None:
    raw = with_reading_after(inside, reading, text)
    assert f"?{reading})" in raw
    assert repair(raw).text == repair(text).text


def test_a_character_broken_by_two_readings_is_the_one_that_can_be_read_so() -> None:
    raw = "來源:晚日?qǐng)?bào),學校建設試點開始實施"
    found = repair(raw)
    assert found.text == "来源：晚日报，学校建设试点开始实施"
    assert guessed(found) == ["报"]
    at = found.text.index("报")
    assert raw[slice(*found.raw_span(at, at + 1))] == "?qǐng)?bào)"


@pytest.mark.parametrize(
    "text",
    [
        "选项?a)县级,b)市级",
        "?qǐng)試點",
        "真的吗??太好了",
        "鸢尾花好看吗?谛听是什么?",
        "?" * 50 + "县",
        "县?鸢埣谛" * 600,
    ],
)
def test_what_makes_no_better_sense_otherwise_stays(text: str) -> None:
    assert "mojibake" not in dict(repair(text).repairs)


@pytest.mark.parametrize(
    ("character", "data"), [("保", "b1a3"), ("?", "a3bf"), ("\ue000", "aaa1"), ("\ue234", "f8a1"), ("\ue4c6", "a140")]
)
def test_bytes_in_cp936(character: str, data: str) -> None:
    encoded = cp936.encode(character)
    assert encoded is not None
    assert encoded.hex() == data


@pytest.mark.parametrize("character", ["\n", "ñ", "🎉", "\ue766"])
def test_characters_that_cp936_lacks_have_no_two_bytes(character: str) -> None:
    assert cp936.encode(character) is None


def test_two_bytes_that_are_no_character() -> None:
    assert cp936.decode(0x88, 0x28) is None
    assert cp936.decode(0x41, 0x42) is None


def test_the_last_user_defined_cell_of_each_area() -> None:
    found = [encoded.hex() for encoded in map(cp936.encode, "\ue233\ue4c5\ue765") if encoded]
    assert found == ["affe", "fefe", "a7a0"]


@pytest.mark.parametrize("reading", ["lǜ", "lv", "lü", "lu", "lu:4", "lv4"])
def test_a_reading_is_recognised_however_it_is_written(reading: str) -> None:
    assert reads("绿", reading)
    assert "綠" in read_as(reading)
    assert not reads("县", reading)


def test_words_are_likelier_than_their_characters_in_another_order() -> None:
    likely, _ = best_path((("教",), ("育",)), language())
    unlikely, _ = best_path((("育",), ("教",)), language())
    assert likely > unlikely


def test_the_likeliest_way_and_how_clear_it_is() -> None:
    places = (("教",), ("育", "鹬"), ("部",))
    _, path = best_path(places, language())
    assert path == ("教", "育", "部")
    sure, clear, last = margins(places, path, language())
    assert sure == last == float("inf")
    assert clear > 5


@given(st.lists(st.text(alphabet="教育部鹬试点县龘a？", min_size=1, max_size=3).map(tuple), min_size=1, max_size=5))
def test_a_way_and_its_margins_are_those_of_all_ways_side_by_side(places: list[tuple[str, ...]]) -> None:
    def likely(way: tuple[str, ...]) -> float:
        return sum(language().costs(left, [right])[0] for left, right in pairwise(("", *way)))

    ways = {way: likely(way) for way in product(*places)}
    score, path = best_path(tuple(places), language())
    assert score == pytest.approx(max(ways.values()))
    assert ways[path] == pytest.approx(score)
    for at, margin in enumerate(margins(tuple(places), path, language())):
        others = [other for way, other in ways.items() if way[at] != path[at]]
        assert margin == pytest.approx(score - max(others, default=float("-inf")))


CRAFTED = (
    "?\ufffd?(yi)锟\ufffdB\ufffd龘\ufffd",
    "?shi)(shi)?(yi)锟\ufffd的\ufffd?",
    "?shi)(shi)\ufffd\ue000",
    "试点??啤VС质?、",
    "?堑?",
)


@pytest.mark.parametrize("piece", CRAFTED)
@pytest.mark.parametrize("length", [125, 1250])
def test_little_text_makes_little_work_however_it_is_made(piece: str, length: int, monkeypatch) -> None:
    weighed = 0
    costs = Language.costs

    def counted(self: Language, left: str, rights: Iterable[str]) -> list[float]:
        nonlocal weighed
        found = costs(self, left, rights)
        weighed += len(found)
        return found

    monkeypatch.setattr(Language, "costs", counted)
    repair((piece * length)[:length])
    assert weighed < 2 * (50_000 + 100 * length)


def test_the_tables_are_read_without_their_comments() -> None:
    assert all(len(row) == 2 for row in packed_rows("build_graph.repair", "readings"))
    assert all(len(row) == 3 for row in packed_rows("build_graph.repair", "language"))


def test_a_page_that_is_nothing_but_damage_is_given_up_after_a_while() -> None:
    piece = "试点??啤VС质?、"
    found = repair(piece * 600).text
    assert not found.startswith(piece)
    assert found.endswith(piece.replace("?", "？"))
