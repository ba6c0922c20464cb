"""Rows of a table that run together in one line, and lines that look like that and are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_graph.repair.run_together import KIND, part_rows
from build_graph.repair.tracked import Tracked

ROWS = ["浙江省桐庐县", "江苏省沛县", "安徽省肥西县"]


def parted(text: str) -> list[str]:
    return part_rows(Tracked.raw(text)).text.split("\n")


def test_running_numbers_begin_rows() -> None:
    rows = [f"{number}{row}" for number, row in enumerate(ROWS, 1)]
    assert parted("序号省份试点县" + "".join(rows)) == ["序号省份试点县", *rows]
    assert parted("1日照市2天津市3项城市4万宁市5元谋县") == ["1日照市", "2天津市", "3项城市", "4万宁市", "5元谋县"]


def test_the_last_row_may_go_on_in_a_sentence() -> None:
    rows = [f"{number}{row}" for number, row in enumerate(ROWS, 1)]
    assert parted("".join(rows) + "，以上排名不分先后。") == [*rows[:2], rows[2] + "，以上排名不分先后。"]


def test_provinces_begin_rows_or_end_them() -> None:
    assert parted("省份试点县" + "".join(ROWS)) == ["省份试点县", *ROWS]
    assert parted("浙江省：桐庐县、德清县江苏省：沛县安徽省：肥西县") == [
        "浙江省：桐庐县、德清县",
        "江苏省：沛县",
        "安徽省：肥西县",
    ]
    assert parted("试点县省份桐庐县浙江省沛县江苏省肥西县安徽省") == [
        "试点县省份",
        "桐庐县浙江省",
        "沛县江苏省",
        "肥西县安徽省",
    ]


def test_headings_tell_how_many_cells_a_row_has() -> None:
    rows = ["杭州市 桐庐县", "湖州市 德清县", "徐州市 沛县"]
    assert parted(" ".join(["市 试点县", *rows])) == ["市 试点县", *rows]
    assert parted("市 试点县 杭州市 桐庐县 湖州市 德清县 徐州市") == ["市 试点县 杭州市 桐庐县 湖州市 德清县 徐州市"]


def test_two_borders_end_a_row() -> None:
    text = "| 序号 | 试点县 || 1 | 桐庐县 || 2 | 沛县 || 3 | 肥西县 |"
    assert parted(text) == ["| 序号 | 试点县 |", "| 1 | 桐庐县 |", "| 2 | 沛县 |", "| 3 | 肥西县 |"]
    assert parted(text.replace("||", "| |"))[1] == " | 1 | 桐庐县 |"


@pytest.mark.parametrize(
    "line",
    [
        "加快构建1核2轴3区的县域空间发展新格局，推动城乡一体",
        "覆盖1个市2个县3个区以及所辖的全部乡镇和街道",
        "试点自2025年1月2日3时起在全部试点地区同时启动实施",
        "任务1，建设平台，任务2，开展培训，任务3，推广应用",
        "北京市 天津市 河北省 石家庄市 山西省 太原市 内蒙古自治区",
        "支持浙江省杭州市江苏省南京市安徽省合肥市四川省成都市开展试点",
        "浙江省、江苏省、安徽省、四川省的县市可以申报本批试点",
        "| 1 | 浙江省 | | | | 桐庐县 | 2023年 | 备注 |",
        "联系电话1浙江省2江苏省，传真3安徽省",
    ],
)
def test_a_line_that_is_no_run_of_rows_stays(line: str) -> None:
    assert parted(line) == [line]


@given(st.text("0123省市县浙江北京，。：| \t\n序号甲乙", max_size=80))
def test_nothing_but_breaks_is_put_in_and_each_character_keeps_its_place(text: str) -> None:
    done = part_rows(Tracked.raw(text))
    kept = [(character, start) for character, start in zip(done.text, done.starts, strict=True) if character != "\n"]
    assert all(text[start] == character for character, start in kept)
    assert "".join(text.split()) == "".join(done.text.split())
    assert (KIND in dict(done.repairs)) == (done.text != text)


def test_the_items_of_a_paragraph_begin_lines_behind_the_ends_of_sentences() -> None:
    items = ["1.改造泵站。逐站更换老旧机组。", "2.推行计量。逐户安装水表。", "3.培训人员。"]
    assert parted("主要有这么几条。" + "".join(items)) == ["主要有这么几条。", *items]
    assert parted("比例为1.5。2.5倍于此前，3.改造泵站，全部完成。") == [
        "比例为1.5。2.5倍于此前，3.改造泵站，全部完成。"
    ]


def test_the_numbers_of_rows_may_go_on_over_several_lines() -> None:
    rows = [f"{number}{row}" for number, row in enumerate((*ROWS, "河南省栾川县", "四川省三台县"), 1)]
    assert parted(f"{rows[0]}{rows[1]}\n{rows[2]}\n{rows[3]} {rows[4]}") == rows


@pytest.mark.parametrize(
    "line",
    [
        "到2027年形成省会城市1小时通勤、重点城市2小时通达、全域3小时覆盖的交通圈。",
        "对入选单位给予奖补：一等奖奖励1万元、二等奖2万元、三等奖3万元以内的资金。",
        "围绕打造1个中心、培育2个品牌、建设3条示范带推进工作。",
    ],
)
def test_measures_number_no_rows(line: str) -> None:
    assert parted(line) == [line]


def test_a_row_of_cells_with_borders_is_not_parted_at_its_provinces() -> None:
    row = "| 浙江省桐庐县江苏省沛县 | 安徽省肥西县四川省三台县 |"
    assert parted(row) == [row]


def test_a_row_may_end_in_any_words_if_provinces_begin_the_rows_and_something_may_stand_between_them() -> None:
    rows = ["1浙江省桐庐县云端课堂", "2江苏省沛县双师教学", "3安徽省肥西县数据平台"]
    assert parted("".join(rows)) == rows
    advert = "【广告】第九届教育装备展火热招展，扫码领取价值一千元的资料，名额有限。"
    assert parted(f"{rows[0]}{rows[1]}\n{advert}\n{rows[2]}4四川省三台县培训") == [
        *rows[:2],
        advert,
        rows[2],
        "4四川省三台县培训",
    ]


def test_counties_named_with_their_cities_begin_rows_of_towns_and_villages() -> None:
    rows = ["湖州市德清县莫干山镇五四村", "杭州市桐庐县富春江镇", "金华市义乌市佛堂镇后宅街道李祖村"]
    assert parted("县市区试点镇试点村" + "".join(rows)) == ["县市区试点镇试点村", *rows]
    sentence = "湖州市德清县召开现场会，杭州市桐庐县介绍做法，金华市义乌市参加会议。"
    assert parted(sentence) == [sentence]


def test_a_table_inside_of_a_page_in_one_line_begins_with_its_headings() -> None:
    before = "各地要从课程、师资推进。附件智慧校园建设试点单位名单一、试点学校（共所）"
    rows = [
        "北京市 延庆区第一小学",
        "河北省张家口市第二中学",
        "陕西省 西安市未央区第三小学",
        "新疆生产建设兵团 石河子第五中学",
    ]
    companies = ["河北省 张家口智慧教育有限公司", "广东省 深圳市教育科技有限公司", "四川省成都市云课堂公司"]
    text = before + "序号省份学校名称" + "".join(rows) + "二、试点企业（共家）序号省份企业名称" + "".join(companies)
    headings = ["序号省份学校名称", "二、试点企业（共家）", "序号省份企业名称"]
    assert parted(text) == [before, headings[0], *rows, *headings[1:], *companies]
    sentence = "序号、省份和学校名称请填写完整，北京市、河北省、陕西省的材料单独装订。"
    assert parted(sentence) == [sentence]
