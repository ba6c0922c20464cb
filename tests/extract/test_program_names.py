"""Where the name of a program begins and ends, in what words ever it stands."""

import pytest

from build_graph.extract.programs import programs
from build_graph.model import PilotUnit, Program


def names(found) -> list[str]:
    return [program.name for program in found.found]


@pytest.mark.parametrize("name", ["水权试点", "房产税试点", "河长制试点", "医共体试点"])
def test_a_short_name_is_one_if_it_ends_as_such_names_do(read, name: str) -> None:
    assert names(programs(read(f"财政部关于开展{name}的通知\n一、试点范围\n试点在浙江省进行。"))) == [name]


@pytest.mark.parametrize("text", ["开展刷卡试点。", "开展保险试点。", "扩大试点，授权试点单位先行。", "搭建试点平台。"])
def test_short_words_before_the_word_name_no_program(read, text: str) -> None:
    assert programs(read(text)).main is None


def test_a_short_name_beside_a_longer_one_is_none_of_its_own(read) -> None:
    text = "教育部开展智慧校园建设试点。智慧校园建设试点与房产税试点不同，房产税试点已经结束。"
    assert names(programs(read(text))) == ["智慧校园建设试点"]


@pytest.mark.parametrize("modifier", ["煤改电", "粮改饲", "村改居"])
def test_what_becomes_of_something_is_a_short_name(read, modifier: str) -> None:
    assert names(programs(read(f"农业农村部开展{modifier}试点。"))) == [f"{modifier}试点"]


@pytest.mark.parametrize(
    "name",
    [
        "生态产品价值实现机制试点",
        "相对集中行政许可权改革试点",
        "住宅工程质量潜在缺陷保险试点",
        "按疾病诊断相关分组付费试点",
        "数据管理能力成熟度评估试点",
        "进口消费品口岸展示交易试点",
        "院长领导下的医师负责制试点",
    ],
)
def test_a_word_that_begins_names_elsewhere_may_stand_inside_one(facts, name: str) -> None:
    text = f"两市先行改革\n石家庄市、唐山市被列为{name}城市。两市将稳妥推进{name}。"
    assert [program.name for program in facts(text, Program)] == [name]
    assert len(facts(text, PilotUnit)) == 2


def test_a_verb_before_a_name_is_none_of_it_though_a_word_of_names_begins_in_it(facts) -> None:
    text = "两市先行改革\n石家庄市、唐山市被列为民办教育分类登记管理改革试点城市。"
    assert [program.name for program in facts(text, Program)] == ["民办教育分类登记管理改革试点"]


@pytest.mark.parametrize(
    "name",
    [
        "公证参与司法辅助事务试点",
        "灵活就业人员参加住房公积金制度试点",
        "政府采购支持绿色建材促进建筑品质提升试点",
        "汽车以旧换新促进消费试点",
    ],
)
@pytest.mark.parametrize(
    "text", ["关于开展{}的通知\n确定在石家庄市、唐山市开展{}。", "印发了《{}方案》。\n石家庄市、唐山市被列为{}城市。"]
)
def test_a_verb_may_join_two_parts_of_a_name(facts, text: str, name: str) -> None:
    assert [program.name for program in facts(text.replace("{}", name), Program)] == [name]


@pytest.mark.parametrize("who", ["昆明", "石家庄市", "外资企业", "三级医院", "中小学教师"])
def test_who_takes_part_is_no_part_of_the_name(read, who: str) -> None:
    assert names(programs(read(f"省政府推动{who}参与智慧校园建设试点。"))) == ["智慧校园建设试点"]


def test_what_a_text_also_names_without_who_takes_part_is_named_so(read) -> None:
    text = "要推动民营资本参与混合所有制改革试点。混合所有制改革试点今年启动。"
    assert names(programs(read(text))) == ["混合所有制改革试点"]


@pytest.mark.parametrize("name", ["健全完善分级诊疗制度改革试点", "外资企业进入医疗市场改革试点"])
def test_these_verbs_may_stand_in_a_name(read, name: str) -> None:
    assert names(programs(read(f"现决定开展{name}。"))) == [name]


@pytest.mark.parametrize("verb", ["入选", "跻身", "获批"])
def test_a_zone_that_places_are_chosen_for_is_a_program_whether_a_title_names_it_or_not(facts, verb: str) -> None:
    text = f"我省再传喜讯\n肥东县、舒城县{verb}国家农业绿色发展先行区。"
    assert [program.name for program in facts(text, Program)] == ["国家农业绿色发展先行区"]
    assert [unit.as_written for unit in facts(text, PilotUnit)] == ["肥东县", "舒城县"]


@pytest.mark.parametrize(
    "text",
    [
        "我省再传喜讯\n肥东县、舒城县游客不断，游客称赞附近的农业绿色发展先行区。",
        "县长下乡\n县长来到农业绿色发展先行区，看望群众，要求做好农业绿色发展先行区防汛工作。",
    ],
)
def test_a_zone_that_is_named_in_passing_is_no_program(facts, text: str) -> None:
    assert facts(text, Program) == []


