"""The layouts of lists and tables. All of them are invented."""

import pytest

from build_graph.extract import extract
from build_graph.model import PilotUnit

HEAD = "教育部开展智慧校园建设试点。\n"
LIST = HEAD + "智慧校园建设试点城市名单\n"
CAPTION = HEAD + "附件：智慧校园建设试点地区名单\n"
ZHEJIANG = "浙江省杭州市 浙江省宁波市"

LISTS = [
    ("● 杭州市\n● 宁波市", ZHEJIANG),
    ("浙江省杭州市*、浙江省宁波市*\n江苏省南京市★", ZHEJIANG + " 江苏省南京市"),
    ("浙江省 2个\n杭州市、宁波市\n江苏省 1个\n南京市", ZHEJIANG + " 江苏省南京市"),
    ("◇杭州市\n- 宁波市", ZHEJIANG),
    (" · 杭州市\n* 宁波市", ZHEJIANG),
    ("1、杭州市\n2、宁波市", ZHEJIANG),
    ("（1）杭州市\n（2）宁波市", ZHEJIANG),
    ("1 杭州市\n2 宁波市", ZHEJIANG),
    ("1杭州市\n2宁波市", ZHEJIANG),
    ("浙江省（2个）\n杭州市 宁波市\n江苏省（1个）：南京市\n合计：3个", ZHEJIANG + " 江苏省南京市"),
    ("浙江省：杭州市、宁波市；\n山东省：青岛市等。", ZHEJIANG + " 山东省青岛市"),
    ("第一批\n杭州市、宁波市\n第二批（1个）\n南京市", ZHEJIANG + " 江苏省南京市"),
    ("一、东部地区\n杭州市、宁波市\n二、中部地区\n长沙市", ZHEJIANG + " 湖南省长沙市"),
    ("杭州市人民政府、宁波市人民政府", ZHEJIANG),
    ("杭州市（含萧山区）\n宁波市（第二批）", ZHEJIANG),
    ("浙江杭州\n吉林吉林", "浙江省杭州市 吉林省吉林市"),
    ("一、浙江省（2个）\n1.杭州市\n2.宁波市\n二、江苏省（1个）\n1.南京市", ZHEJIANG + " 江苏省南京市"),
    ("（一）浙江省\n杭州市余杭区\n（二）江苏省\n南京市鼓楼区", "浙江省杭州市余杭区 江苏省南京市鼓楼区"),
    ("安徽省  合肥市  芜湖市", "安徽省合肥市 安徽省芜湖市"),
    ("新疆生产建设兵团\n第八师石河子市", "新疆维吾尔自治区石河子市"),
    ("河北雄安新区\n上海自贸试验区临港新片区", "河北省雄安新区 上海自贸试验区临港新片区"),
    ("北京协和医院\n中南大学湘雅医院", "北京协和医院 中南大学湘雅医院"),
    ("（2024年）\n杭州市\n宁波市", ZHEJIANG),
    ("注：排名不分先后\n杭州市\n宁波市\n共2个城市", ZHEJIANG),
    ("省级试点（1个）：杭州市\n市级试点（1个）：宁波市", ZHEJIANG),
    ("浙江—杭州市、宁波市", ZHEJIANG),
    ("杭州市、宁波市等2个城市", ZHEJIANG),
    ("北京市\n朝阳区\n天津市\n和平区", "北京市朝阳区 天津市和平区"),
    ("省级（1个）：\n江苏省；\n市级（2个）：\n浙 江：杭州市、宁波市", "江苏省 " + ZHEJIANG),
    ("1.杭州市智慧校园建设试点\n2.宁波市智慧校园建设试点", ZHEJIANG),
    (
        "单位：所\n区（管委会）\n街道（镇、乡）\n建设规模\n上海市\n闵行区\n莘庄镇\n1.600\n马桥镇\n1.040\n嘉定区\n安亭镇\n3",
        "上海市闵行区莘庄镇 上海市闵行区马桥镇 上海市嘉定区安亭镇",
    ),
    ("1.杭州市      2.宁波市", ZHEJIANG),
    ("湖州市：德清县\nabc官网_abc体育：桐庐县", "浙江省湖州市德清县 浙江省杭州市桐庐县"),
    ("浙江省：郭城县、德清县、桐庐县", "浙江省湖州市德清县 浙江省杭州市桐庐县"),
    ("浙江省：杭州市\n浙江省：宁波市\n江苏省：南京市、苏州市，已被取消资格", ZHEJIANG),
    ("浙江省：杭州市、宁波市\n江苏省：南京市、无", ZHEJIANG + " 江苏省南京市"),
    ("浙江省：杭州市、宁波市\n江苏省：南京市、苏州市、……", ZHEJIANG + " 江苏省南京市 江苏省苏州市"),
    ("浙江省 杭州市\n宁波市\n江苏省 南京市", ZHEJIANG + " 江苏省南京市"),
    ("杭州市\n宁波市\n浙江省\n南京市\n江苏省", ZHEJIANG + " 江苏省南京市"),
    ("1杭州市浙江省\n2宁波市浙江省\n3南京市江苏省", ZHEJIANG + " 江苏省南京市"),
    ("桐庐县德清县无为市", "浙江省杭州市桐庐县 浙江省湖州市德清县 安徽省芜湖市无为市"),
    ("福州软件园厦门火炬高新技术产业开发区", "福建省福州软件园 福建省厦门火炬高新技术产业开发区"),
    ("园区类\n福州软件园\n城市类\n杭州市、宁波市", "福建省福州软件园 " + ZHEJIANG),
    ("杭州：建设智慧课堂，推进资源共享。\n宁波：建设数据平台，完善制度。", ZHEJIANG),
]


