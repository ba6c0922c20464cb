"""Sentences that designate, and sentences that only look so. All of them are invented."""

from time import perf_counter

import pytest

from build_graph.extract.programs import programs
from build_graph.extract.units import designations
from build_graph.model import PilotUnit

HEAD = "教育部开展智慧校园建设试点。\n"

DESIGNATING = [
    ("进入试点范围，名单如下（按区划排列）：德清县和安吉县。", "浙江省湖州市德清县 浙江省湖州市安吉县"),
    ("试点名单包括2个县城，具体为德清县以及安吉县。", "浙江省湖州市德清县 浙江省湖州市安吉县"),
    ("我省入选的2个镇分别是：海盐县沈荡镇、德清县莫干山镇。", "浙江省嘉兴市海盐县沈荡镇 浙江省湖州市德清县莫干山镇"),
    (
        "按照得分，杭州、宁波、嘉兴排名前3位的城市，成功入选试点城市名单。",
        "浙江省杭州市 浙江省宁波市 浙江省嘉兴市",
    ),
    ("加快德清县、安吉县等10个省级试点县建设。", "浙江省湖州市德清县 浙江省湖州市安吉县"),
    (
        "杭州、宁波、嘉兴3个城市通过试点评估。教育部命名杭州等3个城市为试点城市。",
        "浙江省杭州市 浙江省宁波市 浙江省嘉兴市",
    ),
    ("确定德清县、安吉县等个县市区为首批试点单位，各试点县市区要抓紧实施。", "浙江省湖州市德清县 浙江省湖州市安吉县"),
    ("作为智慧校园建设试点县，德清县自去年9月启动改革。", "浙江省湖州市德清县"),
    ("把德清县以及杭州的桐庐县纳入智慧校园建设试点。", "浙江省湖州市德清县 浙江省杭州市桐庐县"),
    ("在浙江、江苏2个省的法院，以及厦门市中级人民法院开展智慧校园建设试点。", "浙江省 江苏省 福建省厦门市中级人民法院"),
    (
        "教育部确定德清县，安吉县，桐庐县为智慧校园建设试点。",
        "浙江省湖州市德清县 浙江省湖州市安吉县 浙江省杭州市桐庐县",
    ),
    ("教育部部署智慧校园建设试点，首批在德清县、安吉县进行。", "浙江省湖州市德清县 浙江省湖州市安吉县"),
    ("教育部确定首批智慧校园建设试点，它们是：德清县、安吉县。", "浙江省湖州市德清县 浙江省湖州市安吉县"),
    ("智慧校园建设试点率先从德清县、安吉县开始。", "浙江省湖州市德清县 浙江省湖州市安吉县"),
    ("教育部授予德清县、安吉县“智慧校园建设试点”称号。", "浙江省湖州市德清县 浙江省湖州市安吉县"),
    ("杭州市、宁波市跻身数字乡村建设试点行列。", "浙江省杭州市 浙江省宁波市"),
    ("试点范围为浙江省行政区域。", "浙江省"),
    ("同意在浙江、广东等5省和宁波、青岛等8市开展智慧校园建设试点。", "浙江省 广东省 浙江省宁波市 山东省青岛市"),
    (
        "确定河北、山西、湖南3个省和大连、厦门2个市为智慧校园建设试点地区。",
        "河北省 山西省 湖南省 辽宁省大连市 福建省厦门市",
    ),
    ("在浙江、福建、天津、重庆等省（市）开展智慧校园建设试点。", "浙江省 福建省 天津市 重庆市"),
    ("在中央本级和浙江、福建等省（市）开展智慧校园建设试点。", "浙江省 福建省"),
    ("教育部将嘉兴市、绍兴市列入第二批智慧校园建设试点。", "浙江省嘉兴市 浙江省绍兴市"),
    ("将江西、山东等省份纳入智慧校园建设试点范围。", "江西省 山东省"),
    ("桐庐县、安吉县入选首批智慧校园建设试点名单。", "浙江省杭州市桐庐县 浙江省湖州市安吉县"),
    ("苏州市相城区是国家智慧校园建设试点地区。", "江苏省苏州市相城区"),
    ("经教育部批复成为首批智慧校园建设试点城市的有长沙、株洲。", "湖南省长沙市 湖南省株洲市"),
    ("德清县被列为全国智慧校园建设试点县。", "浙江省湖州市德清县"),
    ("近日，义乌市获批国家智慧校园建设试点。", "浙江省金华市义乌市"),
    ("支持海南开展智慧校园建设试点。", "海南省"),
    ("我省邵阳、常德等4市入选智慧校园建设试点。", "湖南省邵阳市 湖南省常德市"),
    ("此前衡阳入选首批。", "湖南省衡阳市"),
    ("以深圳、成都为代表的智慧校园建设试点城市成效明显。", "广东省深圳市 四川省成都市"),
    (
        "京津冀、上海、广东（珠三角）、安徽（合芜蚌）、湖北武汉等5个区域开展智慧校园建设试点。",
        "京津冀 上海市 广东省（珠三角） 安徽省（合芜蚌） 湖北省武汉市",
    ),
    ("试点城市包括：合肥、芜湖。", "安徽省合肥市 安徽省芜湖市"),
    ("包括长沙、株洲等在内的9个城市正式进入试点名单。", "湖南省长沙市 湖南省株洲市"),
    (
        "纳入试点范围的城市共3个，其中综合类城市1个（合肥），特色类2个（长沙、株洲）。",
        "安徽省合肥市 湖南省长沙市 湖南省株洲市",
    ),
    ("我省将在邵阳、常德2市9个县的农村（不含县城）地区启动智慧校园建设试点。", "湖南省邵阳市 湖南省常德市"),
    ("将在沿海的宁波、温州等地市，各选择不少于2个县开展智慧校园建设试点。", "浙江省宁波市 浙江省温州市"),
    ("首批智慧校园建设试点城市（北京、沈阳）已启动。", "北京市 辽宁省沈阳市"),
    (
        "选择天津市和平区、河北省石家庄市长安区和内蒙古自治区呼和浩特市开展智慧校园建设试点。",
        "天津市和平区 河北省石家庄市长安区 内蒙古自治区呼和浩特市",
    ),
    (
        "同意江苏省南京市、苏州市，浙江省杭州市、宁波市开展智慧校园建设试点。",
        "江苏省南京市 江苏省苏州市 浙江省杭州市 浙江省宁波市",
    ),
    (
        "新增和田地区、和县、泰和县等3个智慧校园建设试点县。",
        "新疆维吾尔自治区和田地区 安徽省马鞍山市和县 江西省吉安市泰和县",
    ),
    ("试点范围扩大至湖南、湖北2省。", "湖南省 湖北省"),
    ("作为首批智慧校园建设试点城市，绍兴市率先建成平台。", "浙江省绍兴市"),
    ("上海、浙江等4地将试点智慧校园建设。", "上海市 浙江省"),
    (
        "选择不同类型的县，如福建省三明市将乐县、沙县区作为智慧校园建设试点县。",
        "福建省三明市将乐县 福建省三明市沙县区",
    ),
    ("教育部确定在8个省份（黑龙江、吉林等）先行先试。", "黑龙江省 吉林省"),
    (
        "甘肃省兰州市、武威市凉州区等10个市（州）、县（区）被确定为智慧校园建设试点。",
        "甘肃省兰州市 甘肃省武威市凉州区",
    ),
    ("北京上海等4省市率先开展智慧校园建设试点。", "北京市 上海市"),
    ("在京津沪渝和江苏等省市启动智慧校园建设试点。", "北京市 天津市 上海市 重庆市 江苏省"),
    ("深圳市福田区、南山区被确定为智慧校园建设试点。", "广东省深圳市福田区 广东省深圳市南山区"),
    (
        "共有72个城市入选智慧校园建设试点，其中河南省有郑州、洛阳2市。",
        "河南省郑州市 河南省洛阳市",
    ),
    ("先在盐城、淮安两市试点。", "江苏省盐城市 江苏省淮安市"),
    ("首批试点选在东莞、惠州。", "广东省东莞市 广东省惠州市"),
    ("将西安、乌鲁木齐确定为智慧校园建设试点城市。", "陕西省西安市 新疆维吾尔自治区乌鲁木齐市"),
    ("智慧校园建设试点首批在上海市闵行区、台州市路桥区实施。", "上海市闵行区 浙江省台州市路桥区"),
    ("辽宁省本溪市、丹东市在智慧校园建设试点中名列其中。", ""),
    ("教育部公布智慧校园建设试点地区，本溪市、丹东市名列其中。", "辽宁省本溪市 辽宁省丹东市"),
    ("包括郑州、开封在内的12个城市被列为智慧校园建设试点。", "河南省郑州市 河南省开封市"),
    ("宁夏成为全国首个智慧校园建设试点省区。", "宁夏回族自治区"),
    ("批准设立上海、福建智慧校园建设试点。", "上海市 福建省"),
    ("试点地区：江苏省（苏州市、无锡市），浙江省（宁波市）。", "江苏省苏州市 江苏省无锡市 浙江省宁波市"),
    ("确定黔南州、海南州为智慧校园建设试点州。", "贵州省黔南布依族苗族自治州 青海省海南藏族自治州"),
    ("河北雄安新区列为智慧校园建设试点。", "河北省雄安新区"),
    (
        "确定新疆生产建设兵团第八师、石河子市为智慧校园建设试点单位。",
        "新疆生产建设兵团第八师 新疆维吾尔自治区石河子市",
    ),
    (
        "确定北京协和医院、复旦大学附属中山医院等10家医院为智慧校园建设试点医院。",
        "北京协和医院 复旦大学附属中山医院",
    ),
    ("同意在苏州工业园区、无锡高新区开展智慧校园建设试点。", "江苏省苏州工业园区 江苏省无锡高新区"),
    ("选择枣阳市、南漳县作为先行县（市、区）。", "湖北省襄阳市枣阳市 湖北省襄阳市南漳县"),
    ("在A厂、宜昌市、荆州市开展智慧校园建设试点。", ""),
    ("公布了智慧校园建设试点城市名单。这些城市（地区）是：长沙市、株洲市。", "湖南省长沙市 湖南省株洲市"),
    ("开展智慧校园建设试点的地方包括上海市、湖北省和深圳市。", "上海市 湖北省 广东省深圳市"),
    ("在浙江、江西2省（区）选择部分地方，开展智慧校园建设试点。", "浙江省 江西省"),
    (
        "在山东（青岛片区、烟台片区）、江苏（南京片区）2个省区、3个城市（片区）开展智慧校园建设试点。",
        "山东省 山东省青岛片区 山东省烟台片区 江苏省 江苏省南京片区",
    ),
    ("四川双流、郫县两县相继获批开展智慧校园建设试点。", "四川省成都市双流区 四川省成都市郫都区"),
    ("长沙、株洲第二批智慧校园建设试点城市获批。", "湖南省长沙市 湖南省株洲市"),
    ("今年，德清县、桐庐县在试点基础上全面推开智慧校园建设。", "浙江省湖州市德清县 浙江省杭州市桐庐县"),
    ("浙江是全国获得智慧校园建设试点最多的省份。", ""),
    ("将浙江省杭州市、德清县、省某某造林局纳入智慧校园建设试点范围。", "浙江省杭州市 浙江省湖州市德清县"),
    ("共有2个县上榜。这2个县分别是，德清县、桐庐县。", ""),
    ("公布了智慧校园建设试点县。这2个县分别是，德清县、桐庐县。", "浙江省湖州市德清县 浙江省杭州市桐庐县"),
    ("拟确定2个县开展智慧校园建设试点工作。名单如下： 1. 德清县 2. 桐庐县", "浙江省湖州市德清县 浙江省杭州市桐庐县"),
    ("智慧校园建设试点县公布，浙江德清县、桐庐县，共2个县入选。", "浙江省湖州市德清县 浙江省杭州市桐庐县"),
    ("德清县、桐庐县，以上两个县均被列为智慧校园建设试点县。", "浙江省湖州市德清县 浙江省杭州市桐庐县"),
    ("教育部决定开展智慧校园建设试点，今年在湖南、湖北先行实施。", "湖南省 湖北省"),
    ("启动智慧校园建设试点，在湖南、湖北等13个粮食主产省选择200个左右县推进。", "湖南省 湖北省"),
    ("启动智慧校园建设试点，在湖南、湖北召开现场会。", ""),
    (
        "确定西安市阎良区，渭南市白水县，杨凌示范区为智慧校园建设试点县（区）。",
        "陕西省西安市阎良区 陕西省渭南市白水县 陕西省杨凌农业高新技术产业示范区",
    ),
    ("推进智慧校园建设试点。德清县、桐庐县进展较快，3个县受到表扬。", ""),
    ("各地获奖名单如下： 1. 德清县 2. 桐庐县", ""),
    ("努力打造全国全省集美丽乡村、数字乡村、善治乡村为一体的智慧校园建设试点样板。", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), DESIGNATING)
