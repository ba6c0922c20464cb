"""Zones as programs, reports of progress, provinces that lead to their places. All sentences are invented."""

from time import perf_counter

import pytest

from build_graph.extract.programs import programs
from build_graph.extract.units import designations
from build_graph.extract.units.about import about_programs
from build_graph.extract.units.stacked import width_of
from build_graph.model import Discrepancy, PilotUnit

HEAD = "教育部开展智慧校园建设试点。\n"
ZONE = "国家智慧校园实验区名单公布\n教育部公布国家智慧校园实验区。\n"

ZONES = [
    ("同意将北京市昌平区，天津市南开区等单位确认为智慧校园实验区。", "北京市昌平区 天津市南开区"),
    ("首批实验区包括：浙江省德清县、江苏省沛县。", "浙江省湖州市德清县 江苏省徐州市沛县"),
    ("作为首批智慧校园实验区，绍兴市率先建成平台。", "浙江省绍兴市"),
    ("杭州、宁波等5个实验区进展顺利。", "浙江省杭州市 浙江省宁波市"),
    ("附件：实验区名单\n杭州市\n宁波市", "浙江省杭州市 浙江省宁波市"),
    ("共有20个城市入选智慧校园实验区，其中浙江有杭州、宁波2市。", "浙江省杭州市 浙江省宁波市"),
    ("《四川省绵阳市、德阳市建设智慧校园实验区总体方案》印发。", "四川省绵阳市 四川省德阳市"),
    ("杭州市被评为国家生态文明示范区。宁波、温州等5个农业示范区进展顺利。", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), ZONES)
def test_a_zone_designates_like_a_trial(facts, sentence: str, expected: str) -> None:
    assert [unit.name for unit in facts(ZONE + sentence, PilotUnit)] == expected.split()


def test_the_word_for_a_zone_alone_means_the_zone_of_the_program() -> None:
    about = about_programs(["智慧校园改革创新试验区"])
    assert about("首批试验区")
    assert about("智慧校园示范点")
    assert not about("国家农业试验区")


PROGRESS = [
    ("新增的7个试点城市中，日照、德州2市已启动。", "山东省日照市 山东省德州市"),
    ("加上首批实施试点的枣庄、菏泽等5市，共有8个市。", "山东省枣庄市 山东省菏泽市"),
    ("入选智慧校园建设试点的杭州、宁波获得支持。", "浙江省杭州市 浙江省宁波市"),
    (
        "鼎城区、武陵区和石门、桃源作为试点全面启动。",
        "湖南省常德市鼎城区 湖南省常德市武陵区 湖南省常德市石门县 湖南省常德市桃源县",
    ),
    ("绍兴、台州两市将全面推开这项工作。", "浙江省绍兴市 浙江省台州市"),
    (
        "共有9个城市入选试点名单。其中，东部地区2个——福州、温州-台州；西部地区1个——遵义。",
        "福建省福州市 浙江省温州-台州 贵州省遵义市",
    ),
    ("试点由最初的杭州、宁波扩大到南京、苏州等20个城市。", "浙江省杭州市 浙江省宁波市 江苏省南京市 江苏省苏州市"),
    (
        "将智慧校园建设试点范围，由杭州市分批扩大至宁波和嘉兴2个市（计划单列市）。",
        "浙江省杭州市 浙江省宁波市 浙江省嘉兴市",
    ),
    ("将校园服务业改革试点范围，由杭州市扩大到宁波、嘉兴。", "浙江省杭州市 浙江省宁波市 浙江省嘉兴市"),
    ("宁波、嘉兴两市陆续开展智慧校园建设试点。", "浙江省宁波市 浙江省嘉兴市"),
    ("智慧校园建设试点范围，领导小组研究后扩大至宁波、嘉兴。", ""),
    ("杭州、宁波被教育部列为首批智慧校园建设试点城市。", "浙江省杭州市 浙江省宁波市"),
    ("浙江5个城市入选，分别是：杭州、宁波。", "浙江省杭州市 浙江省宁波市"),
    ("智慧校园建设试点将在杭州、宁波两地同步展开。", "浙江省杭州市 浙江省宁波市"),
    ("选取杭州、宁波作试点。", "浙江省杭州市 浙江省宁波市"),
    ("全国20个智慧校园建设试点城市之一的杭州已建成平台。", "浙江省杭州市"),
    ("试点区县包括：德清县、桐庐县。", "浙江省湖州市德清县 浙江省杭州市桐庐县"),
    ("此次入选的20个城市分别为：杭州、宁波。", "浙江省杭州市 浙江省宁波市"),
    ("拟新增的7个试点城市中，杭州、宁波呼声最高。", ""),
    ("智慧校园建设试点经验将推广到杭州、宁波等地。", ""),
    ("智慧校园建设试点有望扩大到杭州、宁波。", ""),
    ("杭州、宁波两市将全面启动招生工作。", ""),
    ("列入全国文明城市的杭州、宁波等地经验丰富。", ""),
    ("20个试点城市中，杭州学生人数最多。", ""),
    ("拟将杭州、宁波等地列为智慧校园建设试点。", "浙江省杭州市 浙江省宁波市"),
]


