import pytest

from build_graph.extract import extract
from build_graph.extract.programs import programs
from build_graph.extract.programs.naming import policy_key, program_key, same_program
from build_graph.model import DeclaredCount, Fact, PilotUnit, Program
from build_graph.parse.spans import Span


def names(found) -> list[str]:
    return [program.name for program in found.found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("教育部决定在全国开展智慧校园建设试点。", "智慧校园建设试点"),
        ("民政部公布居家养老服务改革试点县名单。", "居家养老服务改革试点"),
        ("确定青海省为清洁供暖示范试点省。", "清洁供暖示范试点"),
        ("现将《关于印发长期护理保险扩大试点方案的通知》转发给你们。", "长期护理保险扩大试点"),
        ("我市两个县被确定为智慧校园建设省级试点。", "智慧校园建设省级试点"),
        ("教育部推进1+X证书制度试点工作。", "1+X证书制度试点"),
        ("开展“3+N”联盟联合采购试点。", "“3+N”联盟联合采购试点"),
        ("开展集体经营性建设用地出让制度改革试点。", "集体经营性建设用地出让制度改革试点"),
    ],
)
def test_a_pilot_is_named_before_the_word(read, text: str, name: str) -> None:
    assert names(programs(read(text))) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "某公司今起试点预约购票。",
        "某公司在沿江铁路试点预约购票服务。",
        "年内推出多项改革试点。",
        "该县是省级试点。",
        "首批试点已经启动。",
        "各试点县要加强领导。",
        "成为国家级建设试点县。",
    ],
)
def test_a_word_that_names_nothing_makes_no_program(read, text: str) -> None:
    assert programs(read(text)).main is None


def test_titles_that_a_place_boasts_of_name_no_program(read) -> None:
    boasts = "该县先后荣获“全国乡村旅游融合发展试点示范县”“农业强县”等称号。"
    assert programs(read(boasts)).main is None
    assert names(programs(read("德清县开展智慧校园建设试点。" + boasts))) == ["智慧校园建设试点"]


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


# --- ordinary pages ----------------------------------------------------------------------------------------------

_WORK = "各县（区）：\n一、6月底前完成自查，合格率达到100%。\n二、各单位要配备不少于2名专职人员。\n黄石市人民政府\n"


@pytest.mark.parametrize(
    "title",
    [
        "关于做好2022年普通高考考务工作的通知",
        "关于切实加强秋季森林防火工作的通知",
        "关于开展2024年度会计资格考试报名工作的通知",
        "关于召开全市水利工作会议的通知",
        "关于召开全市农村综合改革工作会议的通知",
        "关于举办创新能力提升培训班的通知",
        "关于印发《黄石市户外广告设置管理办法》的通知",
        "关于印发《黄石市建设工程质量管理办法》的通知",
        "关于加强机关作风建设的通知",
        "关于公布全国文明示范县名单的通知",
        "黄石市启动秋季征兵工作",
        "黄石市深入推进全国文明城市创建工作",
        "黄石市教育局2022年工作要点",
    ],
)
def test_an_ordinary_page_states_no_fact(facts, title: str) -> None:
    subject = "普通高考考务、秋季森林防火、户外广告设置管理、全国文明城市创建、秋季征兵、农村综合改革"
    assert facts(f"{title}\n为做好{subject}工作，现通知如下。\n{_WORK}", Fact) == []


