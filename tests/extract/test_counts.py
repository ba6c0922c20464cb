import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.extract.counts import patterns
from build_graph.model import DeclaredCount, Discrepancy, Document
from build_graph.parse.spans import Span
from build_graph.pipeline import facts_of
from build_graph.tables import table

PILOT = "教育部开展智慧校园建设试点。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("确定了118个智慧校园建设试点。", [("智慧校园建设试点", 118, "=")]),
        ("明确12项重点任务。", [("重点任务", 12, "=")]),
        ("建设两个县域教育资源中心。", [("县域教育资源中心", 2, "=")]),
        ("选择2-3个设区的市（直辖市的区）。", [("设区的市（直辖市的区）", (2, 3), "range")]),
        ("建成60余个区域中心。", [("区域中心", 60, ">=")]),
        ("超过30个省份参与。", [("省份", 30, ">")]),
        ("甘肃省9县市区入选。", [("甘肃省县市区", 9, "=")]),
    ],
)
def test_a_number_of_what_the_program_consists_of(facts, text: str, expected: list) -> None:
    assert [(c.of, c.value, c.comparator) for c in facts(PILOT + text, DeclaredCount)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "投入3亿元。",
        "至少有3个区域中心。",
        "是一个历史悠久的县。",
        "有“11个县”之称。",
        "获奖30余项。",
        "培训500名教师。",
    ],
)
def test_money_people_thresholds_and_quotations_are_no_counts(facts, text: str) -> None:
    assert facts(PILOT + text, DeclaredCount) == []


def test_a_changed_number_gives_the_new_and_the_old_one(facts) -> None:
    new, old = facts(PILOT + "试点县的数量从原来公布的200个增加到了260个。", DeclaredCount)
    assert (new.of, new.value) == ("试点县", 260)
    assert (old.of, old.value) == ("原来公布的试点县", 200)


def test_a_lost_number_is_a_count_without_a_value_and_a_discrepancy(facts) -> None:
    text = PILOT + "确定北京市西城区等个县为智慧校园建设试点县。"
    start = text.index("等个县")
    (count,) = facts(text, DeclaredCount, lost_digits=((start, start + 3),))
    assert (count.of, count.value, count.comparator) == ("智慧校园建设试点县", None, None)
    (gap,) = facts(text, Discrepancy, lost_digits=((start, start + 3),))
    assert (gap.type, gap.stated, gap.expected) == ("lost_digits", "等个县", None)


@pytest.mark.parametrize(
    ("text", "of"),
    [("全区遴选个左右县（市、区）开展试点。", "县"), ("在原有个试点城市的基础上推开试点。", "试点城市")],
)
def test_a_lost_number_may_be_about_so_many_and_count_cities(facts, text: str, of: str) -> None:
    start = text.index("个") - 1 + len(PILOT)
    (count,) = facts(PILOT + text, DeclaredCount, lost_digits=((start, start + 2),))
    assert (count.of, count.value, count.comparator) == (of, None, None)


def test_a_count_is_held_against_the_list_in_front_of_it(facts) -> None:
    text = "教育部增加了青海省和甘肃省3个智慧校园建设试点。"
    (count,) = facts(text, DeclaredCount)
    assert (count.value, count.listed, count.open_list) == (3, 2, False)
    (off,) = facts(text, Discrepancy)
    assert (off.type, off.stated, off.expected) == ("count_mismatch", "3", "2")


def test_a_list_that_calls_itself_partial_contradicts_no_count(facts) -> None:
    text = "教育部增加了青海省和甘肃省等5个智慧校园建设试点。"
    (count,) = facts(text, DeclaredCount)
    assert (count.listed, count.open_list) == (2, True)
    assert facts(text, Discrepancy) == []


def test_a_count_of_a_province_is_held_against_its_listed_units(facts) -> None:
    text = PILOT + "河北省2县市区成功入选。\n智慧校园建设试点县名单（河北）\n滦州市\n滦南县"
    (count,) = facts(text, DeclaredCount)
    assert (count.value, count.listed) == (2, 2)


def test_a_count_of_tasks_is_held_against_the_tasks(facts) -> None:
    text = PILOT + "两个方面共3项工作内容：\n一是完善制度，包括建立台账、加强培训。\n二是强化保障，包括落实经费。"
    counts = facts(text, DeclaredCount)
    assert [(c.value, c.listed) for c in counts] == [(2, 2), (3, 3)]


