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


def test_readings_that_come_again_are_nobodys_own() -> None:
    assert repair("开展试(shì)点。扩大试(shì)点。").text == "开展试点。扩大试点。"


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
        (" \t甲县\t乙县\t\u3000\n丙县\t", "  甲县\t乙县  \n丙县 "),
        ("甲\u200b县", "甲县"),
        ("甲县\r\n乙县\r丙县", "甲县\n乙县\n丙县"),
        ("试点🎉启动", "试点 启动"),
        ("建设,推进;落实", "建设，推进；落实"),
        ("建设，，推进", "建设，推进"),
        ("投入1,200万元,于9:30开会", "投入1,200万元，于9:30开会"),
        ("试点(县)", "试点（县）"),
        ("see http://a.cn/?b=1", "see http://a.cn/?b=1"),
        ("甲县﹑乙县､丙县﹙市﹚达到20﹪｡", "甲县、乙县、丙县（市）达到20%。"),
        ('启动"智慧灌区"试点，打造"一网"', "启动“智慧灌区”试点，打造“一网”"),
        ('the "pilot" of 甲县', 'the "pilot" of 甲县'),
        ("启动「智慧灌区」试点", "启动“智慧灌区”试点"),
        ("各县要抓紧，认真组织实施.甲县先行试点.", "各县要抓紧，认真组织实施。甲县先行试点。"),
        ("到年底，面积提高到一千万亩.各县要抓紧落实.乙县", "到年底，面积提高到一千万亩。各县要抓紧落实。乙县"),
        ("一.总体目标，二.任务", "一.总体目标，二.任务"),
        ("传承人，买买提.艾力，等", "传承人，买买提.艾力，等"),
        ('尺寸为5" 与6"两种', '尺寸为5" 与6"两种'),
        ('{"name": "张三"}', '{"name": "张三"}'),
        ("各县要抓紧。见a.甲", "各县要抓紧。见a.甲"),
    ],
)
def test_forms_are_unified_and_numbers_and_addresses_left_alone(raw: str, clean: str) -> None:
    assert repair(raw).text == clean


def test_stray_traditional_characters_in_simplified_text_become_simplified() -> None:
    found = repair("健全学校管理體製，加強与各县的聯係。")
    assert found.text == "健全学校管理体制，加强与各县的联系。"
    assert counts(found)["traditional characters"] == 5


def test_old_forms_that_simplified_text_has_in_names_only() -> None:
    long = "各省要建立工作台账，按月调度进展情况，及时总结推广各地好的经验和做法，确保试点任务按期完成。"
    assert repair(f"关於於潜镇学校之後的安排。{long}").text == f"关于於潜镇学校之后的安排。{long}"


def test_characters_of_simplified_names_stay() -> None:
    names = "乾县、鴜鹭树镇和於潜镇的学校都在名单之中"
    assert repair(f"{names}，共有三所學校").text == f"{names}，共有三所学校"


# --- spaces in running text ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("到 2026 年底， 全省建成 30 所智慧学校。", "到2026年底，全省建成30所智慧学校。"),
        ("　　覆盖率达到 90% 以上 ，形成经验 。", "  覆盖率达到90%以上，形成经验。"),
        ("县委常委 教育局长出席会议，并讲话。", "县委常委 教育局长出席会议，并讲话。"),
        ("1 建立工作机制。各县成立专班，落实责任。", "1 建立工作机制。各县成立专班，落实责任。"),
        ("3 河北省 邢台市", "3 河北省 邢台市"),
        ("甘谷县 | 教室 12 间，操场 2 个 |", "甘谷县 | 教室 12 间，操场 2 个 |"),
    ],
)
def test_spaces_around_numbers_and_marks_go_in_running_text_only(raw: str, clean: str) -> None:
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


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("????各县要落实责任。", "各县要落实责任。"),
        ("?? ?? 各县要落实责任。??", "各县要落实责任。"),
        ("甘谷县??", "甘谷县"),
        ("1.甘谷县 ? ? ? ?2.秦安县 ? ? 3.清水县", "1.甘谷县 2.秦安县 3.清水县"),
        ("为什么要试点？", "为什么要试点？"),
        ("何时开始试点县申报?", "何时开始试点县申报？"),
    ],
)
def test_question_marks_at_the_edges_of_lines_were_spaces(raw: str, clean: str) -> None:
    assert repair(f"试点通知\n{raw}\n完").text == f"试点通知\n{clean}\n完"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ('  1. <rp id="a"></rp><em id="a"></em>\n各县要落实责任。<mark>', "\n各县要落实责任。"),
        ("若 a<b 且 c>d，则试点。", "若 a<b 且 c>d，则试点。"),
        ("沛 县、东海县、攸  县", "沛县、东海县、攸县"),
        ("江 苏 省　沛 县、东海县", "江苏省 沛县、东海县"),
        ("黑 龙 江 省：绥滨县", "黑龙江省：绥滨县"),
        ("某 某 省　沛县", "某 某 省 沛县"),
        ("## 一、主要任务", "一、主要任务"),
        ("> 原文见附件", "原文见附件"),
        ("**（一）改造泵站**", "（一）改造泵站"),
        ("#智慧校园#", "#智慧校园#"),
        ("张**同志", "张**同志"),
    ],
)
def test_marks_of_markup_and_of_typesetting_are_no_text(raw: str, clean: str) -> None:
    assert repair(f"试点通知\n{raw}\n完").text == f"试点通知\n{clean}\n完"


