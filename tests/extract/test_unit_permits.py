"""Places in which a trial permits something, zones and regions as units, titles, towns. All sentences are invented."""

import pytest

from build_graph.extract.programs import programs
from build_graph.extract.units import designations
from build_graph.model import PilotUnit

HEAD = "教育部开展智慧校园建设试点。\n"

DESIGNATING = [
    ("智慧校园制度在包括长沙、昆明在内的12个先行城市和地区启动实施。", "湖南省长沙市 云南省昆明市"),
    ("智慧校园建设试点在沈阳、昆明两市落地。", "辽宁省沈阳市 云南省昆明市"),
    (
        "教育部部署智慧校园建设试点。在中国（天津）自由贸易试验区和海南自由贸易港，允许企业使用国外课程。",
        "中国（天津）自由贸易试验区 海南省海南自由贸易港",
    ),
    ("通知明确，允许在大连、青岛和广西全区设立智慧教育企业。", "辽宁省大连市 山东省青岛市 广西壮族自治区"),
    (
        "在中国（辽宁）自由贸易试验区沈阳片区、苏州工业园区和海南自由贸易港开展智慧校园建设试点。",
        "中国（辽宁）自由贸易试验区沈阳片区 江苏省苏州工业园区 海南省海南自由贸易港",
    ),
    ("会议通过《关于在江西开展智慧校园改革试点的意见》、《关于粮食储备的若干意见》。", "江西省"),
    ("决定在成渝地区双城经济圈十五市开展智慧校园建设试点。", "成渝地区双城经济圈十五市"),
    ("决定在粤港澳大湾区内地城市开展智慧校园建设试点。", "广东省粤港澳大湾区内地城市"),
    ("确定河北雄安新区、浙江浙北重点城市等6个地区开展智慧校园建设试点。", "河北省雄安新区 浙江省浙北重点城市"),
    ("继天津、福建2019年率先启动智慧校园建设试点后，又有多个省份加入。", "天津市 福建省"),
    ("目前，江西已有靖安、婺源两地成为智慧校园示范县。", "江西省宜春市靖安县 江西省上饶市婺源县"),
    ("智慧校园建设试点已在全国31个城市铺开，包括合肥、芜湖。", "安徽省合肥市 安徽省芜湖市"),
    ("智慧校园建设试点首批选择合肥；第二批选择安庆。", "安徽省合肥市 安徽省安庆市"),
    ("合肥、蚌埠将率先试行智慧校园建设。", "安徽省合肥市 安徽省蚌埠市"),
    (
        "选取屯溪区昱中街道、老街街道和黟县宏村镇作为智慧校园建设试点。",
        "安徽省黄山市屯溪区昱中街道 安徽省黄山市屯溪区老街街道 安徽省黄山市黟县宏村镇",
    ),
    ("目前甘肃已有9个城市启动智慧校园建设试点，天水、白银的实施方案也将出台。", "甘肃省天水市 甘肃省白银市"),
]

NOT_DESIGNATING = [
    "智慧校园建设试点启动仪式在沈阳启动。",
    "智慧校园建设试点成果展在沈阳、大连启动。",
    "意见提出，支持在北京、上海设立国际商事法庭。",
    "通知要求，允许在广东的企业参加智慧校园建设试点。",
    "《关于在北京开展安全检查工作的通知》已印发。",
    "教育部与天津市一道承担智慧校园建设试点评估。",
    "在天津、福建、辽宁3个自贸试验区开展智慧校园建设试点。",
    "确定沿海重点城市等6个地区开展智慧校园建设试点。",
    "学校已入选首批试点。近年来，昆山市先行先试，投入2亿元。",
]


@pytest.mark.parametrize(("sentence", "expected"), DESIGNATING)
def test_where_a_trial_takes_place(facts, sentence: str, expected: str) -> None:
    assert [unit.name for unit in facts(HEAD + sentence, PilotUnit)] == expected.split()


@pytest.mark.parametrize("sentence", NOT_DESIGNATING)
def test_a_place_of_an_event_or_of_another_matter_is_no_unit(facts, sentence: str) -> None:
    assert facts(HEAD + sentence, PilotUnit) == []


def test_the_title_of_a_reform_with_its_news_in_the_body_announces_no_units(facts) -> None:
    text = "浙江启动智慧校园建设试点\n德清县被列入首批试点。近年来，桐庐县先行先试，投入2亿元。"
    assert [unit.name for unit in facts(text, PilotUnit)] == ["浙江省湖州市德清县"]


def test_the_head_of_a_paragraph_announces_the_units_behind_it(facts) -> None:
    text = "二、试点地区和期限\n（一）试点地区。吉林省、重庆市实施智慧校园建设试点，河北省石家庄市实施智慧校园试点。"
    assert [unit.name for unit in facts(HEAD + text, PilotUnit)] == ["吉林省", "重庆市", "河北省石家庄市"]


def test_our_province_and_another_take_part_together(facts) -> None:
    text = (
        "海南考试有新变化\n海南推进智慧校园建设试点。\n我省作为首批试点省份，与天津市一道，承担智慧校园建设试点任务。"
    )
    found = facts(text, PilotUnit)
    assert [(unit.name, unit.as_written) for unit in found] == [("海南省", "我省"), ("天津市", "天津市")]


def test_a_national_zone_goes_by_its_official_name_and_has_a_province(facts) -> None:
    (unit,) = facts(HEAD + "在中国（浙江）自由贸易试验区开展智慧校园建设试点。", PilotUnit)
    assert (unit.level, unit.code, unit.province, unit.stated_province) == ("other", None, "浙江省", None)


def test_a_town_with_a_plan_for_the_trial_of_its_own_is_a_unit(facts) -> None:
    text = HEAD + "会上传达了智慧校园建设试点精神，并提出了临泽镇智慧校园建设试点工作方案。"
    (unit,) = facts(text, PilotUnit)
    assert (unit.name, unit.level) == ("江苏省扬州市高邮市临泽镇", "township")


def test_what_a_title_says_is_judged_by_the_title_alone(read) -> None:
    """若干 in the next title is no condition (若)."""
    reading = read(HEAD + "审议《关于在江西开展智慧校园建设试点的意见》《关于若干事项的意见》。")
    units, _ = designations(reading, programs(reading))
    assert [one.unit.name for one in units] == ["江西省"]