@pytest.mark.parametrize(
    ("text", "of"),
    [("确定苏州市等39个城市为先行城市。", "城市"), ("在衢州市江山市3个县（市、区）开展。", "县（市、区）")],
)
def test_the_counted_noun_ends_where_another_word_begins(facts, text: str, of: str) -> None:
    (count,) = facts(PILOT + text, DeclaredCount)
    assert count.of == of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明确了三大任务、五项机制。", [("任务", 3, "="), ("机制", 5, "=")]),
        ("首批确定71个试点，目前达168个。", [("试点", 71, "="), ("总数", 168, "=")]),
        ("第一批10个、第二批15个。", [("第一批", 10, "="), ("第二批", 15, "=")]),
        ("试点覆盖全国1999个县。", [("县", 1999, "=")]),
        (
            "在全国9个省（区、市）27个城市的81所学校开展试点。",
            [("省（区、市）", 9, "="), ("城市", 27, "="), ("学校", 81, "=")],
        ),
        ("14个试点地区（城市8个、区县6个）。", [("试点地区", 14, "="), ("城市", 8, "="), ("区县", 6, "=")]),
        ("已打造智慧校园样板4000个。", [("智慧校园样板", 4000, "=")]),
        ("入围项目168个。", [("入围项目", 168, "=")]),
        ("选择10个左右城市。", [("城市", 10, "=")]),
        ("近百个县参与。", [("县", 100, "=")]),
        ("超过1.2万个社区参与。", [("社区", 12000, ">")]),
        ("不超过20个县开展试点。", [("县", 20, "<=")]),
        ("推广的改革举措（共19项）", [("改革举措", 19, "=")]),
        ("师资保障方面5项：教师轮岗机制；联合教研机制。", [("师资保障方面", 5, "=")]),
        ("试点城市由11个扩大到27个。", [("试点城市", 27, "="), ("试点城市", 11, "=")]),
        ("试点县从最初的5个扩大到目前的60个。", [("试点县", 60, "="), ("最初的试点县", 5, "=")]),
        ("8省市将试点智慧校园", [("省市", 8, "=")]),
        ("11城入选智慧校园建设试点", [("城", 11, "=")]),
        ("五省八市启动智慧校园建设试点。", [("省", 5, "="), ("市", 8, "=")]),
        ("首先在全国五省八市开展智慧校园建设试点。", [("省", 5, "="), ("市", 8, "=")]),
        ("在黑龙江、吉林等6省（区）开展试点。", [("省（区）", 6, "=")]),
        ("试点涵盖线上、线下、混合3种形式。", [("形式", 3, "=")]),
        ("每省份推荐不超过6个。", [("每省份推荐", 6, "<=")]),
        ("确定6个国家级、10个省级智慧校园建设试点。", [("国家级", 6, "="), ("省级智慧校园建设试点", 10, "=")]),
        ("校长说：“下一步，将把试点扩展至全省90个县（市、区）。”", [("县（市、区）", 90, "=")]),
        ("今年新增试点县12个、试点乡镇30个。", [("试点县", 12, "="), ("试点乡镇", 30, "=")]),
        ("两种担保形式，企业可选用2种形式。", [("担保形式", 2, "=")]),
        ("共提出7方面、百余项改革举措。", [("方面", 7, "="), ("改革举措", 100, ">=")]),
        ("试点城市（区）扩大到38个。", [("试点城市（区）", 38, "=")]),
        (
            "其中地级市21个、区（县）34个、镇6个。",
            [("地级市", 21, "="), ("区（县）", 34, "="), ("镇", 6, "=")],
        ),
        ("在40家法院开展智慧校园建设试点。", [("法院", 40, "=")]),
        ("六省区启动智慧校园建设试点。", [("省区", 6, "=")]),
        ("其中，东部地区8个——福州、莆田。", [("东部地区", 8, "=")]),
        ("将在四大区域开展智慧校园建设试点。", [("区域", 4, "=")]),
        ("17个书香驿站入选智慧校园建设试点。", [("书香驿站", 17, "=")]),
        ("16个城市入选试点，今年支持不超过16个城市。", [("城市", 16, "=")]),
        ("16个城市拟纳入首批试点。", [("城市", 16, "=")]),
        ("其中省级10个、市级42个。", [("省级", 10, "="), ("市级", 42, "=")]),
        ("包括4个区、7个国家级新区。", [("区", 4, "="), ("国家级新区", 7, "=")]),
        ("发展5个省级示范镇。", [("省级示范镇", 5, "=")]),
        ("试点单位包括某所等12家科研院所。", [("科研院所", 12, "=")]),
        (
            "一、主要任务\n（一）改造泵站（4项）。改造泵站。\n（二）推行计量（9项）。推行计量。",
            [("改造泵站", 4, "="), ("推行计量", 9, "=")],
        ),
    ],
)
def test_numbers_in_all_their_forms(facts, text: str, expected: list) -> None:
    assert [(c.of, c.value, c.comparator) for c in facts(PILOT + text, DeclaredCount)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "累计培训教师3万名，投入2.5亿元。",
        "连续三年保持稳定，20个工作日内办结。",
        "惠及300个社区、5万户家庭。",
        "组建6个专家组赴12个省调研。",
        "覆盖全国1000多个产粮大县。",
        "截至目前，全国已建成粮食服务中心5500多家。",
        "每家学校建成2至3个特色教室平台。",
        "第3个试点城市启动。",
        "全国已有数十个城市参与。",
        "五家渠市启动建设。",
        "北三县一体化发展。",
        "《关于推进3个试点的通知》印发。",
        "从这3个单位了解到。",
        "三家以上医院可以联合申报。",
        "30家法院审结案件3000件。",
        "支持500家企业参与。",
        "300所学校获得表彰。",
    ],
)
def test_output_statistics_places_and_limits_are_no_counts(facts, text: str) -> None:
    assert facts(PILOT + text, DeclaredCount) == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("确定96个城市（镇）开展试点，96个市镇入选。", "城市（镇）"),
        ("确定45个市、县、镇为试点，45个试点地已启动。", "市、县、镇"),
    ],
)
def test_a_number_said_in_other_words_is_one_count(facts, text: str, of: str) -> None:
    assert {(c.of, c.value) for c in facts(PILOT + text, DeclaredCount)} == {(of, int(re.findall(r"[0-9]+", text)[0]))}


