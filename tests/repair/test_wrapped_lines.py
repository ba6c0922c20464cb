"""Lines that were cut at one width become sentences again; lines that only happen to be as wide stay."""

import pytest

from build_graph.repair import repair
from build_graph.repair.wrapped_lines import KIND

PARAGRAPHS = [
    "关于开展智慧灌区建设试点的通知",
    "为提高用水效率，水利部决定在甲省、乙省等6个省开展智慧灌区建设试点，试点期两年，到2030年建成智慧灌区20处，灌溉水利用系数达到0.6以上。",
    "一、主要任务",
    "（一）改造泵站。逐站更换老旧机组，做到能换尽换，并安装监测设备，与省级平台联网，实现用水情况每日上报、每月公布。",
    "（二）推行计量。逐户安装水表，按方收费，对节水农户给予奖励，奖励资金由县级财政承担，省级财政按照不低于三成的比例补助。",
]


def lines(page: str) -> list[str]:
    return [line for line in repair(page).text.split("\n") if line.strip()]


@pytest.mark.parametrize("width", [24, 27, 30])
def test_paragraphs_that_were_cut_by_characters_are_whole_again(width: int) -> None:
    page = "\n".join("\n".join(part[at : at + width] for at in range(0, len(part), width)) for part in PARAGRAPHS)
    assert lines(page) == PARAGRAPHS
    assert dict(repair(page).repairs)[KIND] >= 4


def test_so_are_those_that_were_cut_by_columns() -> None:
    columns = ["".join(c + ("\0" if ord(c) > 255 else "") for c in part) for part in PARAGRAPHS]
    cut = ["\n".join(part[at : at + 64] for at in range(0, len(part), 64)).replace("\0", "") for part in columns]
    assert lines("\n".join(cut)) == PARAGRAPHS


@pytest.mark.parametrize(
    "page",
    [
        "\n".join(f"甲省{name}灌区管理局智慧灌区建设与运行试点项目" for name in "东南西北中上下左右"),
        "\n".join(["为提高用水效率，各县要抓紧实施", "逐站更换老旧机组，做到能换尽换", "并安装监测设备"]),
        "\n".join(f"{number}.{PARAGRAPHS[1][:30]}" for number in range(1, 9)),
        "\n".join(["\u3000\u3000" + PARAGRAPHS[1][:34]] * 6),
        "\n".join(f"{name}县水利局，联系人：某老师，电话：0531-8123456" for name in "东南西北中上"),
        "分为，\n①甲类，\n②乙类，\n1）丙类，\n• 丁类",
    ],
)
def test_lists_short_texts_numbered_and_indented_lines_stay(page: str) -> None:
    assert KIND not in dict(repair(page).repairs)


def test_figures_that_a_cut_parts_are_one_and_words_of_letters_two() -> None:
    ends = [("水利部决定，", "建成2"), ("0处，", "名为Smart"), ("Water，", "各县"), ("要抓紧，", "并在")]
    cut = [head + "水" * (24 - len(head) - len(tail)) + tail for head, tail in ends]
    (line,) = lines("\n".join([*cut, "年底前总结。"]))
    assert "建成20处" in line
    assert "Smart Water" in line


def test_a_line_that_ends_in_a_comma_goes_on() -> None:
    assert lines("水利部决定，\n在甲省、\n乙省开展试点，\n一、目标\n建成20处。") == [
        "水利部决定，在甲省、乙省开展试点，",
        "一、目标",
        "建成20处。",
    ]


@pytest.mark.parametrize("number", ["— 3 —", "-3-", "第3页 共10页", "3/10", "3"])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_sentence_goes_on_behind_the_number_of_a_page(number: str, blank: str) -> None:
    cut = [part[at : at + 30] for part in PARAGRAPHS for at in range(0, len(part), 30)]
    page = "\n".join([*cut[:2], f"{blank}{number}{blank}", *cut[2:]])
    assert lines(page) == PARAGRAPHS


def test_the_way_back_leaves_out_the_break() -> None:
    page = "\n".join("\n".join(part[at : at + 30] for at in range(0, len(part), 30)) for part in PARAGRAPHS)
    found = repair(page)
    at = found.text.index("6个省开展智慧灌区建设试点")
    start, end = found.raw_span(at, at + 13)
    assert page[start:end].replace("\n", "") == "6个省开展智慧灌区建设试点"
