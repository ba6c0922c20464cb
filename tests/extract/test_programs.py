import pytest

from build_graph.extract.programs import programs
from build_graph.extract.programs.naming import policy_key, program_key, same_program
from build_graph.model import Program


def names(found) -> list[str]:
    return [program.name for program in found.found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("教育部决定在全国开展智慧校园建设试点。", "智慧校园建设试点"),
        ("民政部公布居家养老服务改革试点县名单。", "居家养老服务改革试点"),
        ("确定青海省为清洁供暖示范试点省。", "清洁供暖示范试点"),
        ("现将《关于印发长期护理保险扩大试点方案的通知》转发给你们。", "长期护理保险扩大试点"),
    ],
)
def test_a_pilot_is_named_before_the_word(read, text: str, name: str) -> None:
    assert names(programs(read(text))) == [name]


@pytest.mark.parametrize(
    "text", ["该县是省级试点。", "首批试点已经启动。", "各试点县要加强领导。", "成为国家级建设试点县。"]
)
def test_a_word_that_names_nothing_makes_no_program(read, text: str) -> None:
    assert programs(read(text)).main is None


def test_the_program_named_most_often_is_the_one_reported_on(read) -> None:
    text = "开展智慧校园建设试点。此前开展了居家养老服务试点。各智慧校园建设试点县要总结经验。"
    found = programs(read(text))
    assert names(found) == ["智慧校园建设试点", "居家养老服务试点"]
    assert found.main is not None
    assert "智慧校园建设试点县" in found.main.aliases


def test_the_name_in_the_title_of_a_document_is_the_canonical_one(read) -> None:
    text = "县域校园智慧建设试点名单公布\n印发了《关于公布智慧校园县域建设试点名单的通知》。"
    assert names(programs(read(text))) == ["智慧校园县域建设试点"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("甲县召开智慧养老社区建设工作推进会\n会议要求，加快智慧养老社区建设。", "智慧养老社区建设"),
        ("河北：今年半数乡镇将建成智慧养老社区\n省民政厅提出，推进智慧养老社区建设。", "智慧养老社区建设"),
    ],
)
def test_a_reform_without_the_word_pilot_is_known_by_the_title(read, text: str, name: str) -> None:
    (program,) = programs(read(text)).found
    assert (program.name, program.is_pilot) == (name, False)


def test_a_sentence_belongs_to_the_program_that_it_names(read) -> None:
    reading = read("开展智慧校园建设试点，智慧校园建设试点为期一年。另有30个居家养老服务试点。")
    found = programs(reading)
    assert [found.at(sentence) for sentence in reading.sentences] == ["智慧校园建设试点", "居家养老服务试点"]


def test_the_word_alone_is_not_enough_evidence(facts) -> None:
    assert facts("记者了解到，居家养老服务试点受到欢迎。", Program) == []


def test_names_are_compared_written_out_and_in_any_order() -> None:
    assert program_key("全国县域医共体建设试点") == "县域医疗卫生共同体建设试点"
    assert same_program("紧密型县域医共体试点", "县域紧密型医共体试点")
    assert not same_program("县域医共体试点", "城市医联体试点")
    assert policy_key("县域医共体建设试点") == policy_key("县域医疗卫生共同体建设工作")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("教育部办公厅关于推广第二批校园餐管理改革举措的通知", "校园餐管理改革举措"),
        ("教育部关于加强\n乡村小规模学校评估工作的意见", "乡村小规模学校评估"),
        ("我国县域普惠托育服务已在全国推进", "县域普惠托育服务"),
    ],
)
def test_the_title_of_a_notice_or_of_news_names_the_reform(read, title: str, name: str) -> None:
    reading = read(
        title + "\n近日，有关部门印发通知，部署乡村小规模学校评估、县域普惠托育服务等工作，要求各地认真落实。"
    )
    assert names(programs(reading)) == [name]