def test_a_designating_sentence_gives_its_places(facts, sentence: str, expected: str) -> None:
    found = facts(HEAD + sentence, PilotUnit)
    assert [unit.name for unit in found] == expected.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "记者从杭州市教育局获悉，智慧校园建设试点进展顺利。",
        "教育部调研组赴宁波、温州调研智慧校园建设试点。",
        "杭州、宁波等地已累计建成智慧校园300所。",
        "会议在长沙市召开，介绍了智慧校园建设试点情况。",
        "武汉市被评为全国文明城市、国家卫生城市。",
        "德清县是中国湿地之乡、全国百强县。",
        "学习借鉴上海、深圳等地智慧校园建设试点经验。",
        "智慧校园建设试点由北京师范大学提供技术支持。",
        "南京市、苏州市学生人数位居全省前列。",
        "网络安全服务由杭州某科技有限公司承担。",
        "希望广州、深圳积极申报智慧校园建设试点。",
        "来自四川、重庆的代表参加了智慧校园建设试点培训。",
        "沈阳市退出智慧校园建设试点，大连市未入选。",
        "武汉、长沙正在申请成为试点城市。",
        "取消洛阳市的智慧校园建设试点资格。",
        "山东省教育厅将组织济南、青岛等市做好智慧校园建设试点工作。",
        "杭州市建设智慧校园，探索数据共享。",
        "（北京、上海两地记者联合报道）",
        "浙江五地试点智慧校园建设。",
        "河南省15个县（市）入选智慧校园建设试点。",
        "以杭州市为例，智慧校园建设试点已覆盖80%的学校。",
    ],
)
def test_a_place_that_is_only_spoken_of_is_no_unit(facts, sentence: str) -> None:
    assert facts(HEAD + sentence, PilotUnit) == []