def test_a_pilot_that_an_ordinary_page_names_in_passing_is_none_of_its_own(facts) -> None:
    text = f"关于做好秋季教材征订工作的通知\n各智慧校园建设试点学校要带头。\n{_WORK}"
    assert facts(text, Fact) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于加强乡镇托育机构评价工作的意见", "乡镇托育机构评价"),
        ("关于推进县域托育机构医师交流的实施办法", "县域托育机构医师交流"),
        ("关于做好2021年国家托育枢纽建设工作的通知", "国家托育枢纽建设"),
        ("黄石市推行“一窗”办理", "“一窗”办理"),
        ("托育机构虚假宣传专项治理开展", "托育机构虚假宣传专项治理"),
        ("湖北全面推进楼栋长制", "楼栋长制"),
        ("我国将实施弹性工作时间", "弹性工作时间改革"),
    ],
)
def test_a_title_that_tries_builds_or_spreads_something_names_a_reform(facts, title: str, name: str) -> None:
    (found,) = facts(f"{title}\n黄石市决定实施{name}，{_WORK}", Program)
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我市召开改革试点工作推进会\n黄石市召开养老服务综合改革试点工作推进会。", "养老服务综合改革试点"),
        ("关于下达资金的通知\n现下达你县养老服务综合改革试点资金，实施养老服务综合改革试点。", "养老服务综合改革试点"),
        ("关于2021年度乡村公路养护试点县评估结果的通报\n现将结果公布。", "乡村公路养护试点"),
        ("甲市领导出席智慧校园建设试点启动会\n近日召开会议。", "智慧校园建设试点"),
        ("为推进我省社区养老试点，教育部决定扩大社区养老试点。", "社区养老试点"),
        ("关于公布湖北省第三批社区托育示范区创建名单的通知\n公布社区托育示范区创建单位。", "社区托育示范区创建"),
        (
            "湖北2021年推进“互联网+社区托育”示范区建设工作要点\n加快“互联网+社区托育”示范区建设。",
            "“互联网+社区托育”示范区建设",
        ),
        ("民政部关于同意建设社区托育实验区的批复\n同意建设社区托育实验区。", "社区托育实验区"),
        ("近日，民政部印发《江西省九江市、宜春市建设普惠托育试验区总体方案》。", "普惠托育试验区"),
        ("山西省实施居民身份证申领“全程网办”试点。", "居民身份证申领“全程网办”试点"),
        ("《国家托育网络建设规划纲要》正式公布，加快国家托育网络建设。", "国家托育网络建设"),
        ("湖北推开“无尘校园”建设\n近日，省政府要求加快“无尘校园”建设，此前是全国“5+1”个试点之一。", "“无尘校园”建设"),
    ],
)
def test_meetings_papers_addressees_years_and_batches_are_no_part_of_a_name(read, text: str, name: str) -> None:
    assert names(programs(read(text))) == [name]


def test_the_place_before_a_name_is_no_part_of_it_where_the_text_names_it_without(read) -> None:
    text = "福建智慧校园建设试点启动\n近日，有关负责人出席智慧校园建设试点启动会。"
    assert names(programs(read(text))) == ["智慧校园建设试点"]


def test_a_name_that_two_programs_end_with_joins_neither(read) -> None:
    text = (
        "关于推进养老服务综合试点工作的通知\n农村养老服务综合试点要全面推开，农村养老服务综合试点为期一年。"
        "\n社区养老服务综合试点扩大到30个县。"
    )
    assert set(names(programs(read(text)))) >= {"农村养老服务综合试点", "社区养老服务综合试点"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("7月1日，财政部公布2016年电商助农综合示范工作的30个示范县名单。", "电商助农综合示范"),
        ("甲、乙两地成为全国古民居连片修缮利用示范县。", "古民居连片修缮利用示范"),
    ],
)
def test_a_demonstration_that_is_run_is_a_program(read, text: str, name: str) -> None:
    assert names(programs(read(text))) == [name]


@pytest.mark.parametrize("text", ["该县成为全国民族团结进步示范县。", "当地的古民居连片修缮利用示范引人注目。"])
def test_an_honour_and_a_mere_example_are_no_demonstration(read, text: str) -> None:
    assert programs(read(text)).main is None


def test_a_place_among_others_in_a_national_title_is_not_where_the_page_comes_from(facts) -> None:
    text = (
        "国务院关于同意在杭州等3个城市设立托育服务综合试验区的批复\n浙江省、江西省、商务部：\n"
        "同意在杭州市、九江市、宜春市3个城市设立托育服务综合试验区。"
    )
    (found,) = facts(text, Program)
    assert found.jurisdiction is None