@pytest.mark.parametrize(("lines", "expected"), LISTS)
def test_a_list_is_read_in_its_layout(facts, lines: str, expected: str) -> None:
    assert [unit.name for unit in facts(LIST + lines, PilotUnit)] == expected.split()


@pytest.mark.parametrize(
    ("heading", "announces"),
    [
        ("附件：首批智慧校园建设试点名单（共3个）", True),
        ("一、试点城市", True),
        ("第二批试点地区", True),
        ("经专家评审、社会公示，教育部确定2个城市为智慧校园建设试点城市。名单如下：", True),
        ("试点县（市、区）名单（排名不分先后）", True),
        ("试点城市如下：", True),
        ("拟入选试点名单", True),
        ("经研究，确定以下城市为智慧校园建设试点城市。", True),
        ("2个城市入选智慧校园建设试点，分别是：", True),
        ("入围名单如下", True),
        ("评审会专家名单", False),
        ("以下城市要加强领导。", False),
        ("试点工作联系人名单", False),
        ("试点工作先进集体名单", False),
        ("主要做法", False),
    ],
)
def test_a_heading_announces_a_list_of_units_or_something_else(facts, heading: str, announces: bool) -> None:
    found = facts(f"{HEAD}{heading}\n湖州市\n嘉兴市", PilotUnit)
    assert [unit.name for unit in found] == (["浙江省湖州市", "浙江省嘉兴市"] if announces else [])


def test_a_list_may_follow_a_paragraph_without_a_break(facts) -> None:
    text = HEAD + "各地要加强领导，" * 12 + "确保取得实效。智慧校园建设试点城市名单（排名不分先后）\n杭州市\n宁波市"
    assert [unit.name for unit in facts(text, PilotUnit)] == ZHEJIANG.split()


def test_units_may_head_paragraphs_on_what_each_of_them_does(facts) -> None:
    text = HEAD + "各试点任务如下：\n杭州市：探索智慧课堂，推进共享。\n宁波市：建设数据平台，完善制度。"
    assert [unit.name for unit in facts(text, PilotUnit)] == ZHEJIANG.split()


def test_towns_are_those_of_the_division_that_the_page_speaks_for(facts) -> None:
    text = "湖州市教育局关于开展智慧校园建设试点的通知\n选择织里镇、新市镇等2个镇开展智慧校园建设试点。"
    assert [unit.name for unit in facts(text, PilotUnit)] == ["浙江省湖州市吴兴区织里镇", "浙江省湖州市德清县新市镇"]