def test_provinces_are_stated_as_far_as_the_list_states_them(facts) -> None:
    found = facts(HEAD + "同意江苏省南京市、苏州市，大连市、湖北武汉开展智慧校园建设试点。", PilotUnit)
    assert [unit.stated_province for unit in found][:2] == ["江苏省", "江苏省"]
    (unit,) = facts(HEAD + "同意在河北雄安新区开展智慧校园建设试点。", PilotUnit)
    assert (unit.province, unit.stated_province, unit.code, unit.level) == ("河北省", "河北省", None, "other")


def test_our_city_is_the_one_that_the_page_speaks_for(facts) -> None:
    text = "无锡市教育局关于做好智慧校园建设试点的通知\n我市被列为全国智慧校园建设试点城市。"
    (unit,) = facts(text, PilotUnit)
    assert (unit.name, unit.as_written) == ("江苏省无锡市", "我市")


def test_names_below_the_heading_of_an_area_go_ahead(facts) -> None:
    text = HEAD + "一、工作目标\n全部建成。\n二、试点范围\n江阴市、宜兴市先行开展，明年在全市推开。"
    assert [unit.name for unit in facts(text, PilotUnit)] == ["江苏省无锡市江阴市", "江苏省无锡市宜兴市"]


def test_the_place_in_the_name_of_its_own_reform_is_a_unit(facts) -> None:
    text = "发展改革委部署珠海综合改革试点。\n珠海综合改革试点将推动要素流动。"
    (unit,) = facts(text, PilotUnit)
    assert (unit.name, unit.rule, len(unit.passages)) == ("广东省珠海市", "unit-in-name", 2)