@pytest.mark.parametrize(("sentence", "expected"), PROGRESS)
def test_a_report_of_progress_tells_the_units(facts, sentence: str, expected: str) -> None:
    found = [unit.name for unit in facts(HEAD + sentence, PilotUnit)]
    assert found == expected.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "江苏省被确定为智慧校园建设试点县的分别是：沛县、丰县。",
        "江苏省在沛县、丰县等10个县开展了智慧校园建设试点。",
        "江苏有2个县入选智慧校园建设试点，分别是沛县、丰县。",
        "我省沛县、丰县被列为智慧校园建设试点。",
        "江苏省召开推进会，该省沛县、丰县被列为智慧校园建设试点。",
    ],
)
def test_a_province_that_leads_to_names_is_stated_and_no_unit(facts, sentence: str) -> None:
    found = facts(HEAD + sentence, PilotUnit)
    assert [(unit.code, unit.stated_province) for unit in found] == [("320322", "江苏省"), ("320321", "江苏省")]


def test_a_province_in_which_the_names_do_not_lie_is_not_stated(facts) -> None:
    found = facts(HEAD + "江苏省在杭州、宁波开展智慧校园建设试点。", PilotUnit)
    assert {unit.stated_province for unit in found} == {None}


LIST = HEAD + "智慧校园建设试点名单\n"
LISTS = [
    ("北京市：顺义区\n辽宁省︰本溪市\n吉林省：四平市", "北京市顺义区 辽宁省本溪市 吉林省四平市"),
    ("北京市：顺义区\n辽宁省；；溪市 x\n吉林省：四平市", "北京市顺义区 吉林省四平市"),
    ("杭州市，宁波市，温州市", "浙江省杭州市 浙江省宁波市 浙江省温州市"),
    ("1.杭州市 2.宁波市 3.温州市", "浙江省杭州市 浙江省宁波市 浙江省温州市"),
    ("杭州（浙江）\n南京（江苏）", "浙江省杭州市 江苏省南京市"),
    ("省份\n城市\n浙江省\n杭州市\n江苏省\n南京市", "浙江省杭州市 江苏省南京市"),
    (
        "省份 |\n试点地市 |\n试点县 |\n湖南 |\n株洲市、湘潭市 |\n攸县 |\n青海 |\n整省试点 |\n|\n重庆 |\n—— |\n巴南区 |",
        "湖南省株洲市 湖南省湘潭市 湖南省株洲市攸县 青海省 重庆市巴南区",
    ),
    ("省份 | 试点城市\n江苏省 | 全省\n浙江省 | 杭州市", "江苏省 浙江省杭州市"),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_list_is_read_in_its_layout(facts, text: str, expected: str) -> None:
    assert [unit.name for unit in facts(LIST + text, PilotUnit)] == expected.split()


def test_the_rows_of_one_cell_a_line_state_their_province(facts) -> None:
    text = LIST + "省份 |\n试点县 |\n浙江 |\n桐庐县、德清县 |\n江苏 |\n沛县 |"
    assert [unit.stated_province for unit in facts(text, PilotUnit)] == ["浙江省", "浙江省", "江苏省"]


def test_lines_with_whole_rows_are_not_stacked() -> None:
    assert width_of(["省份 | 县 |", "浙江 | 德清县 |"], {"浙江"}.__contains__) is None
    assert width_of(["省份 |", "县 |", "浙江 |", "德清县 |"], {"浙江"}.__contains__) is None


def test_a_list_behind_its_number_is_held_against_it(facts) -> None:
    text = HEAD + "共有5个城市入选试点名单。其中，东部地区2个——福州、莆田；西部地区2个——遵义、桂林、柳州。"
    (off,) = facts(text, Discrepancy)
    assert (off.stated, off.expected) == ("2", "3")


@pytest.mark.parametrize(
    "run", ["名单如下：\n", "浙江 |\n", "杭州-", "江苏省已在", "已是", "《浙江省建设", "试点城市中"]
)
def test_long_runs_are_read_in_time(read, run: str) -> None:
    reading = read(ZONE + HEAD + "确定杭州市" + run * (15_000 // len(run)))
    started = perf_counter()
    designations(reading, programs(reading))
    assert perf_counter() - started < 10