@pytest.mark.parametrize("mark", ["【{}】", "二、{}"])
def test_the_marks_around_a_headline_do_not_hide_the_place_before_it(facts, mark: str) -> None:
    head = mark.format("湖北：推进无尘校园建设")
    (found,) = facts(f"{head}\n近日，省教育厅要求推进无尘校园建设，到2030年，全部建成。", Program)
    assert found.jurisdiction == "420000"


def test_programs_of_one_name_but_of_two_divisions_are_two(facts) -> None:
    text = (
        "改革要闻\n江西启动养老服务改革试点\n近日，江西省民政厅印发通知，在婺源县开展养老服务改革试点，明年底前完成。\n"
        "湖北启动养老服务改革试点\n近日，湖北省民政厅宣布，在秭归县开展养老服务改革试点，明年底前完成。"
    )
    found = facts(text, Program)
    assert {(each.name, each.jurisdiction) for each in found} == {
        ("江西省养老服务改革试点", "360000"),
        ("湖北省养老服务改革试点", "420000"),
    }
    units = {(unit.name, unit.program) for unit in facts(text, PilotUnit)}
    assert units == {
        ("江西省上饶市婺源县", "江西省养老服务改革试点"),
        ("湖北省宜昌市秭归县", "湖北省养老服务改革试点"),
    }


def test_a_unit_said_twice_is_one_unit(facts) -> None:
    text = (
        "关于公布智慧校园建设试点名单的通知\n确定南昌市东湖区等2个地区为江西省智慧校园建设试点地区。\n"
        "江西省智慧校园建设试点名单\n南昌市：东湖区\n九江市：浔阳区"
    )
    found = facts(text, PilotUnit)
    assert [unit.name for unit in found] == ["江西省南昌市东湖区", "江西省九江市浔阳区"]
    assert len(found[0].passages) == 2


@pytest.mark.parametrize(
    "name", ["医养结合服务试点", "养老服务评估改革试点", "老年人能力评估试点", "中西医结合试点", "共有产权住房试点"]
)
def test_a_word_that_ends_what_stands_before_names_may_be_part_of_one(facts, name: str) -> None:
    assert [program.name for program in facts(f"民政部近日部署开展{name}。", Program)] == [name]


@pytest.mark.parametrize("verb", ["在宝山区试点实行", "试点推行", "试点开展", "试行"])
def test_what_is_tried_names_the_program_and_not_how_or_where(facts, verb: str) -> None:
    text = (
        f"市教育局关于{verb}“数字教室卡”制度的通知\n各校：\n"
        f"市教育局决定试点推行“数字教室卡”制度，在宝山区率先试点，试点时间2个月。各校要落实“数字教室卡”制度。"
    )
    (found,) = facts(text, Program)
    assert (found.name, found.is_pilot) == ("“数字教室卡”制度", True)


@pytest.mark.parametrize("verb", ["谋划", "重启", "观摩", "组织", "优化"])
def test_what_is_done_with_a_program_is_no_part_of_its_name(facts, verb: str) -> None:
    for who in ("教育部", "江西省教育厅"):
        text = f"{who}{verb}智慧校园管理试点，到2027年，试点学校全部建成数字教室。"
        assert [program.name for program in facts(text, Program)] == ["智慧校园管理试点"]
    again = f"我省{verb}智慧校园管理试点，到2027年，试点学校全部建成数字教室。各地要落实智慧校园管理试点的要求。"
    assert [program.name for program in facts(again, Program)] == ["智慧校园管理试点"]


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [("数字乡村建设积分管理试点", "积分管理试点"), ("公共数据利用授权运营试点", "授权运营试点")],
)
def test_what_a_longer_name_is_about_is_no_verb_before_a_shorter_one(facts, longer: str, shorter: str) -> None:
    text = (
        f"农业农村部开展{longer}，到2027年，全部完成。\n各地要落实{longer}的要求，总结{shorter}的做法，推进{shorter}。"
    )
    assert [program.name for program in facts(text, Program)] == [longer]