def test_the_frame_of_a_page_makes_no_notice_a_call_for_bids(facts) -> None:
    frame = "首页 新闻 某地电子竞价平台 招聘\n"
    notice = "某局关于确定知识产权保护示范区建设城市的通知\n现确定石家庄市为知识产权保护示范区建设城市。"
    assert len(facts(frame + notice, PilotUnit)) == 1
    tender = "智慧校园建设试点平台采购招标\n关于智慧校园建设试点平台项目延期开标的通知\n石家庄市为试点城市。"
    assert facts(tender, Program) == []
    assert facts("某局关于智慧校园建设试点设备采购招标的通知\n石家庄市智慧校园建设试点设备采购中标。", Program) == []


@pytest.mark.parametrize("batch", ["首批", "第二批"])
def test_the_batch_between_a_name_and_the_word_is_no_part_of_the_name(facts, batch: str) -> None:
    text = f"两市传来喜讯\n住建部确定石家庄市、唐山市为智能汽车协同发展{batch}试点城市。"
    assert [program.name for program in facts(text, Program)] == ["智能汽车协同发展试点"]
    assert len(facts(text, PilotUnit)) == 2


@pytest.mark.parametrize("said", ["专家热议的第二批", "五年来取得成效的首批"])
def test_what_is_said_of_a_batch_names_no_program(read, said: str) -> None:
    assert names(programs(read(f"{said}试点城市是石家庄市。"))) == []


def test_a_batch_of_nothing_names_no_program(read) -> None:
    assert names(programs(read("我市首批试点已经启动，全省第二批试点城市有石家庄市。"))) == []


def test_a_name_with_and_without_the_word_for_building_is_one(read) -> None:
    text = "印发《关于开展数字社区试点的通知》，确定石家庄市为数字社区建设首批试点城市。"
    assert names(programs(read(text))) == ["数字社区试点"]


def test_a_national_program_is_one_with_its_shorter_names(read) -> None:
    text = "开展国家新型社区综合试点。国家新型社区综合试点由省负责，新型社区试点为期三年，新型社区试点已启动。"
    assert len(names(programs(read(text)))) == 1


def test_what_is_parted_from_the_state_is_a_reform(facts) -> None:
    text = (
        "体育协会与行政机关脱钩实施方案\n为推进体育协会与行政机关脱钩，制定本方案。\n一、工作目标\n到2027年，完成50家。"
    )
    assert [program.name for program in facts(text, Program)] == ["体育协会与行政机关脱钩"]


def test_a_page_that_carries_out_a_notice_and_names_units_reports_on_its_reform(facts) -> None:
    text = "喜讯传来\n根据《关于开展{}的通知》要求，经专家评审，发布了{}，共150所。"
    name = "示范性数字学校（联盟）建设"
    assert [program.name for program in facts(text.format(name, "培育单位名单"), Program)] == [name]
    assert facts(text.format("节约用水工作", "名单"), Program) == []


def test_a_kind_of_document_may_stand_inside_a_name(read) -> None:
    text = "关于开展教育数字化战略行动的通知\n各学校：\n教育数字化战略行动今年启动。"
    assert names(programs(read(text))) == ["教育数字化战略行动"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("民政部公布第三批全国社区治理和服务创新实验区名单，杭州市、宁波市入选。", "社区治理和服务创新实验区"),
        ("水利部公布首批智慧灌区先导区名单，甲县入选。", "智慧灌区先导区"),
    ],
)
def test_a_zone_of_which_a_batch_is_listed_is_a_program(read, text: str, name: str) -> None:
    assert [program.name for program in programs(read(text)).found] == [name]


@pytest.mark.parametrize(
    "text", ["民政部公布社区治理实验区名单的网页。", "第三批全国文明示范县名单公布。", "在社区治理实验区参观。"]
)
def test_a_zone_that_is_only_named_or_an_honour_is_none(read, text: str) -> None:
    assert programs(read(text)).found == ()


@pytest.mark.parametrize("verb", ["抓好", "抓实", "完成", "承接", "争创", "巩固", "办好", "探索", "全面铺开", "加强"])
def test_a_verb_of_a_work_report_runs_the_program_named_behind_it_and_is_no_part_of_its_name(facts, verb: str) -> None:
    text = f"德清县人民政府工作报告\n（三）加快乡村振兴。{verb}农村宅基地制度改革试点，到2025年9月底前完成确权登记。"
    assert [program.name for program in facts(text, Program)] == ["农村宅基地制度改革试点"]


def test_a_year_that_lost_its_figures_is_no_part_of_a_name(facts) -> None:
    text = "教育部公布年度智慧校园建设试点县名单\n教育部公布年度智慧校园建设试点县名单，德清县入选。智慧校园建设试点期三年。"
    assert [program.name for program in facts(text, Program)] == ["智慧校园建设试点"]