# --- lost digits ---------------------------------------------------------------------------------------------------------


def test_phrases_that_lost_their_number_are_marked_and_not_filled() -> None:
    found = repair("确定甲区等个县开展试点，到年底，在个县建成。年9月验收。")
    assert marked(found, found.lost_digits) == ["等个县", "到年底", "在个县", "年9月"]
    assert found.text == "确定甲区等个县开展试点，到年底，在个县建成。年9月验收。"


def test_bounds_percentages_and_numbers_of_documents_show_their_loss() -> None:
    found = repair("教发〔〕12号。到年，覆盖率达到%，每校面积不低于平方米，达到家喻户晓的效果。")
    assert marked(found, found.lost_digits) == ["〔〕12号", "到年", "达到%", "不低于平方米"]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("每市推荐不超过个名额，试点周期为年，每校最高万元。", ["不超过个", "周期为年", "最高万元"]),
        ("安装率达到以上。投诉量控制在以内，月底前报送名单。", ["达到以上", "控制在以内", "月底前"]),
        ("改造危旧泵站个，新增管护队伍个。每站至少有名持证管护员。", ["站个", "伍个", "至少有名"]),
        ("拟选择个左右灌区，全省现有个县参加第批试点。", ["选择个", "现有个县", "第批"]),
        ("每區至少有名指導員，滿意率達到以上，受理來信餘萬件。", ["至少有名", "达到以上", "信余万"]),
        ("拆除建於年以前的棚屋個，第屆評選為期個月。", ["于年以前", "屋个", "第届", "为期个月"]),
        (
            "公示期自年月日起，今年月底前结束。农户每人元，销量超过亿，合格率达%、优秀率为%。",
            ["自年月日", "今年月底", "每人元", "超过亿", "达%", "%"],
        ),
        (
            "评选从年至年，年第一次会议定于月日召开。服务商达到家以上，覆盖率达%。",
            ["年至年", "年第", "月日", "达到家以上", "达%"],
        ),
        (
            "为期个月，改造渠道公里、绿地平方米，按公里计，每平方米一株，达到以上。",
            ["为期个月", "道公里", "地平方米", "达到以上"],
        ),
        (
            "甲省（个）：乙县。丙省（个）：丁县。惠及农户万户，培育家合作社。",
            ["省（个）", "省（个）", "户万户", "培育家"],
        ),
    ],
)
def test_counters_units_and_bounds_need_the_number_that_stood_there(text: str, lost: list[str]) -> None:
    found = repair(text)
    assert marked(found, found.lost_digits) == lost


@pytest.mark.parametrize(
    "text",
    [
        "各校不少于项目清单所列条件，至少名额不变，有名医坐镇，培育家庭农场，确定名单。",
        "今年底前控制在合理区间，达到以上要求的逐个验收，大家都选了这个，家长不超过个人限额。",
        "次第推开，公共场所与房屋共有人登记，其余万物互联，最高人民法院，超过人均水平。",
        "登记出生年月，每年元旦不迟于月初，每月日均客流照旧，自年月更替时算起。",
        "单位：万元。实现年产值亿元以上项目投产，从年初开始，自年中起。",
    ],
)
def test_words_that_hold_counters_and_units_have_lost_nothing(text: str) -> None:
    assert repair(text).lost_digits == ()
    found = repair("甲区等个县、乙区等个县入选。" + text)
    assert marked(found, found.lost_digits) == ["等个县", "等个县"]