def test_a_name_that_leaves_out_a_word_means_the_same_program_in_one_text(read) -> None:
    text = "开展中央单位设备批量集中采购试点。中央单位设备批量采购试点进展顺利。"
    assert names(programs(read(text))) == ["中央单位设备批量集中采购试点"]


def test_a_count_alone_is_no_evidence_of_a_program(facts) -> None:
    assert facts("某公司等6个单位中选智慧校园建设试点。", Program) == []


@pytest.mark.parametrize("batch", ["首批", "第二批", "第六批", "第12批"])
def test_a_batch_is_no_part_of_a_name(read, batch: str) -> None:
    assert names(programs(read(f"教育部公布{batch}智慧校园建设试点县名单。"))) == ["智慧校园建设试点"]


def test_a_pilot_that_only_local_bodies_issue_belongs_to_their_division(facts) -> None:
    (local,) = facts("浙江省启动垃圾分类处理试点\n浙江省民政厅确定德清县为垃圾分类处理试点县。", Program)
    (national,) = facts("浙江省启动垃圾分类处理试点\n民政部确定浙江省德清县为垃圾分类处理试点县。", Program)
    assert (local.jurisdiction, national.jurisdiction) == ("330000", None)


# --- titles of plans, zones, names in the text -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("四川省“十四五”现代课堂体系建设实施方案", "现代课堂体系建设"),
        ("2015年县域托育发展重点工作推进方案", "县域托育发展"),
        ("关于印发海南州全面推进县域 托育服务建设实施方案的通知", "县域托育服务建设"),
        ("关于做好2019年国家托育枢纽建设工作的通知", "国家托育枢纽建设"),
    ],
)
def test_the_title_of_a_plan_names_the_reform_without_its_division_and_years(read, title: str, name: str) -> None:
    text = (
        title
        + "\n为推动现代课堂体系建设、县域托育发展、县域托育服务建设、国家托育枢纽建设，省教育厅制定本方案，请遵照执行。"
    )
    assert names(programs(read(text))) == [name]


def test_the_reform_of_the_title_comes_before_a_pilot_that_the_text_names_once(read) -> None:
    text = "四川省现代课堂体系建设实施方案\n为推进现代课堂体系建设，制定本方案，请认真执行。\n争取纳入国家智慧校园建设试点。"
    assert names(programs(read(text))) == ["现代课堂体系建设"]


def test_a_document_that_the_text_reports_names_the_reform(read) -> None:
    text = (
        "我省近日发布《关于推进基层托育服务建设的通知》，明确县级不再新建站点，由市级统筹，各地按时完成任务，做好宣传。"
    )
    assert names(programs(read(text)))[0].startswith("基层托育服务")


def test_a_zone_that_the_title_names_is_a_program(read) -> None:
    text = "民政部关于同意将某区确认为全国社区托育创新实验区的批复\n民政部启动全国社区托育创新实验区工作，经评审，现予以确认，请认真落实。"
    assert names(programs(read(text)))[0].endswith("社区托育创新实验区")


def test_the_division_of_the_page_is_no_part_of_the_name(facts) -> None:
    found = facts(
        "宜宾市“无尘课堂”建设试点推进会召开\n宜宾市教育局印发通知，部署宜宾市“无尘课堂”建设试点工作，请认真落实，做好宣传。",
        Program,
    )
    assert found[0].name == "“无尘课堂”建设试点"


def test_a_call_for_bids_reports_on_no_program(facts) -> None:
    assert facts("某县智慧校园建设试点工程招标公告\n某县教育局批准建设，投标人须于8月26日前递交文件。", Program) == []


def test_a_name_of_the_headline_alone_is_another_name_of_what_the_text_reports(facts) -> None:
    (found,) = facts("校园设施建设试点扩围\n教育部印发通知，开展数字教室共享改造试点。教育部确定10个城市。", Program)
    assert found.name == "数字教室共享改造试点"
    assert "校园设施建设试点" in found.aliases