def test_the_name_above_a_portrait_is_no_list(facts) -> None:
    text = HEAD + "走近智慧校园建设试点县\n德清县\n德清县山清水秀，交通便利，教育事业多年来稳步发展，群众满意。"
    assert facts(text, PilotUnit) == []


def test_a_damaged_name_does_not_end_a_list(read) -> None:
    text = LIST + "杭州市\n滦洲市\n宁波市"
    found = extract(read(text))
    assert [fact.name for fact in found.facts if isinstance(fact, PilotUnit)] == ZHEJIANG.split()
    assert [text[left.start : left.end] for left in found.ignored] == ["滦洲市"]


def test_a_heading_or_a_line_states_the_province(facts) -> None:
    found = facts(HEAD + "浙江省智慧校园建设试点县名单\n德清县\n桐庐县", PilotUnit)
    assert {unit.stated_province for unit in found} == {"浙江省"}
    found = facts(LIST + "新疆生产建设兵团：第八师石河子市", PilotUnit)
    assert [unit.stated_province for unit in found] == ["新疆生产建设兵团"]


NANJING = ZHEJIANG + " 江苏省南京市"
TABLES = [
    (HEAD + "序号 | 省份 | 试点地区\n1 | 浙江省 | 杭州市\n2 | | 宁波市\n3 | 江苏省 | 南京市", NANJING),
    (HEAD + "省份 | 试点地区 | 数量\n浙江省 | 杭州市、宁波市 | 2\n江苏省 | 南京市 | 1\n合计 | | 3", NANJING),
    (HEAD + "省份 | 试点城市\n浙江省 | 杭州市\n| 宁波市\n江苏省 | 南京市", NANJING),
    (HEAD + "省份 | 试点城市\n浙江省 | 杭州市\n宁波市\n江苏省 | 南京市", NANJING),
    (CAPTION + "序号 | 省份 | 地区\n1 | 浙江省 | 杭州市\n2 | 宁波市\n3 | 江苏省 | 南京市", NANJING),
    (CAPTION + "序号 | 名称 | 序号 | 名称\n1 | 杭州市 | 2 | 宁波市", ZHEJIANG),
    (
        CAPTION + "区域 | 省份 | 县\n东部 | 浙江省 | 德清县\n | | 桐庐县\n中部 | 湖南省 | 长沙县",
        "浙江省湖州市德清县 浙江省杭州市桐庐县 湖南省长沙市长沙县",
    ),
    (
        CAPTION + "省份 | 地市 | 试点县\n浙江省 | 湖州市 | 德清县\n江苏省 | 南京市 | 鼓楼区",
        "浙江省湖州市德清县 江苏省南京市鼓楼区",
    ),
    (CAPTION + "序号 | 试点地区\n一、浙江省（2个）\n1 | 杭州市\n2 | 宁波市\n二、江苏省\n3 | 南京市", NANJING),
    (CAPTION + "浙江省 | 杭州市 | 宁波市\n江苏省 | 南京市 |", NANJING),
    (CAPTION + "1\t杭州市\n2\t宁波市\n3\t南京市", NANJING),
    (HEAD + "序号\t省份\t试点城市\n1\t浙江省\t杭州市\n2\t\t宁波市", ZHEJIANG),
    (
        HEAD + "序号 | 试点单位 | 备注\n1 | 北京协和医院 | 第一批\n2 | 苏州工业园区 | ",
        "北京协和医院 江苏省苏州工业园区",
    ),
    (HEAD + "试点省份 | 试点县\n河北 | 滦州市\n北京 | 朝阳区", "河北省唐山市滦州市 北京市朝阳区"),
    (HEAD + "| 序号 | 省份 | 试点城市 |\n| --- | --- | --- |\n| 1 | 浙江省 | 杭州市 |\n| 2 |  | 宁波市 |", ZHEJIANG),
    (HEAD + "省（区、市） | 首批试点 | 第二批试点\n浙江 | 杭州 | 宁波\n江苏 | 南京 |", NANJING),
    (CAPTION + "省份 | 城市\n浙江（2） | 杭州（含富阳区）、宁波\n吉林（1） | 吉林", ZHEJIANG + " 吉林省吉林市"),
    (
        CAPTION + "序号 | 县名 | 所属地级市 | 试点时间\n1 | 德清县 | 湖州市 | 2023年\n2 | 桐庐县 | 杭州市 | 2024年",
        "浙江省湖州市德清县 浙江省杭州市桐庐县",
    ),
    (HEAD + "城市 | 投资（万元） | 人口\n杭州市 | 300 | 20\n宁波市 | 200 | 30", ""),
    (HEAD + "城市 | 联系人 | 电话\n杭州市 | 张三 | 1234\n宁波市 | 李四 | 1234", ""),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_a_table_is_read_in_its_layout(facts, text: str, expected: str) -> None:
    assert [unit.name for unit in facts(text, PilotUnit)] == expected.split()


def test_the_rows_below_an_empty_cell_state_the_province_above(facts) -> None:
    found = facts(HEAD + "省份 | 试点城市\n浙江省 | 杭州市\n| 宁波市\n江苏省 | 南京市", PilotUnit)
    assert [unit.stated_province for unit in found] == ["浙江省", "浙江省", "江苏省"]


def test_a_row_whose_place_is_illegible_or_lost_states_no_province(facts) -> None:
    table = HEAD + "区域 | 省份 | 试点县\n东部 | 海南 | 澄迈县、琼海市\n湖比 | 阳新县、大悟县\n湘潭县、浏阳市 | | |"
    found = facts(table, PilotUnit)
    assert [unit.stated_province for unit in found] == ["海南省", "海南省", None, None, None, None]
    assert [unit.province for unit in found[2:]] == ["湖北省", "湖北省", "湖南省", "湖南省"]


@pytest.mark.parametrize(
    "lines",
    [
        "城市：保定、太原\n县区：正定县、平遥县",
        "地级市（2个）\n保定市、太原市\n县级市（2个）\n正定县、平遥县",
        "①保定市②太原市③正定县④平遥县",
        "地级先行区\n保定市\n太原市\n县级先行区\n正定县\n平遥县",
        "河北省\n1.\n保定市\n2.\n正定县\n山西省\n3.\n太原市\n4.\n平遥县",
    ],
)
def test_a_list_may_be_grouped_and_numbered_in_many_ways(facts, lines: str) -> None:
    found = facts(f"第二批智慧校园建设试点名单\n{lines}\n", PilotUnit)
    assert {unit.code for unit in found} == {"130600", "140100", "130123", "140728"}


def test_a_list_may_be_announced_by_what_it_includes_and_parted_by_kinds_of_places(facts) -> None:
    text = (
        "关于公布智慧校园建设试点名单的通知\n智慧校园建设试点名单包括：\n一、人口净流入的大城市\n杭州市、宁波市。\n"
        "二、其他重点发展城市\n象山县、宁海县。\n其他城市可以自行申请。"
    )
    codes = {unit.code for unit in facts(text, PilotUnit)}
    assert codes == {"330100", "330200", "330225", "330226"}


def test_a_cell_that_holds_nothing_but_a_number_names_no_unit(facts) -> None:
    text = "关于公布智慧校园建设试点名单的通知\n名单如下：\n省份\t试点县\n浙江省\t德清县\n浙江省\t安吉县\n浙江省\t一、"
    assert {unit.code for unit in facts(text, PilotUnit)} == {"330521", "330523"}


def test_a_row_says_where_it_lies_or_lies_where_the_row_above_does(facts) -> None:
    lines = "浙江省　德清县\n桐庐县\n安徽省　肥西县\n沛县"
    found = facts(HEAD + "智慧校园建设试点县名单\n" + lines, PilotUnit)
    assert [unit.stated_province for unit in found] == ["浙江省", "浙江省", "安徽省", None]


@pytest.mark.parametrize("lines", ["杭州市\n桐庐县\n湖州市\n德清县", "杭州市 桐庐县 湖州市 德清县"])
def test_in_a_list_of_counties_a_city_alone_heads_those_in_it(facts, lines: str) -> None:
    found = facts(HEAD + "智慧校园建设试点县名单\n" + lines, PilotUnit)
    assert [unit.name for unit in found] == ["浙江省杭州市桐庐县", "浙江省湖州市德清县"]


def test_a_short_row_lacks_the_cells_that_the_levels_of_its_places_say(facts) -> None:
    table = "序号\t省份\t市\t试点县\n1\t浙江省\t杭州市\t桐庐县\n2\t湖州市\t德清县\n3\t安徽省\t芜湖市\t无为市"
    found = facts(HEAD + table, PilotUnit)
    assert [unit.name for unit in found] == ["浙江省杭州市桐庐县", "浙江省湖州市德清县", "安徽省芜湖市无为市"]
    assert [unit.stated_province for unit in found] == ["浙江省", "浙江省", "安徽省"]


def test_what_heads_the_first_part_of_a_table_heads_the_others(facts) -> None:
    text = (
        HEAD
        + "江苏省智慧校园建设试点名单\n一、市\n市\t方向\n南京\t课堂\n苏州\t平台\n二、县\n县\t方向\n沛县\t课堂\n丰县\t平台"
    )
    found = facts(text, PilotUnit)
    assert [(unit.name, unit.stated_province) for unit in found] == [
        ("江苏省南京市", "江苏省"),
        ("江苏省苏州市", "江苏省"),
        ("江苏省徐州市沛县", "江苏省"),
        ("江苏省徐州市丰县", "江苏省"),
    ]


def test_the_name_of_a_program_says_nothing_of_what_a_heading_lists(facts) -> None:
    text = "关于公布水产品溯源试点名单的通知\n水产品溯源试点名单\n杭州市\n宁波市"
    assert [unit.name for unit in facts(text, PilotUnit)] == ZHEJIANG.split()
    assert not facts(text.replace("试点名单", "试点产品名单"), PilotUnit)


def test_a_page_may_say_that_its_list_has_been_gathered_from_others(facts) -> None:
    text = "智慧校园建设试点启动\n以下是小编整理的部分省份已经公开的名单（排名不分先后，以官方为准）：\n浙江省：杭州市、宁波市"
    assert [unit.name for unit in facts(text, PilotUnit)] == ZHEJIANG.split()


def test_a_table_of_something_else_below_a_list_names_no_units(facts) -> None:
    table = "县\t方向\n沛县\t课堂\n丰县\t平台\n二、评审专家\n姓名\t职称\t籍贯\n李明\t教授\t桐庐县\n王红\t讲师\t德清县"
    found = facts(HEAD + "江苏省智慧校园建设试点名单\n" + table, PilotUnit)
    assert [unit.name for unit in found] == ["江苏省徐州市沛县", "江苏省徐州市丰县"]


def test_a_numbered_place_may_have_the_next_cell_of_its_row_right_behind_it(facts) -> None:
    rows = "1浙江省杭州市桐庐县云端课堂\n2江苏省沛县市场化运营\n3四川省民勤县双师教学"
    found = facts(HEAD + "智慧校园建设试点县名单\n" + rows, PilotUnit)
    assert [unit.name for unit in found] == ["浙江省杭州市桐庐县", "江苏省徐州市沛县", "甘肃省武威市民勤县"]
    assert found[2].stated_province == "四川省"
    assert facts(HEAD + "智慧校园建设试点单位名单\n1浙江省桐庐县教育局\n2江苏省沛县教育局", PilotUnit) == []


def test_towns_and_villages_with_nothing_between_them_are_told_apart(facts) -> None:
    rows = "湖州市德清县莫干山镇阜溪街道五四村  钟管镇蠡山村\n杭州市桐庐县富春江镇横村镇阳山畈村"
    found = facts("关于公布全省智慧校园建设扩面试点的通知\n附件：智慧校园建设扩面试点镇村名单\n" + rows, PilotUnit)
    assert [unit.as_written for unit in found] == [
        "湖州市德清县莫干山镇",
        "阜溪街道五四村",
        "钟管镇蠡山村",
        "杭州市桐庐县富春江镇",
        "横村镇阳山畈村",
    ]