def test_a_group_has_the_names_right_in_front_of_it(facts) -> None:
    found = facts("教育部同意在江苏、浙江2省和沈阳、福州3市开展智慧校园建设试点。", DeclaredCount)
    assert [(c.value, c.listed) for c in found] == [(2, 2), (3, 2)]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("确定4个城市为智慧校园建设试点城市。名单如下：\n浙江省：杭州市、宁波市\n江苏省：南京市", 3),
        ("智慧校园建设试点城市名单（共3个）\n1.杭州市\n2.宁波市\n3.南京市", 3),
        ("智慧校园建设试点城市名单（4个）\n1.杭州市\n2.滦洲市\n3.南京市\n4.苏州市", None),
        ("全国共有86个城市入选，其中我省3个城市。\n试点城市名单\n杭州市\n宁波市", 2),
    ],
)
def test_a_number_is_held_against_the_list_below_it_if_all_of_that_was_read(facts, text: str, listed) -> None:
    found = facts(PILOT + "\n" + text, DeclaredCount)
    assert found[-1].listed == listed


def test_a_number_that_ends_no_list_is_held_against_none(facts) -> None:
    text = "在江苏、浙江等5省开展智慧校园建设试点，加上北京、上海，试点地区增至7个。"
    assert facts(text, Discrepancy) == []


def test_a_number_with_its_province_is_the_same_without(facts) -> None:
    text = PILOT + "\n河南省9个县（市）入选试点\n教育部公布试点名单，其中我省9个县（市）榜上有名。"
    assert {c.of for c in facts(text, DeclaredCount)} == {"河南省县（市）"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前两批试点城市共完成12项任务。", [("任务", 12)]),
        ("目前12个试点城市已启动。", [("试点城市", 12)]),
        ("在沈阳、大连等13个城市启动第一批试点。", [("城市", 13)]),
        ("7个社区书记参加试点会议。", []),
        ("江西已有靖安、婺源两地成为智慧校园示范县。", [("地", 2)]),
        ("上海、杭州两地联合举办比赛。", []),
        ("到2029年，试点城市扩大到80个左右。", []),
        ("确定26个试点地区，在26个试点县（市、区）调整法律。", [("试点县（市、区）", 26)]),
    ],
)
def test_what_a_number_counts(facts, text: str, expected: list) -> None:
    found = dict.fromkeys((c.of, c.value) for c in facts(PILOT + "\n" + text, DeclaredCount))
    assert list(found) == expected


