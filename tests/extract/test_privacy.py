"""What is masked in a text that is shown: how to reach a person, and who one is. Nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.extract.privacy import holds_personal_data, masked, may_hold_personal_data, personal_spans
from build_graph.extract.traces import traces
from build_graph.model import Content, Document
from build_graph.repair import repair


def shown(text: str) -> str:
    return masked(text, personal_spans(text))


def shown_document(text: str, content: Content | None = None) -> str:
    document = Document("a", "a.txt", text, content=content)
    return masked(text, traces(document, repair(text, content)).personal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请致电13800001111。", "请致电███████████。"),
        ("+8613800001111、86-13800001111、86138-0000-1111", "██████████████、██████████████、███████████████"),
        ("手机138-0000-1111或138 0000 1111", "手机█████████████或█████████████"),
        ("电话：010-12345678-801、87654321。", "电话：█████████████████████████。"),
        ("（0571）12345678", "██████████████"),
        ("电话：０１０－１２３４５６７８", "电话：████████████"),
        ("传真：(0571) 1234 5678", "传真：████████████████"),
        ("投稿a.b@c.com.cn邮编100000", "投稿████████████邮编100000"),
        ("身份证11010519491231002X", "身份证██████████████████"),
        ("热线400-810-1234", "热线████████████"),
        ("联系人：张小明", "联系人：███"),
        ("聯系人:張小明", "聯系人:███"),
        ("联系人：张三电话：12345678", "联系人██████████████"),
        ("联系人12345678、87654321", "联系人████████、87654321"),
        ("微信号：lilei_2022", "微信号：██████████"),
    ],
)
def test_the_data_are_masked_and_what_tells_of_them_stays(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "服务热线电话接通率达到95%以上",
        "推广微信小程序预约服务，2019年8月30日前完成。",
        "教发〔2020〕3号 000014672/2019-00123",
        "编号213800001111、1010-12345678、4400-810-1234、1110105194912310021",
        "覆盖567个县，投入1234567890123元。",
    ],
)
def test_numbers_of_other_kinds_stay(text: str) -> None:
    assert shown(text) == text
    assert not holds_personal_data(text)


def test_line_breaks_are_not_masked() -> None:
    assert shown("电话：\r\n12345678\n") == "电话：\r\n████████\n"


@given(
    st.lists(
        st.sampled_from(
            ["联系人", "电话", "：", "张小明", "12345678", "010-", "138", "a@b.cn", "QQ", " ", "\n", "、", "０"]
        )
    )
)
def test_masked_text_has_the_same_length_and_lines_and_holds_no_personal_data(parts: list[str]) -> None:
    text = "".join(parts)
    found = shown(text)
    assert len(found) == len(text)
    assert [len(line) for line in found.splitlines()] == [len(line) for line in text.splitlines()]
    assert not holds_personal_data(found)


PARTS = [
    "13800001111",
    "０５７１",
    "-8765432",
    "1",
    "（010）",
    "电话",
    "联系人",
    "：",
    "张三",
    "微信号",
    "ab@c.d",
    "Q",
    "Q",
    "。",
]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map("".join), st.data())
def test_what_no_document_may_hold_none_of_its_passages_holds(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    if holds_personal_data(text[start:end]):
        assert may_hold_personal_data(Document("a", "a.txt", text))


def test_a_document_may_hold_personal_data_in_what_its_markup_spells() -> None:
    said = "13800001111"
    text = "".join(f"<b>{character}</b>" for character in said)
    content = Content(said, range(3, len(text), 8), range(4, len(text), 8))
    assert may_hold_personal_data(Document("a", "a.html", text, content=content))
    assert not may_hold_personal_data(Document("a", "a.txt", "教育部确定118个试点县（2023年）。"))


def test_data_that_show_only_once_the_text_is_repaired_are_masked() -> None:
    text = (
        "医(yī)院(yuàn)的联系人(rén)：张(zhāng)三(sān)，学校办公室的公开电(diàn)话(huà)：87654321，在西(xī)院(yuàn)。"
    )
    assert shown_document(text) == text.replace("张(zhāng)三(sān)", "█" * 14).replace("87654321", "████████")


def test_data_in_markup_are_masked_where_their_characters_stand() -> None:
    text = "<b>138</b>0000&#49;111"
    said = "13800001111"
    starts = (3, 4, 5, 10, 11, 12, 13, 14, 19, 20, 21)
    ends = (4, 5, 6, 11, 12, 13, 14, 19, 20, 21, 22)
    content = Content(said, starts, ends)
    assert shown_document(text, content) == "<b>" + "█" * 19


def test_lines_that_are_cut_as_contact_data_are_masked_whole() -> None:
    text = "确定滦州市为智慧校园建设试点市，建设数字教室并且培训教师。\n联系地址：学院路1号李宅\n"
    assert shown_document(text) == text.split("\n")[0] + "\n" + "█" * 12 + "\n"
