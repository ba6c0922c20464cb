"""Programs that neither 试点 nor a title names: running text leads with them or comes back to them."""

import pytest

from build_graph.extract import extract
from build_graph.extract.programs import programs
from build_graph.model import Fact, PilotUnit, Program


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
            "县政府发文部署“书香校园建设示范行动”。“书香校园建设示范行动”为期三年。",
            "“书香校园建设示范行动”",
        ),
        ("遵义市深化河长制工作，全市建立河长制四级体系，河长制覆盖所有河流。", "河长制"),
        (
            "国务院决定鼓励汽车“以旧换新”。“以旧换新”有利于节能。实施“以旧换新”补贴，“以旧换新”覆盖全国。",
            "“以旧换新”",
        ),
        ("教育部印发《云南省加快推进数字阅读指导意见》，数字阅读惠及各校。", "数字阅读"),
        ("国务院印发《关于进一步减轻中小学教师非教学负担的意见》。", "减轻中小学教师非教学负担"),
        (
            "财政部关于扩大政府采购支持绿色校舍改造政策实施范围的通知\n将政府采购支持绿色校舍改造扩大到48个市。",
            "政府采购支持绿色校舍改造",
        ),
        ("国务院发布了《节水校园工程重点实施范围》。\n节水校园工程重点实施范围\n贵州省 1个\n赤水市", "节水校园工程"),
        (
            "关于拟确定北京通州区等6个县（区、市）为第二批城乡教育一体化示范创建县的公示\n第二批城乡教育一体化示范创建县名单",
            "城乡教育一体化示范创建县",
        ),
        ("关于开展“书香校园建设示范行动”促进阅读的意见", "“书香校园建设示范行动”"),
        ("国务院批准《中国（浙江）自由贸易试验区总体方案》，自由贸易试验区要先行先试。", "自由贸易试验区"),
        (
            "国家组织校服面料集中带量采购拟中选结果公布\n教育部会同财政部开展国家组织校服面料集中带量采购。",
            "国家组织校服面料集中带量采购",
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
    text = "某网店已开始试点“随手捎带”服务，率先在厦门、苏州两地启动该服务试点，以后扩展至9个城市。"
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


def test_a_pilot_that_is_run_leads_under_a_headline_in_other_words(read) -> None:
    text = "海淀区推进教育资源均衡\n据海淀区政府透露，海淀区将启动学区制改革试点工作，年底前全面推进。"
    assert names(programs(read(text))) == ["学区制改革试点"]


def test_the_title_stands_behind_the_rubbish_of_a_page(read) -> None:
    text = (
        "•\n1.\n"
        + "点击进入更多精彩内容请扫描二维码关注我们的公众号" * 3
        + "\n某市教育局关于推广智慧书屋建设的通知\n请认真落实。"
    )
    assert [line.text for line in read(text).titles][-1] == "某市教育局关于推广智慧书屋建设的通知"


def test_neither_a_place_alone_nor_half_a_list_names_a_pilot(read) -> None:
    assert programs(read("1.重庆大足区试点地区\n经统筹考虑示范性和试点布局等因素，确定名单。")).main is None


def test_a_revolution_in_quotation_marks_is_a_reform(read) -> None:
    text = "农业农村部将开展农村“厕所革命”评估。各地推进“厕所革命”，成效明显。"
    assert names(programs(read(text))) == ["“厕所革命”"]


def test_a_name_beside_another_one_is_that_of_its_own_and_is_said_again_without_its_word(read) -> None:
    text = "在西北，村落稀疏。如今，“电商西进”与“快递进村”工程深入推进。国家邮政局说，“快递进村”已全面铺开，“快递进村”有两大方向。"
    assert names(programs(read(text))) == ["“快递进村”工程"]


def test_a_name_begins_behind_what_is_quoted_before_it(read) -> None:
    text = "“先立后破。”公车改革的负责人说。省政府推进公车改革，市政府落实公车改革。"
    assert names(programs(read(text))) == ["公车改革"]


def test_an_experiment_in_reform_names_one(read) -> None:
    text = "国务院国资委通报区域性国资国企综合改革试验进展。推进区域性国资国企综合改革试验是重要举措。"
    assert names(programs(read(text))) == ["区域性国资国企综合改革试验"]


def test_an_action_whose_places_are_listed_is_what_a_page_reports_on_whatever_its_headline_says(read) -> None:
    text = "两部门再支持一批地区提升养老服务\n民政部公布2024年基本养老服务提升行动项目地区名单，杭州市、宁波市等50个地区入选。"
    assert programs(read(text)).main.name == "基本养老服务提升行动"


def test_the_commission_for_reform_is_no_reform(read) -> None:
    text = "河北省发展改革委启动垃圾分类\n近日，河北省发展改革委印发通知，部署推进垃圾分类。"
    found = programs(read(text)).main
    assert found is None or "改革委" not in found.name


def test_three_characters_may_name_what_is_tried(read) -> None:
    text = "国家发展改革委公布首批碳达峰试点名单\n唐山市、太原市等25个城市入选碳达峰试点。"
    assert programs(read(text)).main.name == "碳达峰试点"


def test_what_is_tried_out_in_places_is_a_program_if_the_state_does_it(facts) -> None:
    said = "班级轮岗制度已在湄潭县、榕江县试行一年，{}决定从2024年起把试行范围扩大到天柱县、从江县。"
    news = "轮岗教师有了新家\n" + said
    assert [program.name for program in facts(news.format("省教育厅"), Program)] == ["班级轮岗制度"]
    assert [unit.as_written for unit in facts(news.format("省教育厅"), PilotUnit)] == [
        "湄潭县",
        "榕江县",
        "天柱县",
        "从江县",
    ]
    assert facts("公司快讯\n弹性工作制度已在上海分公司试行，到2026年，覆盖全部门店。", Program) == []