def test_each_part_of_a_list_is_held_against_its_own_number(facts) -> None:
    parts = (
        "（一）东部地区（2个）\n江苏省：南通市\n浙江省：湖州市、嘉兴市\n（二）西部地区（2个）\n四川省：自贡市、内江市"
    )
    text = PILOT + "\n公布试点城市名单。\n试点城市名单\n" + parts
    (east, west) = facts(text, DeclaredCount)
    assert [(east.value, east.listed), (west.value, west.listed)] == [(2, 3), (2, 2)]
    assert east.passages[0].exact == "东部地区（2个）"
    (off,) = facts(text, Discrepancy)
    assert (off.stated, off.expected) == ("2", "3")


def test_a_number_with_one_name_is_held_against_the_full_list_below(facts) -> None:
    text = (
        "江苏省教育厅关于公布智慧校园建设试点地区名单的通知\n确定徐州市泉山区等4个地区为智慧校园建设试点地区，现予公布。\n"
        "智慧校园建设试点地区名单\n徐州市：泉山区、沛县\n南通市：海安市\n扬州市：高邮市、仪征市"
    )
    (off,) = facts(text, Discrepancy)
    assert (off.type, off.stated, off.expected) == ("count_mismatch", "4", "5")


def test_tasks_that_are_not_listed_out_contradict_no_number(facts) -> None:
    text = PILOT + "明确2方面12项任务。\n一是完善制度，包括建立台账、加强培训。\n二是强化保障。"
    assert [(c.value, c.listed) for c in facts(text, DeclaredCount)] == [(2, 2), (12, None)]
    assert facts(text, Discrepancy) == []


def test_the_number_behind_a_division_that_heads_its_units_is_held_against_them(facts) -> None:
    text = PILOT + "智慧校园建设试点县名单\n甘肃省 3个\n榆中县、会宁县、武山县\n海南省（1个）\n五指山市"
    assert [(c.of, c.value, c.listed) for c in facts(text, DeclaredCount)] == [("甘肃省", 3, 3), ("海南省", 1, 1)]


WORDINGS = (
    patterns.component,
    patterns.headline,
    patterns.part,
    patterns.each,
    patterns.batch,
    patterns.chosen,
    patterns.of_kind,
    patterns.seats,
    patterns.below,
)
WORDS = [row["word"] for row in table("build_graph.extract.counts", "count_words")]
FIGURES = [
    "8",
    "12",
    "2-3",
    "1.2万",
    "三",
    "十二",
    "个",
    "项",
    "类",
    "余",
    "席",
    "共",
    "（",
    "）",
    "，",
    "甲",
    "第三批",
]


@pytest.mark.parametrize("wording", WORDINGS)
@given(st.lists(st.one_of(st.sampled_from(FIGURES), st.sampled_from(WORDS)), max_size=8).map("".join))
def test_every_count_holds_what_is_looked_for_before_it_is_read(wording, text: str) -> None:
    assert [*wording().said_in(text, Span(0, len(text)))] or not wording().whole.search(text)


@pytest.mark.parametrize(("declared", "listed"), [(2, 2), (4, 4), (5, 4)])
def test_a_count_of_tasks_may_be_that_of_either_level(facts, declared: int, listed: int) -> None:
    text = f"{PILOT}通知明确了{declared}项重点任务：一是完善制度，包括建立台账、加强培训；二是强化保障，包括落实经费、配备人员。"
    (count,) = facts(text, DeclaredCount)
    assert (count.value, count.listed) == (declared, listed)


