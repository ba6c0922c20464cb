"""Each repair by itself, through the whole pipeline, on pages written for the test."""

import unicodedata

import pytest

from build_graph.model import Repaired
from build_graph.repair import repair

READINGS = "教(jiào)育部開(kāi)展試(shì)點(diǎn),推進(jìn)學(xué)校建設。"


def counts(found: Repaired) -> dict[str, int]:
    return dict(found.repairs)


def marked(found: Repaired, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [found.text[start:end] for start, end in spans]


# --- injected readings ---------------------------------------------------------------------------------------


def test_toned_readings_go_and_traditional_characters_become_simplified() -> None:
    found = repair(READINGS)
    assert found.text == "教育部开展试点，推进学校建设。"
    assert counts(found)["injected readings"] == 6


@pytest.mark.parametrize(
    "text",
    [
        "教(jiao)育部开(kai)展试(shi)点(dian)，推进(jin)学(xue)校建设。",
        "教(jiao)(jiao)育部开(kai)(kai)(kai)展试(shi)点，推进(jin)学(xue)校建设。",
        "教（jiào）育部开（kāi）展试（shì）点（diǎn），推进（jìn）学校建设。",
    ],
)
def test_toneless_and_repeated_readings_go_too(text: str) -> None:
    assert repair(text).text == "教育部开展试点，推进学校建设。"


@pytest.mark.parametrize("bracket", ["（ps：见附表）", "（市、区）", "（GDP）", "（张某）", "（2020）", "（yao）"])
def test_real_brackets_survive(bracket: str) -> None:
    assert bracket in repair(READINGS + f"学校{bracket}名单").text


def test_a_few_glosses_are_the_authors_own() -> None:
    assert repair("“意(yì)”字的读音，“义(yì)”字也是。").text == "“意（yì）”字的读音，“义（yì）”字也是。"


# --- traditional characters --------------------------------------------------------------------------------------


def test_names_that_the_converter_leaves_are_converted_too() -> None:
    assert repair("陜西省寶雞市、雲南省澂江市開展醫療試點").text == "陕西省宝鸡市、云南省澄江市开展医疗试点"


def test_a_simplified_page_with_a_traditional_name_stays_as_it_is() -> None:
    text = "乾县与乾安县开展试点工作，推进改革。" * 3
    assert repair(text).text == text


# --- forms and punctuation -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("到２０２５年", "到2025年"),
        ("甲县\u3000乙县", "甲县 乙县"),
        ("甲\u200b县", "甲县"),
        ("甲县\r\n乙县\r丙县", "甲县\n乙县\n丙县"),
        ("试点🎉启动", "试点启动"),
        ("建设,推进;落实", "建设，推进；落实"),
        ("建设，，推进", "建设，推进"),
        ("投入1,200万元,于9:30开会", "投入1,200万元，于9:30开会"),
        ("试点(县)", "试点（县）"),
        ("see http://a.cn/?b=1", "see http://a.cn/?b=1"),
    ],
)
def test_forms_are_unified_and_numbers_and_addresses_left_alone(raw: str, clean: str) -> None:
    assert repair(raw).text == clean


# --- question marks in cells -------------------------------------------------------------------------------------------


def test_question_marks_at_the_edges_of_cells_were_spaces() -> None:
    assert repair("1 | 云南省? | ????大理白族自治州 ???? |").text.split() == [
        "1",
        "|",
        "云南省",
        "|",
        "大理白族自治州",
        "|",
    ]


def test_a_question_stays_a_question() -> None:
    assert "有哪些？" in repair("问 | 条件有哪些? |").text
    assert repair("试点县有哪些?").text == "试点县有哪些？"


# --- lost digits ---------------------------------------------------------------------------------------------------------


def test_phrases_that_lost_their_number_are_marked_and_not_filled() -> None:
    found = repair("确定甲区等个县开展试点，到年底，在个县建成。年9月验收。")
    assert marked(found, found.lost_digits) == ["等个县", "到年底", "在个县", "年9月"]
    assert found.text == "确定甲区等个县开展试点，到年底，在个县建成。年9月验收。"


def test_a_page_with_whole_years_has_lost_nothing() -> None:
    assert repair("到2025年，甲区等个县建成。到年底，在个县验收。").lost_digits == ()


def test_one_slip_is_no_sign_of_lost_digits() -> None:
    assert repair("甲区等个县建成，各个县验收，是个县级市。今年底总结。").lost_digits == ()


# --- broken bytes -----------------------------------------------------------------------------------------------------------


def fallen_apart(characters: str) -> str:
    """What a decoder makes of characters whose first and last byte were torn off."""
    inner = characters.encode("gb18030")[1:-1].decode("gb18030")
    return f"?{unicodedata.normalize('NFKC', inner)}?"


def test_characters_that_fell_apart_come_back_and_the_guessed_ones_say_so() -> None:
    found = repair("健全医" + fallen_apart("保基金打包支付") + "、结余留用机制。")
    assert found.text == "健全医保基金打包支付、结余留用机制。"
    assert "".join(marked(found, found.guessed)) == "保付"
    assert counts(found)["mojibake"] == 1


def test_the_way_back_from_restored_characters_leads_to_the_damaged_stretch() -> None:
    broken = fallen_apart("保基金打包支付")
    raw = f"健全医{broken}、结余留用机制。"
    found = repair(raw)
    start = found.text.index("基金")
    begin, end = found.raw_span(start, start + 2)
    assert 3 <= begin < end <= 3 + len(broken)


@pytest.mark.parametrize("text", ["这样做对吗?应该怎么办?", "what? why?", "A?B", "?", "??", "为什么?因为便利。"])
def test_a_question_mark_in_running_text_is_no_broken_byte(text: str) -> None:
    assert "mojibake" not in counts(repair(text))


def test_what_nobody_can_read_is_marked_as_damaged() -> None:
    found = repair("推进\ue123\ue456建设")
    assert marked(found, found.damaged) == ["\ue123", "\ue456"] or marked(found, found.damaged) == ["\ue123\ue456"]