def test_a_city_under_the_government_keeps_its_place_in_a_list_of_cities(facts) -> None:
    (first, second) = facts(HEAD + "确定重庆市、太原市为智慧校园建设试点城市。", PilotUnit)
    assert (first.code, second.code) == ("500000", "140100")


def test_a_word_that_names_nothing_known_does_not_end_a_list(facts) -> None:
    found = facts(HEAD + "确定郑州市、甲乙丙、太原市为智慧校园建设试点城市。", PilotUnit)
    assert [unit.code for unit in found] == ["410100", "140100"]


@pytest.mark.parametrize("run", ["和", "杭州市", "在杭州的", "（", "1"])
def test_long_runs_are_read_in_time(read, run: str) -> None:
    reading = read(HEAD + "确定杭州市" + run * (100_000 // len(run)))
    started = perf_counter()
    designations(reading, programs(reading))
    assert perf_counter() - started < 10


def test_another_group_of_as_many_places_is_not_the_one_that_is_chosen(facts) -> None:
    text = HEAD + "杭州、宁波、嘉兴3个城市提出试点申请。教育部命名绍兴等3个城市为试点城市。"
    assert [unit.name for unit in facts(text, PilotUnit)] == ["浙江省绍兴市"]


@pytest.mark.parametrize("told", ["经济增速居前", "被取消试点资格"])
def test_a_group_of_as_many_places_of_which_something_else_is_told_is_no_list_of_units(facts, told: str) -> None:
    text = HEAD + f"教育部命名杭州等3个城市为试点城市。2022年，杭州、宁波、嘉兴3个城市{told}。"
    assert [unit.name for unit in facts(text, PilotUnit)] == ["浙江省杭州市"]


def test_what_is_chosen_in_places_makes_no_units_of_them(facts) -> None:
    assert facts(HEAD + "杭州市、宁波市等2个城市，入选试点的项目可获补助。", PilotUnit) == []


@pytest.mark.parametrize("lead", ["", "日前", "近日，", "本报讯 "])
def test_towns_are_known_where_the_government_of_their_city_acts(facts, lead: str) -> None:
    text = lead + "泰安市政府出台意见，开展智慧校园建设试点，确定满庄镇、楼德镇为试点镇。"
    assert [unit.name for unit in facts(text, PilotUnit)] == ["山东省泰安市岱岳区满庄镇", "山东省泰安市新泰市楼德镇"]


def test_towns_are_not_known_by_a_city_that_the_page_only_names(facts) -> None:
    text = HEAD + "泰安市政府出台意见，确定满庄镇、楼德镇为智慧校园建设试点镇。"
    assert facts(text, PilotUnit) == []


@pytest.mark.parametrize(
    "text",
    [
        "在智慧校园建设试点名单中，教育部新增杭州市、宁波市。",
        "教育部公布首批智慧校园建设试点城市名单，包括杭州市、宁波市。",
        "智慧校园建设试点城市公示：杭州市、宁波市。",
        "已在杭州市、宁波市等地和亚运会场景开展智慧校园建设试点。",
        "为做好智慧校园建设试点工作，杭州市、宁波市先行实施。",
        "为做好智慧校园建设试点工作，选择杭州市、宁波市先行实施。",
        "由杭州市、宁波市先期开展智慧校园建设试点。",
        "杭州市和宁波市一起，被确定为智慧校园建设试点城市。",
        "承担试点任务的是杭州市、宁波市。",
        "目前，杭州市、宁波市的试点已启动。",
        "杭州市、宁波市摘得智慧校园建设试点的牌子。",
    ],
)
def test_units_are_told_in_many_ways(facts, text: str) -> None:
    found = facts(HEAD + text, PilotUnit)
    assert {unit.as_written for unit in found} == {"杭州市", "宁波市"}


@pytest.mark.parametrize(
    "text",
    [
        "在获奖名单中，教育部新增杭州市、宁波市。",
        "为做好智慧校园建设试点工作，杭州市、宁波市率先建成千兆网络。",
        "为抓好智慧校园建设试点工作，杭州市率先部署。",
        "杭州市、宁波市的校园网络已启动。",
        "空气质量达标城市公示：杭州市、宁波市。",
        "智慧校园建设试点城市公布：杭州市、宁波市未通过评估。",
        "在智慧校园建设试点退出名单中，教育部公布杭州市、宁波市。",
        "在智慧校园建设试点城市名单上，教育部未公布杭州市、宁波市。",
        "在智慧校园建设试点城市名单中，教育部新增杭州市、宁波市作为观察员。",
        "为做好智慧校园建设试点工作，由杭州市、宁波市率先垂范。",
        "为做好智慧校园建设试点工作，调研组选择杭州市、宁波市先行调研。",
        "未能做好智慧校园建设试点工作，杭州市、宁波市率先深化。",
        "抓好智慧校园建设试点工作，杭州市、宁波市率先启动，防汛演练圆满结束。",
        "房地产税方面，杭州市、宁波市的试点已启动。",
        "杭州市、宁波市的试点工作启动会昨日召开。",
        "杭州市、宁波市一起，为智慧校园建设试点学校捐款100万元。",
        "不承担试点任务的是杭州市、宁波市。",
        "纳入智慧校园建设试点的是杭州市、宁波市的12所学校。",
        "教育部拒绝由杭州市、宁波市先期开展智慧校园建设试点。",
        "杭州市、宁波市摘得智慧校园建设试点创新大赛金奖。",
    ],
)
def test_what_is_told_of_something_else_makes_no_unit(facts, text: str) -> None:
    assert facts(HEAD + text, PilotUnit) == []


@pytest.mark.parametrize("counties", ["已设立安吉和湖州2个", "近日批准设立丹寨、凯里市2个"])
def test_a_short_name_of_a_county_behind_a_verb_begins_a_series(facts, counties: str) -> None:
    assert len(facts(HEAD + f"{counties}智慧校园建设试点。", PilotUnit)) == 2


def test_behind_a_whole_place_and_a_conjunction_begins_another_name(facts) -> None:
    found = facts(HEAD + "确定杭州市和宁波市敬老院、温州市为智慧校园建设试点单位。", PilotUnit)
    assert [unit.as_written for unit in found] == ["杭州市", "宁波市敬老院", "温州市"]


def test_counties_that_a_city_governs_are_units_beside_it(facts) -> None:
    found = facts(HEAD + "江门市及所辖的开平市、恩平市入选智慧校园建设试点。", PilotUnit)
    assert [unit.code for unit in found] == ["440700", "440783", "440785"]


def test_in_a_longer_word_there_is_no_county(facts) -> None:
    text = HEAD + "已设立三江源、武夷山、神农架3处智慧校园建设试点。"
    assert "江源" not in {unit.as_written for unit in facts(text, PilotUnit)}


@pytest.mark.parametrize("body", ["巴彦淖尔市河套灌区", "石家庄市职业教育中心", "唐山市博物院"])
def test_areas_and_bodies_that_no_table_lists_are_known_by_how_their_names_end(facts, body: str) -> None:
    found = facts(HEAD + f"智慧校园建设试点单位名单\n1. {body}\n2. 石家庄市\n", PilotUnit)
    assert [unit.as_written for unit in found] == [body, "石家庄市"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("同意在杭州、宁波新设智慧校园建设试点。", {"330100", "330200"}),
        ("全国15个智慧校园建设试点县（市、区）中，江苏有2席：海门区、沛县。", {"320614", "320322"}),
        ("继杭州之后，宁波也获批开展智慧校园建设试点。", {"330100", "330200"}),
        ("宁波获批智慧校园建设试点，成为继杭州之后第二个试点城市。", {"330100", "330200"}),
        ("与杭州一道，宁波成为首批智慧校园建设试点城市。", {"330100", "330200"}),
        ("河北雄安新区、天津滨海新区开展智慧校园建设试点。", {None, "120116"}),
        ("7月起，京津冀三地同步开展智慧校园建设试点。", {"110000", "120000", "130000"}),
        ("浙江省杭州市位列智慧校园建设试点城市第一批名单。", {"330100"}),
    ],
)
def test_units_beside_earlier_ones_and_among_many(facts, text: str, codes: set) -> None:
    assert {unit.code for unit in facts(HEAD + text, PilotUnit)} == codes


@pytest.mark.parametrize(
    "text",
    [
        "继杭州之后，代表团又到宁波考察智慧校园。",
        "杭州市、宁波市开展智慧校园建设试点调研。",
        "与杭州一道，宁波也将举办校园足球赛。",
        "京津冀三地联合举办教育展。",
    ],
)
def test_who_only_visits_or_meets_is_no_unit(facts, text: str) -> None:
    assert facts(HEAD + text, PilotUnit) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("教育部决定在北京、上海、江苏等10省市检察机关开展智慧校园建设试点。", {"110000", "310000", "320000"}),
        ("教育部决定在北京、上海、广州三地法院开展智慧校园建设试点。", {"110000", "310000", "440100"}),
        ("教育部在河北、山西的税务部门和公安机关开展智慧校园建设试点。", {"130000", "140000"}),
    ],
)
def test_what_the_bodies_of_all_places_try_is_tried_in_the_places(facts, text: str, codes: set) -> None:
    assert {unit.code for unit in facts(HEAD + text, PilotUnit)} == codes