def test_a_list_that_the_text_breaks_off_in_is_held_against_no_number(facts) -> None:
    text = PILOT + "\n智慧校园建设试点县名单\n浙江省（1个）\n德清县\n安徽省（4个）\n肥东县、蒙城县、无"
    found = [(count.of, count.listed, count.open_list) for count in facts(text, DeclaredCount)]
    assert found == [("浙江省", 1, False), ("安徽省", 2, True)]
    assert facts(text, Discrepancy) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("智慧校园建设试点已覆盖39个街镇、299个社区。", [("街镇", 39), ("社区", 299)]),
        ("从4个层面确定了十大任务。", [("层面", 4), ("任务", 10)]),
        ("试点工作分三个阶段推进。", [("阶段", 3)]),
        ("全市已建成39处社区食堂、299个社区驿站。", []),
    ],
)
def test_what_a_trial_reaches_and_runs_through_is_counted(facts, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(count.of, count.value) for count in facts(PILOT + text, DeclaredCount)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("首批确定13个智慧校园强国建设试点地区。", [("智慧校园强国建设试点地区", 13)]),
        ("试点将围绕设施、管理、服务3大领域展开。", [("领域", 3)]),
        ("公布了150家国家示范性职业教育集团。", [("国家示范性职业教育集团", 150)]),
        ("入选试点名单共31家，其中四川有2家在列。", [("试点名单", 31), ("四川", 2)]),
        ("湖北有三县入选：赤壁市、红安县和老河口市。", [("县", 3)]),
        ("宁波共有11个村上榜智慧校园建设试点。", [("村", 11)]),
        ("长三角独占上海、宁波2席，甘肃占1席。", [("席", 2), ("席", 1)]),
        ("在9座城市开展试点。", [("城市", 9)]),
        ("赤峰市红山区等17地确认为智慧校园建设试点。", [("地", 17)]),
        ("试点已在云南、江苏、安徽三省深入开展。", [("省", 3)]),
        ("其余49个县区年底前启动试点。", [("县区", 49)]),
        ("其他29个省级以上开发区也开展智慧校园建设试点。", [("省级以上开发区", 29)]),
        ("选择40家高等院校和科研机构开展试点。", [("高等院校和科研机构", 40)]),
        ("全省共有5个文化和旅游消费试点城市。", [("文化和旅游消费试点城市", 5)]),
        ("确定了六批49个国家“智慧校园”示范基地。", [("国家“智慧校园”示范基地", 49)]),
        ("试点内容包括5类10项。", [("类", 5), ("项", 10)]),
        ("明确了6个方面20条。", [("方面", 6), ("条", 20)]),
        ("智慧校园建设试点已增至20个。", [("智慧校园建设试点", 20)]),
        ("认定甲示范园等14个单位为第一批智慧校园建设试点。", [("单位", 14)]),
        ("在河北等13个粮食主产省选择200个县开展试点。", [("粮食主产省", 13), ("县", 200)]),
        ("公布第一批共127个特色小镇名单。", [("特色小镇", 127)]),
        ("31家国有企业纳入第三批试点。", [("国有企业", 31)]),
        ("推动100个左右地级及以上城市开展试点。", [("地级及以上城市", 100)]),
        ("试点形式分为以下两种。", [("试点形式", 2)]),
        ("智慧校园建设已覆盖39个街镇、299个社区。", [("街镇", 39), ("社区", 299)]),
        ("选择60个社区开展试点，共60个。", [("社区", 60)]),
        ("服务企业4000家，会议强调三点意见。", []),
        ("支持1000个产粮大县发展。", []),
    ],
)
def test_further_ways_of_counting(facts, text: str, expected: list[tuple[str, int]]) -> None:
    found = dict.fromkeys((count.of, count.value) for count in facts(PILOT + text, DeclaredCount))
    assert list(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        "四省先后发生地震，八省全面停课。",
        "隆化县七家镇建成智慧校园。",
        "主席台占12席，教师占评委5席。",
        "考试分3部分20项。",
        "建设3座城市书房。",
    ],
)
def test_numbers_of_something_else_are_no_counts(facts, text: str) -> None:
    assert facts(PILOT + text, DeclaredCount) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各省选择5个工作基础好的县（市、区）开展试点。", [("县（市、区）", 5)]),
        ("从全国抽取13个省的25个经济发达镇作为试点。", [("省", 13), ("经济发达镇", 25)]),
        ("确定10个基础扎实、特色鲜明的县为试点县。", [("县", 10)]),
        ("目前已有200个规模较大的学校建成试点教室。", []),
        ("支持5个县先行开展智慧校园建设试点。", [("县", 5)]),
        ("组织5个督导组开展智慧校园建设试点督导。", []),
        ("安排20家媒体参与智慧校园建设试点宣传。", []),
    ],
)
def test_what_is_selected_is_counted_with_its_qualities(facts, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(count.of, count.value) for count in facts(PILOT + text, DeclaredCount)] == expected


