"""Programs that neither 试点 nor a title names: running text leads with them or comes back to them."""

import pytest

from build_graph.extract import extract
from build_graph.extract.programs import programs
from build_graph.model import Fact


def names(found) -> list[str]:
    return [program.name for program in found.found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "教育部决定在部分省建设智慧教育综合改革试验区。会议指出，建设智慧教育综合改革试验区意义重大。",
            "智慧教育综合改革试验区",
        ),
        ("水利部表示，将深化“节水校园”建设。到2030年，“节水校园”建设比例达到60%。", "“节水校园”建设"),
        ("云山县组建两个总医院，推进紧密型县域医共体建设。搞好医共体建设是县委的大事。", "紧密型县域医共体建设"),
        ("湖南公务用车改革定下时间表\n我省公务用车改革的安排已经明确，年底前完成。", "公务用车改革"),
        ("国务院在山东、江苏2个省设立自由贸易试验区，印发6个新设自由贸易试验区的方案。", "自由贸易试验区"),
        (
            "泰安市政府出台意见，开展“小城镇建设示范行动”。“小城镇建设示范行动”为期三年。",
            "“小城镇建设示范行动”",
        ),
    ],
)
def test_a_name_that_the_text_leads_with_and_comes_back_to_is_its_reform(read, text: str, name: str) -> None:
    assert names(programs(read(text))) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "某公司推进智慧仓储建设。该公司表示，智慧仓储建设提高了效率。",  # no body of the state
        "国务院领导会见外宾，双方谈到教育改革。",  # in passing
        "会议强调，要深化改革，全面深化改革，推进重点改革。",  # which one is not said
        "甲县召开机关作风建设会议。县委要求，加强机关作风建设，抓好机关作风建设。",  # day-to-day work
        "关于做好考务工作的通知\n教育部要求加强标准化考点建设，推进标准化考点建设。",  # the title is on something else
    ],
)
def test_firms_and_names_in_passing_are_no_reform(read, text: str) -> None:
    assert programs(read(text)).main is None


def test_what_a_firm_tries_out_is_no_program(read) -> None:
    text = "某外卖平台已开始试点“骑手捎带”服务，率先在北京、宿迁两地启动该服务试点，随后扩展至10个城市。"
    assert [fact for fact in extract(read(text)).facts if isinstance(fact, Fact)] == []


def test_a_reform_in_the_title_leads_over_pilots_that_the_text_names_as_often(read) -> None:
    text = (
        "2014年甘肃省建设国家节水型社会示范区工作方案\n为建设国家节水型社会示范区，制定本方案。\n"
        "金城国家园区循环化改造试点进度达到60%以上，临水国家园区循环化改造试点进度达到40%以上。"
    )
    assert names(programs(read(text)))[0] == "国家节水型社会示范区"


def test_a_plan_that_says_what_is_to_be_reached_is_a_program(read) -> None:
    plan = "标题： | 【解读】关于沂水县餐厨垃圾收运工作实施方案 | |\n为收运餐厨垃圾，提升城市品质，县政府要求各单位认真抓好落实。\n"
    aims = "二、工作目标\n2030年底前，餐厨垃圾收运实现全覆盖。"
    assert names(programs(read(plan + aims))) == ["餐厨垃圾收运"]
    assert programs(read(plan)).main is None