def test_whose_list_it_is_is_no_unit_of_it(facts) -> None:
    text = HEAD + "省教育厅公布山东省智慧校园建设试点城市名单，烟台、潍坊等5市入选。"
    assert {unit.code for unit in facts(text, PilotUnit)} == {"370600", "370700"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("教育部确定杭州市，宁波市，温州市等3个城市为智慧校园建设试点城市。", {"330100", "330200", "330300"}),
        ("教育部确定杭州市，宁波市和温州市3个城市为智慧校园建设试点城市。", {"330100", "330200", "330300"}),
        ("教育部确定杭州市为智慧校园建设试点城市，宁波市，温州市的代表出席了会议。", {"330100"}),
        ("会议在宁波市，温州市两地召开。教育部确定杭州市为智慧校园建设试点城市。", {"330100"}),
    ],
)
def test_commas_may_stand_between_names_that_are_all_of_their_clauses(facts, text: str, codes: set) -> None:
    assert {unit.code for unit in facts(HEAD + text, PilotUnit)} == codes


@pytest.mark.parametrize("mark", ["/", " / ", "·"])
def test_slashes_and_points_may_stand_between_names(facts, mark: str) -> None:
    text = f"教育部在德清县{mark}安吉县{mark}桐庐县3个县开展智慧校园建设试点。"
    assert {unit.code for unit in facts(text, PilotUnit)} == {"330521", "330523", "330122"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("德清县入选试点，加上前两批的安吉县和桐庐县，我省共有3个试点县。", {"330521", "330523", "330122"}),
        ("此外，德清县、安吉县等2个地区参照智慧校园建设试点要求一并推进。", {"330521", "330523"}),
        ("德清县、安吉县参照外省做法推进校园美化。", set()),
        ("德清县、安吉县等地参照智慧校园建设试点县做法推进改革。", set()),
        ("2030年智慧校园建设试点在德清县拉开序幕。", {"330521"}),
    ],
)
def test_units_of_earlier_batches_and_those_that_are_treated_alike(facts, text: str, codes: set) -> None:
    assert {unit.code for unit in facts(HEAD + text, PilotUnit)} == codes