def test_a_name_may_begin_with_a_verb(facts) -> None:
    text = "财政部开展优化营商环境试点，到2027年，全部完成。各地要落实优化营商环境试点的要求。"
    assert [program.name for program in facts(text, Program)] == ["优化营商环境试点"]


def test_a_reform_that_the_title_names_is_a_pilot_where_the_text_tries_it(facts) -> None:
    text = "省教育厅关于推进教师管理体制改革的通知\n各市要推进教师管理体制改革{}，明年底前完成。"
    assert [facts(text.format(word), Program)[0].is_pilot for word in ("试点", "")] == [True, False]


@pytest.mark.parametrize("sum_", ["名单共列试点县31个，具体如下。", "全国共有试点县31个。"])
def test_what_sums_up_names_no_program(facts, sum_: str) -> None:
    found = facts(f"水利部启动农村供水改革试点。\n{sum_}", Program)
    assert [program.name for program in found] == ["农村供水改革试点"]


def test_a_name_does_not_go_over_the_end_of_a_list(facts) -> None:
    text = "农村供水改革试点县名单：\n宁河区\n试点期结束时，漏损率降到8%。\n东丽区\n试点地区要落实经费。"
    assert [program.name for program in facts(text, Program)] == ["农村供水改革试点"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于印发《养老机构燃气安全专项整治工作方案》的通知", "养老机构燃气安全专项整治"),
        ("关于印发《不动产登记告知承诺制实施方案》的通知", "不动产登记告知承诺制"),
    ],
)
def test_a_campaign_or_a_way_of_working_that_a_plan_brings_in_is_a_program(read, title: str, name: str) -> None:
    assert names(programs(read(f"{title}\n各单位：\n现将方案印发给你们，请认真执行{name}的要求。"))) == [name]


def test_the_name_in_a_title_has_neither_its_verb_nor_the_particle_before_the_kind_of_document(read) -> None:
    text = "中共中央办公厅印发了《关于全面推行河长制的意见》，要求各地区认真贯彻落实河长制的意见。"
    assert names(programs(read(text))) == ["河长制"]


def test_that_a_list_is_made_public_is_no_program(read) -> None:
    text = "重磅：第三批信用体系建设示范区名单公布\n国家发展改革委公布第三批信用体系建设示范区名单。"
    assert names(programs(read(text))) == ["信用体系建设示范区"]


def test_a_numbered_heading_below_a_title_is_no_title(read) -> None:
    title = "某市人民政府关于开展房产税试点的通知"
    reading = read(f"{title}\n一、试点范围\n试点在浙江省进行，为期两年。")
    assert [line.text for line in reading.titles] == [title]


def test_cities_that_are_chosen_in_batches_for_what_a_reform_makes_of_them_name_it(read) -> None:
    text = "近日公布的第三批国家儿童友好城市名单中，珠海、韶关等市入选。"
    assert names(programs(read(text))) == ["国家儿童友好城市"]


@pytest.mark.parametrize("honour", ["文明典范城市", "历史文化名城", "全国百强县", "森林城市"])
def test_cities_that_are_honoured_in_batches_name_none(read, honour: str) -> None:
    assert programs(read(f"近日公布的第三批{honour}名单中，珠海、韶关等市入选。")).main is None


def test_a_whole_title_does_not_go_on_in_the_next_line(read) -> None:
    text = (
        "关于农业水价综合改革的实施方案（试行）\n农业水价综合改革实施方案（试行）\n为推进农业水价综合改革，制定本方案。"
    )
    assert names(programs(read(text))) == ["农业水价综合改革"]


def test_what_a_headline_says_has_been_done_is_no_program(read) -> None:
    text = "我省近半农户已实施卫生厕所改造\n省政府通报，卫生厕所改造取得成效。"
    assert programs(read(text)).main is None