def test_a_year_beside_the_text_does_not_hide_what_the_text_has_lost() -> None:
    text = "确定甲区等个县开展灌区试点，覆盖率达到以上，各县要抓紧组织实施，定期报送情况。\n版权所有：某网 Copyright © 2024"
    assert marked(repair(text), repair(text).lost_digits) == ["等个县", "达到以上"]


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


# --- radicals and controls -----------------------------------------------------------------------------------


def test_radicals_of_pdf_and_compatibility_ideographs_are_the_characters_that_they_look_like() -> None:
    found = repair("⼯业和信息化部开展⻓期试点⼯作，⺠政部、⻉类，\uf901新。")
    assert found.text == "工业和信息化部开展长期试点工作，民政部、贝类，更新。"
    assert counts(found)["radical forms"] == 6


def test_a_radical_that_is_no_character_stays() -> None:
    assert repair("部首⺮头").text == "部首⺮头"


def test_controls_go() -> None:
    assert repair("甲\x07县开展\x00试点").text == "甲县开展试点"


# --- brackets and marks of titles ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("各县〔市、区〕教育局", "各县（市、区）教育局"),
        ("国办发〔2019〕2号", "国办发〔2019〕2号"),
        ("印发<关于开展试点的通知>，", "印发《关于开展试点的通知》，"),
        ("印发〈试点实施方案〉，", "印发《试点实施方案》，"),
        ("《关于印发〈试点实施方案〉的通知》", "《关于印发〈试点实施方案〉的通知》"),
        ("增长<5%，>3%", "增长<5%，>3%"),
    ],
)
def test_other_brackets_and_marks_of_titles_are_those_of_mainland_texts(raw: str, text: str) -> None:
    assert repair(raw).text == text


def test_a_page_with_spaces_inside_of_its_words_loses_them() -> None:
    page = "甲省水 利厅启动智慧灌 区建设试 点，明确了目 标和任 务。\n各 县要抓紧实 施，按 期完成改 造。\n附件：名单\n石家庄市 正定县 平山县"
    assert repair(page).text.split("\n") == [
        "甲省水利厅启动智慧灌区建设试点，明确了目标和任务。",
        "各县要抓紧实施，按期完成改造。",
        "附件：名单",
        "石家庄市 正定县 平山县",
    ]


def test_spaces_between_the_words_of_a_clean_page_stay() -> None:
    page = "省教育厅 省财政厅关于开展试点的通知\n（记者 李明 通讯员 王红）各县要抓紧实施，按期完成。"
    assert repair(page).text == page


@pytest.mark.parametrize(
    "page",
    [
        "\n".join(f"第{n}条 {what}，各地执行。" for n, what in zip("一二三四五六", ["建立制度"] * 6, strict=True)),
        "主任委员 李明、副主任 王红 张兰、委员 赵青 陈海 周宁 吴江 由教育部聘任，任期三年。",
        "\n".join(["各县要抓紧实施，按期完成。", *["县 城关镇", "市 民政局"] * 3]),
    ],
)
def test_spaces_behind_numbers_between_names_and_in_lists_stay(page: str) -> None:
    assert repair(page).text == page


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("🌳首批：泸州🌳宜宾\n🌳 贵州🎈毕节", "●首批：泸州 宜宾\n● 贵州 毕节"),
        ("1️⃣ 报名\n2️⃣ 摇号", "1. 报名\n2. 摇号"),
        ("✔️ 有住处\n✔️ 有工作", "● 有住处\n● 有工作"),
        ("🔔 何时开放\n周六开放😀\n好👍，共4️⃣家", "何时开放\n周六开放\n好，共4家"),
    ],
)
def test_emoji_stand_for_bullets_numbers_and_gaps(raw: str, clean: str) -> None:
    assert repair(raw).text.strip() == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("来源：甲网\n20 31-0 3- 1 6 编辑：乙", "来源：甲网\n2031-03-16 编辑：乙"),
        ("电话 0516- 2031-03", "电话 0516- 2031-03"),
        ("得分 20 31 - 45", "得分 20 31 - 45"),
    ],
)
def test_a_day_with_spaces_inside_is_one(raw: str, clean: str) -> None:
    assert repair(raw).text == clean