def test_a_town_that_no_table_lists_is_one_of_the_county_that_its_name_gives(facts) -> None:
    text = HEAD + "确定德清县白杨镇、雁荡溪镇和安吉县各乡镇为智慧校园建设试点镇。"
    found = facts(text, PilotUnit)
    assert [(unit.name, unit.code, unit.level) for unit in found] == [
        ("浙江省湖州市德清县白杨镇", "330521", "township"),
        ("浙江省湖州市德清县雁荡溪镇", "330521", "township"),
    ]


def test_places_that_are_called_pilots_for_short_are_units(facts) -> None:
    text = "随着德清县、安吉县等2个县和海盐县沈荡镇等1个镇（下称“2+1”试点地区）历时2年的探索，成效明显。"
    assert {unit.name for unit in facts(HEAD + text, PilotUnit)} == {
        "浙江省湖州市德清县",
        "浙江省湖州市安吉县",
        "浙江省嘉兴市海盐县沈荡镇",
    }


@pytest.mark.parametrize(
    "when", ["2020年", "2020年10月", "于2020年", "于去年10月", "今年6月", "去年", "于2020年10月12日"]
)
def test_the_day_of_a_choice_may_stand_between_the_place_and_its_verb(facts, when: str) -> None:
    for said in ("被列为智慧校园建设试点县", "获批智慧校园建设试点"):
        assert [unit.name for unit in facts(HEAD + f"桐庐县{when}{said}。", PilotUnit)] == ["浙江省杭州市桐庐县"]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("确定在浙江、江苏、安徽3省（区）和新疆生产建设兵团整省（兵团）推进。", 4),
        ("确定2023—2025年在浙江、江苏2省整省推进。", 2),
        ("用三年左右时间在全省推进改革，其中桐庐县、德清县先行先试。", 2),
        ("桐庐县、德清县先行先试，每地打造2个样板。", 2),
        ("教育部与桐庐县、德清县签署智慧校园建设试点协议。", 2),
        ("目前，桐庐县、德清县正在开展智慧校园建设试点。", 2),
        ("桐庐县、德清县正在申报智慧校园建设试点。", 0),
        ("鼓励有条件的县先行先试。", 0),
    ],
)
def test_places_that_go_first_or_carry_the_trial_out_whole(facts, said: str, count: int) -> None:
    assert len(facts(HEAD + said, PilotUnit)) == count