def test_a_reform_is_tried_where_the_text_speaks_of_the_trial_of_what_it_builds(read) -> None:
    text = "关于印发智慧书屋建设实施方案的通知\n智慧书屋建设是民生工程。为统筹推进智慧书屋试点建设工作，规范智慧书屋建设，制定本方案。"
    found = programs(read(text)).main
    assert found is not None
    assert (found.name, found.is_pilot) == ("智慧书屋建设", True)


def test_what_is_spread_stands_behind_the_verb_of_a_headline(read) -> None:
    text = "甲省部署全面推行林长制\n省政府办公厅印发《关于全面推行林长制的意见》，要求全面建立林长制。"
    assert names(programs(read(text))) == ["林长制"]


def test_every_fact_is_of_a_program_of_its_document(read) -> None:
    text = "企业10家员工持股改革试点稳妥起步。2016年《关于国有企业开展员工持股试点的意见》发布。"
    facts = extract(read(text)).facts
    names = {fact.name for fact in facts if isinstance(fact, Program)}
    assert {fact.program for fact in facts} - {None} <= names
    assert any(isinstance(fact, DeclaredCount) for fact in facts)


@pytest.mark.parametrize("kind", ["严重缺水乡镇", "洪涝重灾县", "乡村振兴重点帮扶县"])
def test_a_list_of_places_that_something_has_befallen_names_no_reform(read, kind: str) -> None:
    assert programs(read(f"浙江省公布第二批{kind}名单，德清县、安吉县被列入第二批{kind}名单。")).main is None


def test_a_short_form_that_a_bracket_gives_is_no_other_program(read) -> None:
    text = (
        "关于开展“链式”数字化转型试点的通知\n现开展“链式”数字化转型试点（以下简称“链式转型试点”）。\n"
        "链式转型试点由企业申报。链式转型试点为期两年。"
    )
    found = programs(read(text))
    assert names(found) == ["“链式”数字化转型试点"]
    assert "链式转型试点" in found.main.aliases
    assert found.at(Span(text.index("链式转型试点为期"), text.index("。", text.index("为期")))) == found.main.name


def test_a_sentence_without_a_name_speaks_of_what_its_paragraph_named_before(read) -> None:
    text = (
        "杭州市开展智慧校园建设试点和智慧灌区建设试点\n智慧校园建设试点怎么做？到2025年，建成100个教室。\n"
        "智慧灌区建设试点也已启动。到2025年，建成20处。\n智慧校园建设试点由教育局负责。\n智慧灌区建设试点由水利局负责。"
    )
    found = programs(read(text))
    spoken = [found.at(Span(at, at + 5)) for at in (text.index("建成100"), text.index("建成20处"))]
    assert spoken == ["智慧校园建设试点", "智慧灌区建设试点"]


def test_a_name_may_be_contracted_in_quotation_marks(read) -> None:
    text = "法院部署“执破融合”改革试点\n印发《关于开展执行与破产衔接融合改革试点的通知》，开展“执破融合”改革试点。"
    assert len(programs(read(text)).found) == 1


def test_a_zone_in_the_title_is_what_a_page_reports_on_and_no_pilot_in_passing(read) -> None:
    text = (
        "泉州获批建设文化遗产先行示范区\n福建省政府批复《泉州文化遗产先行示范区建设总体方案》，泉州成为先行示范区。\n"
        "相关新闻：晋江推进乡村治理体系建设试点"
    )
    assert programs(read(text)).main.name == "文化遗产先行示范区建设"


@pytest.mark.parametrize("places", ["威海、日照", "威海市、日照市", "威海、日照、舟山", "山东省威海市、日照市"])
def test_the_places_of_a_zone_are_no_part_of_its_name(facts, places: str) -> None:
    (program,) = facts(f"国务院关于同意设立{places}海洋金融改革创新试验区的批复\n国函〔2024〕137号", Program)
    assert program.name == "海洋金融改革创新试验区"


def test_a_whole_province_or_county_is_a_word_of_a_name(facts) -> None:
    (program,) = facts("农业农村部决定开展智慧养老整省推进试点。", Program)
    assert program.name == "智慧养老整省推进试点"
