"""What stories tell of units: in which batch they came, who came in later, who goes ahead, where it takes place."""

import pytest

from build_graph.model import PilotUnit

HEAD = "教育部启动智慧校园建设试点。\n"


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("智慧校园建设试点于2020年开始，首批只有德清县、桐庐县、沛县3个县。", "德清县 桐庐县 沛县"),
        ("智慧校园建设试点由此铺开，第一批是德清县、桐庐县。", "德清县 桐庐县"),
        ("2022年，省里深化智慧校园建设试点，第二批增加沛县、曹县。", "沛县 曹县"),
        ("隔了一年，沛县、曹县补了进来，智慧校园建设试点县达到5个。", "沛县 曹县"),
        ("去年，沛县、曹县又加入进来，智慧校园建设试点扩大到5个县。", "沛县 曹县"),
        ("随后，沛县、曹县跟了上来，也开展智慧校园建设试点。", "沛县 曹县"),
        ("全国有33个县承担智慧校园建设试点，浙江德清、江苏沛县都在其中。", "浙江德清 江苏沛县"),
        ("20个智慧校园建设试点县名单公布，德清县、沛县均在其列。", "德清县 沛县"),
        ("教育部公布智慧校园建设试点县名单，20个县上榜，淳安是其中之一。", "淳安"),
        ("教育部公布20个智慧校园建设试点县，德清县位列其中。", "德清县"),
        ("智慧校园建设试点在全省铺开，承担任务的是18个县以及杭州、湖州2个整市。", "杭州 湖州"),
        ("参加智慧校园建设试点的有德清县、桐庐县。", "德清县 桐庐县"),
        ("经研究，德清、桐庐、安吉三个县先走一步。", "德清 桐庐 安吉"),
        ("智慧校园建设试点怎么搞？德清县、桐庐县先行一步，其余各县明年跟上。", "德清县 桐庐县"),
        ("印发《湖州市德清县、杭州市桐庐县智慧校园建设试点方案》，德清、桐庐两县由此起步。", "德清 桐庐"),
        ("智慧校园建设试点由德清县、桐庐县打头阵。", "德清县 桐庐县"),
        ("省教育厅启动智慧校园建设试点，德清县、桐庐县和安吉县三地率先探索由企业统一运维。", "德清县 桐庐县 安吉县"),
        ("会议部署深化智慧校园建设试点，将试点由初中延伸至小学，在浙江、江苏、山东等个省先行开展。", "浙江 江苏 山东"),
        ("将试点扩大到小学，在浙江、江苏、山东等省率先开展。", "浙江 江苏 山东"),
        ("智慧校园建设试点实施范围为德清县、桐庐县全域，以及安吉县。", "德清县 桐庐县 安吉县"),
        (
            "人民银行选定湖州银行、安吉农商银行、德清农商银行3家法人机构开展智慧校园建设试点。",
            "湖州银行 安吉农商银行 德清农商银行",
        ),
        ("智慧校园建设试点由点到面，首批拟支持北京、南京、宁波等60个城市。", "北京 南京 宁波"),
        (
            "在德清县武康街道五星村、莫干山镇劳岭村、扎赉特旗图牧吉镇靠山嘎查3个村先行开展智慧校园建设试点。",
            "德清县武康街道五星村 莫干山镇劳岭村 扎赉特旗图牧吉镇靠山嘎查",
        ),
        ("智慧校园建设试点选了15个城市，青岛、上海、南通都在里头，兵团的石河子也在。", "青岛 上海 南通 石河子"),
        ("全省9个城市开展智慧校园建设试点，咱们威海在里头。", "威海"),
        ("全省9个城市开展智慧校园建设试点，威海市、东营市也在其中。", "威海市 东营市"),
        ("智慧校园建设试点先从环翠区和文登区起步。", "环翠区 文登区"),
        ("智慧校园建设试点没有撒胡椒面，先从环翠区和文登区起步。", "环翠区 文登区"),
        ("今年1月，文登区也加进来了，智慧校园建设试点扩大到3个区。", "文登区"),
        (
            "智慧校园建设试点再次扩容。2023年4月，增补3个城市，即河南省洛阳市、广西壮族自治区柳州市、湖北省宜昌市。",
            "河南省洛阳市 广西壮族自治区柳州市 湖北省宜昌市",
        ),
        ("国家首批8个智慧校园建设试点之一的甘肃，本月起转入试运行。", "甘肃"),
        (
            "智慧教育样板区范围包括浙江省湖州市全域、杭州市桐庐县，江苏省徐州市沛县，智慧校园建设试点同步推开。",
            "浙江省湖州市 杭州市桐庐县 江苏省徐州市沛县",
        ),
        ("智慧校园建设试点范围为浙江省湖州市、江苏省徐州市。", "浙江省湖州市 江苏省徐州市"),
        ("在这个基础上，智慧校园建设试点新选3座城市：\n浙江：湖州、台州\n山东：济南", "湖州 台州 济南"),
        ("这次智慧校园建设试点新增3个城市：\n湖州市\n台州市\n济南市", "湖州市 台州市 济南市"),
    ],
)
def test_units_of_which_a_story_tells(facts, said: str, units: str) -> None:
    assert [unit.as_written for unit in facts(HEAD + said, PilotUnit)] == units.split()