def test_names_in_the_brackets_of_another_number_are_not_those_of_the_next_one(facts) -> None:
    text = "浙江省3地列入智慧校园建设试点，其中市级1个（湖州市），县级2个（德清县、安吉县）。"
    assert [(count.of, count.listed) for count in facts(PILOT + text, DeclaredCount)][1:] == [("市级", 1), ("县级", 2)]


def test_a_list_of_numbered_lines_that_breaks_off_is_not_held_against_its_number(facts) -> None:
    text = PILOT + "\n智慧校园建设试点名单\n一、东部地区（9个）\n1.德清县\n2.安吉县\n3.桐庐县"
    assert [each.stated for each in facts(text, Discrepancy)] == ["9"]
    assert facts(text + "\n4.浙江省江", Discrepancy) == []


def test_a_count_that_names_another_program_is_that_programs(facts) -> None:
    text = "教育部开展智慧校园建设试点和课后服务改革试点。已确定30个智慧校园建设试点城市和20个课后服务改革试点城市。"
    found = facts(text, DeclaredCount)
    assert [(count.program, count.value) for count in found] == [("智慧校园建设试点", 30), ("课后服务改革试点", 20)]


def test_what_a_trial_reaches_is_counted_although_other_numbers_behind_the_word_are_statistics(facts) -> None:
    title = "教育部开展智慧校园建设试点。\n"
    assert [(c.value, c.of) for c in facts(title + "试点共涉及全省9个地市、26个县区。", DeclaredCount)] == [
        (9, "地市"),
        (26, "县区"),
    ]
    assert facts(title + "此次检查共涉及26个社区。", DeclaredCount) == []


def test_those_who_take_part_are_counted_also_where_others_are_results(facts) -> None:
    title = "民政部开展智慧养老试点。\n"
    found = facts(title + "目前已有50家养老机构参与试点，建成9000张床位。23家企业加入智慧养老试点。", DeclaredCount)
    assert [(count.value, count.of) for count in found] == [(50, "养老机构"), (23, "企业")]


@pytest.mark.parametrize(("total", "off"), [("合计3个县", []), ("合计4个县", [("4", "3")])])
def test_a_sum_below_numbered_rows_counts_them(total: str, off: list[tuple[str, str]]) -> None:
    page = PILOT + "各县要抓紧组织实施，定期报送情况，年底前完成首轮评估。" * 6
    page += "智慧校园建设试点县名单1甘肃省甘谷县2甘肃省武山县3青海省湟源县" + total
    found = facts_of(Document("a", "a.txt", page)).facts
    assert [(fact.stated, fact.expected) for fact in found if isinstance(fact, Discrepancy)] == off


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("选取植物园、动物园等4家单位开展试点。", [("单位", 4)]),
        ("首批6家单位参加智慧校园建设试点。", [("单位", 6)]),
        ("试点启动后，两家单位再次联合印发通知。", []),
        ("甲校、乙校等5家单位开展试点工作座谈。", []),
    ],
)
def test_units_of_any_kind_count_where_they_run_the_trial(facts, text: str, expected: list[tuple[str, int]]) -> None:
    found = facts("教育部开展智慧校园建设试点。" + text, DeclaredCount)
    assert [(count.of, count.value) for count in found] == expected


def test_lost_numbers_of_tasks_and_schools_are_counts(facts) -> None:
    text = "教育部开展智慧校园建设试点。甲中学、乙中学等所学校参加试点，试点共安排项任务。"
    at = [text.index(word) for word in ("等所学校", "安排项")]
    found = facts(text, DeclaredCount, lost_digits=((at[0], at[0] + 4), (at[1], at[1] + 3)))
    assert [(count.of, count.value) for count in found] == [("学校", None), ("任务", None)]