def test_a_page_of_a_district_speaks_for_it_and_not_for_its_city(facts) -> None:
    page = "台州市黄岩区人民政府\n政府工作报告\n省教育厅同意我区开展智慧校园建设试点。"
    assert [unit.name for unit in facts(page, PilotUnit)] == ["浙江省台州市黄岩区"]


def test_the_sum_of_a_list_may_stand_behind_the_last_name(facts) -> None:
    said = "确定天津市南开医院、四川大学华西医院、青岛市黄岛区中医医院共3家医院为首批试点单位。"
    found = facts("国家中医药局启动旗舰病区建设试点。\n" + said, PilotUnit)
    assert [unit.as_written for unit in found] == ["天津市南开医院", "四川大学华西医院", "青岛市黄岛区中医医院"]
    found = facts(HEAD + "确定桐庐县、德清县共计2个县为智慧校园建设试点县。", PilotUnit)
    assert [unit.as_written for unit in found] == ["桐庐县", "德清县"]


@pytest.mark.parametrize(
    "said",
    [
        "教育部确定中南大学、同济大学、西安交通大学为智慧校园建设试点高校。",
        "教育部选择中南大学、同济大学、西安交通大学3所高校开展智慧校园建设试点。",
        "决定在中南大学、同济大学和西安交通大学开展智慧校园建设试点。",
        "智慧校园建设试点高校包括：中南大学、同济大学、西安交通大学。",
        "由中南大学、同济大学、西安交通大学承担智慧校园建设试点任务。",
    ],
)
def test_a_list_may_begin_with_an_institution_whose_name_holds_no_place(facts, said: str) -> None:
    found = [unit.as_written for unit in facts(HEAD + said, PilotUnit)]
    assert found == ["中南大学", "同济大学", "西安交通大学"]


def test_institutions_that_only_talk_of_a_trial_are_none_of_its_units(facts) -> None:
    said = "中南大学、同济大学专家表示，智慧校园建设试点很有意义。教育部与中南大学、同济大学座谈智慧校园建设试点。"
    assert facts(HEAD + said, PilotUnit) == []