@pytest.mark.parametrize(
    "said",
    [
        "关于将德清县、桐庐县列为智慧校园建设试点的意见。",
        "关于把德清县、桐庐县纳入智慧校园建设试点的建议收悉。",
        "智慧校园建设试点引起关注，沛县、曹县先后派人来看。",
        "德清县、桐庐县的代表对智慧校园建设试点提了意见。",
        "智慧校园建设试点经验好，沛县、曹县也加入学习行列。",
        "第二批增加经费3000万元，德清县、桐庐县获得表扬。",
        "在武康街道、阜溪街道和莫干山镇先行。",
        "湖州、台州都在里头学习。",
        "智慧校园建设试点很热闹，我先从湖州和台州说起。",
        "德清县领导也在。",
        "会议研究了3个城市的规划：\n湖州\n台州\n济南",
        "承担任务的是德清县、桐庐县的12所学校。",
        "智慧校园建设试点县已经确定，不承担试点任务的是德清县、桐庐县。",
    ],
)
def test_places_of_which_a_story_tells_something_else(facts, said: str) -> None:
    assert facts(HEAD + said, PilotUnit) == []


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("在阜溪街道五四村、莫干山镇劳岭村2个村先行开展试点，其余乡镇仍执行原政策。", "阜溪街道五四村 莫干山镇劳岭村"),
        ("选择五四村、劳岭村、蠡山村3个村开展智慧校园建设试点。", "五四村 劳岭村 蠡山村"),
    ],
)
def test_villages_are_units_and_lie_in_the_province_of_the_page(facts, said: str, units: str) -> None:
    found = facts("德清县智慧校园建设试点实施方案\n一、试点范围\n" + said, PilotUnit)
    assert [unit.as_written for unit in found] == units.split()
    assert {unit.province for unit in found} == {"浙江省"}


def test_villages_that_are_visited_are_no_units(facts) -> None:
    text = "德清县智慧校园建设试点\n县教育局走访了五四村、劳岭村，智慧校园建设试点开展顺利。五四村、劳岭村村民很满意。"
    assert facts(text, PilotUnit) == []


def test_we_are_the_division_of_the_page_where_we_are_a_unit(facts) -> None:
    said = "德清县人民政府工作报告\n作为全国智慧校园建设试点县，我们累计出台制度23项。我们启动5所学校的改造。"
    assert [(unit.as_written, unit.name) for unit in facts(said, PilotUnit)] == [("我们", "浙江省湖州市德清县")]
    assert facts("教育部新闻发布会\n作为智慧校园建设试点的主管部门，我们将指导各地。", PilotUnit) == []


RESULTS = "关于智慧校园建设试点绩效评价结果的通报\n对18个智慧校园建设试点县进行了评价。现将结果通报如下：\n"


@pytest.mark.parametrize(
    ("said", "units"),
    [
        (
            "一、优秀等次（2个）\n德清县   桐庐县\n二、合格等次（1个）\n沛县\n三、下一步工作\n加强管理。",
            "德清县 桐庐县 沛县",
        ),
        ("（一）优秀\n德清县、桐庐县（原批准时为桐庐县）\n（二）良好\n沛县", "德清县 桐庐县 沛县"),
        ("评价结果：德清县、桐庐县为优秀，沛县为合格。", "德清县 桐庐县 沛县"),
    ],
)
def test_what_an_evaluation_names_by_grades_are_units(facts, said: str, units: str) -> None:
    assert [unit.as_written for unit in facts(RESULTS + said, PilotUnit)] == units.split()


@pytest.mark.parametrize("title", ["关于印发智慧校园建设优秀案例的通知", "智慧校园建设试点实施方案"])
def test_grades_elsewhere_head_no_list_of_units(facts, title: str) -> None:
    assert facts(f"{title}\n教育部开展智慧校园建设试点。\n一、优秀\n德清县、桐庐县", PilotUnit) == []


def test_the_institutions_of_a_division_may_go_by_its_kind(facts) -> None:
    page = "衡阳市人民政府常务会议纪要\n市国有场馆夜间开放试点启动。\n"
    said = "选取市博物馆、市图书馆、市群众艺术馆等4家单位开展国有场馆夜间开放试点。"
    assert [unit.name for unit in facts(page + said, PilotUnit)] == [
        "湖南省衡阳市博物馆",
        "湖南省衡阳市图书馆",
        "湖南省衡阳市群众艺术馆",
    ]
    assert facts(page + "市博物馆、市图书馆馆长参加了国有场馆夜间开放试点座谈。", PilotUnit) == []


def test_a_sentence_that_opens_the_section_of_units_names_them(facts) -> None:
    text = "智慧校园建设试点方案\n一、试点地区\n德清县、桐庐县和沛县，时间为2022年6月至2025年5月。其他县可比照推进。"
    assert [unit.as_written for unit in facts(text, PilotUnit)] == ["德清县", "桐庐县", "沛县"]


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("第一批（2024年起）：县机关幼儿园、马坝镇中心幼儿园等5所公办园，在盱城街道、太和街道先行。", 4),
        ("首批：马坝镇、管仲镇。第二批（2025年）：盱城街道、太和街道。", 4),
        ("第一批经费：马坝镇、管仲镇各10万元。", 0),
    ],
)
def test_batches_are_listed_behind_colons(facts, said: str, units: int) -> None:
    found = facts("盱眙县托幼一体化改革试点实施方案\n三、实施范围\n" + said, PilotUnit)
    assert len(found) == units


def test_we_are_the_institution_that_signs_the_page(facts) -> None:
    page = (
        "关于我院加入智慧校园建设试点的公告\n经专家评审，我院于5月22日获批成为智慧校园建设试点单位。\n{}\n2023年5月30日"
    )
    assert [unit.name for unit in facts(page.format("徐州市中心医院"), PilotUnit)] == ["江苏省徐州市中心医院"]
    assert facts(page.format("某某办公室"), PilotUnit) == []


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("2024年，在德清县、桐庐县和沛县选取30个社区先行试点。", "德清县 桐庐县 沛县"),
        ("答：首批在杭州市、宁波市和浙江大学、西湖大学开展，其他地区可参照执行。", "杭州市 宁波市 浙江大学 西湖大学"),
        ("教育厅印发《关于开展智慧校园建设试点的通知》，在德清县、桐庐县率先推行。", "德清县 桐庐县"),
        ("首批在德清县、桐庐县开展培训。", ""),
        ("教育厅印发《关于开展智慧校园建设试点的通知》，在德清县、桐庐县召开会议。", ""),
        ("在德清县、桐庐县选取30个社区开展问卷调查。", ""),
    ],
)
def test_places_where_a_trial_begins_or_some_are_chosen_for_it(facts, said: str, units: str) -> None:
    assert [unit.as_written for unit in facts(HEAD + said, PilotUnit)] == units.split()
