"""Clauses that direct: tasks where a text has neither numbers nor headings."""

import pytest

from build_graph.model import Task

PILOT = "教育部启动智慧校园建设试点。\n"


def texts(found) -> list[str]:
    return [task.text for task in found]


def test_each_clause_after_a_demand_that_begins_with_a_verb_is_a_task(facts) -> None:
    found = facts(PILOT + "通知要求，依托现有机房，改造网络设施，培训信息教师，为学生配备终端。", Task)
    assert texts(found) == ["改造网络设施", "培训信息教师", "为学生配备终端"]


def test_who_has_to_act_stays_outside_behind_a_modal_verb_and_inside_without_one(facts) -> None:
    found = facts(
        PILOT + "各校下一步将开展网络体检，有条件的学校要编制改造计划。文件规定主管部门组织好设备采购工作。", Task
    )
    assert texts(found) == ["开展网络体检", "编制改造计划", "主管部门组织好设备采购工作"]


def test_a_paragraph_goes_on_directing(facts) -> None:
    text = PILOT + "智慧校园将着力解决资源不均，引领教学改革。加强终端管理，建立维修网点。同时优化课程安排。"
    found = texts(facts(text, Task))
    assert found == ["着力解决资源不均", "引领教学改革", "加强终端管理", "建立维修网点", "优化课程安排"]


def test_what_is_forbidden_is_a_task_by_itself(facts) -> None:
    found = facts(PILOT + "乡镇及以下不再设立采购点，不指定供应商。", Task)
    assert texts(found) == ["乡镇及以下不再设立采购点，不指定供应商"]


@pytest.mark.parametrize(
    "sentence",
    [
        "目前各校已改造网络设施，累计培训教师3000人。",
        "改造网络设施，学生上课更方便。",
        "通知要求，到2027年底，建成数字教室500间。",
        "通知要求，开展智慧校园建设试点工作。",
        "通知要求，为推广应用奠定基础。",
        "通知要求，网络条件明显改善。",
    ],
)
def test_what_is_reached_dated_described_or_only_the_program_itself_is_none(facts, sentence: str) -> None:
    assert facts(PILOT + sentence, Task) == []


def test_a_clause_before_a_colon_announces_and_is_none(facts) -> None:
    assert texts(facts(PILOT + "试点学校要做到三个统一：统一采购终端，统一培训教师。", Task)) == [
        "统一采购终端",
        "统一培训教师",
    ]


def test_clauses_go_on_behind_a_conjunction(facts) -> None:
    found = facts(
        PILOT + "在资金方面，将允许符合标准、正常招生，并且公开账目的学校提前领取补助。在师资方面，将支持跨校任教。",
        Task,
    )
    assert texts(found)[1] == "允许符合标准、正常招生，并且公开账目的学校提前领取补助"


# --- structures ---------------------------------------------------------------------------------------------------


def tree(found) -> list[tuple[str, str | None]]:
    return [(task.text, task.parent) for task in found if not task.is_heading]


def test_respects_follow_each_other_inside_one_paragraph(facts) -> None:
    text = PILOT + "在管理方面，实行校长轮岗，推行集中采购；在教学方面，建设共享课程。"
    assert tree(facts(text, Task)) == [
        ("实行校长轮岗", "管理"),
        ("推行集中采购", "管理"),
        ("建设共享课程", "教学"),
    ]


def test_each_place_has_its_own_tasks(facts) -> None:
    text = PILOT + "杭州：改造旧教室，推行通借通还。\n宁波：发展社团，培育名师。"
    assert tree(facts(text, Task)) == [
        ("改造旧教室", "杭州"),
        ("推行通借通还", "杭州"),
        ("发展社团", "宁波"),
        ("培育名师", "宁波"),
    ]


def test_an_enumeration_of_verbs_needs_no_announcement(facts) -> None:
    text = PILOT + "答：方案部署了两个方面的工作。一是完善网络设施，建设机房。二是培训教师，组织竞赛。"
    assert texts(facts(text, Task)) == ["完善网络设施", "培训教师"]


def test_the_tree_is_as_deep_as_the_numbering(facts) -> None:
    text = PILOT + (
        "一、试点任务\n（一）改造网络设施\n1.铺设光纤。逐校推进。\n2.更换设备。分两年完成。\n（二）培训教师\n1.开展轮训。每年一次。\n"
        "二、实施步骤\n（一）动员部署。召开会议。\n三、保障措施\n（一）加强领导。建立专班。"
    )
    assert tree(facts(text, Task)) == [
        ("改造网络设施", "试点任务"),
        ("铺设光纤", "改造网络设施"),
        ("更换设备", "改造网络设施"),
        ("培训教师", "试点任务"),
        ("开展轮训", "培训教师"),
    ]


def test_under_a_heading_that_only_announces_the_lead_sentences_are_the_tasks(facts) -> None:
    text = PILOT + "一、主要任务\n改造网络设施。逐校推进，分步验收。\n培训教师。分批进行。\n二、保障措施\n落实经费。"
    assert tree(facts(text, Task)) == [("改造网络设施", "主要任务"), ("培训教师", "主要任务")]


def test_under_a_heading_that_only_announces_the_clauses_are_the_last_resort(facts) -> None:
    text = PILOT + "一、试点内容\n改造网络设施，培训信息教师。\n二、保障措施\n落实经费。"
    assert tree(facts(text, Task)) == [("改造网络设施", "试点内容"), ("培训信息教师", "试点内容")]


def test_where_most_headings_begin_with_a_verb_all_are_tasks(facts) -> None:
    text = (
        PILOT
        + "一、政策衔接\n（一）完善补助标准。按年调整。\n（二）通过机制转化，促进管理改革。放管结合。\n（三）建立台账。逐校登记。"
    )
    assert [text for text, _ in tree(facts(text, Task))] == ["完善补助标准", "通过机制转化，促进管理改革", "建立台账"]


def test_the_bodies_in_the_brackets_behind_a_task_are_responsible_for_it(facts) -> None:
    text = PILOT + (
        "一、重点任务\n（一）改造网络设施。逐校推进，分步验收。（教育部牵头，财政部、工业和信息化部配合）\n（二）培训教师。分批进行。\n"
    )
    _, first, second = facts(text, Task)
    assert (first.responsible, second.responsible) == (("教育部", "财政部", "工业和信息化部"), ())


def test_a_list_of_respects_that_begin_with_verbs_is_a_list_of_tasks(facts) -> None:
    text = PILOT + "据了解，试点学校将从开展整体设计、完善网络设施、探索教学模式、平台共建机制等方面，实施试点建设。"
    found = texts(facts(text, Task))
    assert found[:3] == ["开展整体设计", "完善网络设施", "探索教学模式、平台共建机制"]


def test_what_only_defines_or_describes_directs_nothing(facts) -> None:
    text = PILOT + "智慧校园是以共享为引领，通过改造设施，将学习负担降至最低的学校发展模式，需要长期探索。"
    assert facts(text, Task) == []


def test_two_headings_on_one_line_are_two(facts) -> None:
    text = PILOT + "一、建立管理制度 （一）落实总量控制。按年核定。\n（二）核定指标。逐校核定。\n"
    assert tree(facts(text, Task)) == [
        ("建立管理制度", None),
        ("落实总量控制", "建立管理制度"),
        ("核定指标", "建立管理制度"),
    ]


def test_a_sentence_of_marks_alone_directs_nothing(facts) -> None:
    assert texts(facts(PILOT + "通知要求完善管理制度。，，。", Task)) == ["完善管理制度"]


@pytest.mark.parametrize(
    "sentence",
    [
        "为推进智慧灌区试点，明确目标，分解任务，强化措施，制定本方案。",
        "市政府出台《智慧灌区试点实施方案》，要求各地认真学习领会。",
        "会上介绍，全市灌区分布在26个县，共有113万农户参加。",
        "要求截至月底实测耕地面积5445.77万亩。",
        "“智慧灌区”是通过改造泵站，将水耗降至最低的灌溉方式。",
    ],
)
def test_preambles_documents_and_descriptions_direct_nothing(facts, sentence: str) -> None:
    assert facts("水利部启动智慧灌区试点，共8个县参加。\n" + sentence, Task) == []


def test_a_heading_behind_another_on_one_line_without_a_space(facts) -> None:
    text = "关于开展智慧灌区试点的意见\n一、改革体制，健全网络1、理顺管理体制。\n实行分级管理。\n2、健全服务网络。\n建立站点。"
    found = {task.text: task.parent for task in facts(text, Task)}
    assert found["理顺管理体制"] == "改革体制，健全网络"


@pytest.mark.parametrize(
    "clause", ["提高政治站位", "纳入范围的学校共有11个", "深化改革试点学校名单（按笔画排序）", "作出上述学校入选的决定"]
)
def test_exhortations_numbers_and_names_of_lists_direct_nothing(facts, clause: str) -> None:
    sentence = f"教育部启动智慧校园建设试点。会议要求，各地要完善校园网络，{clause}。"
    assert [task.text for task in facts(sentence, Task)] == ["完善校园网络"]


def test_what_is_to_be_solved_or_carried_out_directs(facts) -> None:
    sentence = "教育部启动智慧校园建设试点。会议要求，落实省政府的决定，解决群众反映的问题，报送推荐名单。"
    assert [task.text for task in facts(sentence, Task)] == ["落实省政府的决定", "解决群众反映的问题", "报送推荐名单"]


def test_what_happens_now_and_then_directs_nothing(facts) -> None:
    text = PILOT + "不少教师反映，机房人手紧张，一个人往往要管理三个机房。回顾这些年的历程，学校从少到多。"
    assert facts(text, Task) == []
    assert texts(facts(PILOT + "学校要改造网络设施。", Task)) == ["改造网络设施"]


def test_what_is_done_in_a_place_directs(facts) -> None:
    text = PILOT + "项目内容包括在全市东、西两片创建一批数字教室，培训教师。试点将在山区选取30所学校配备终端。"
    assert texts(facts(text, Task)) == [
        "在全市东、西两片创建一批数字教室",
        "培训教师",
        "在山区选取30所学校配备终端",
    ]


@pytest.mark.parametrize("clause", ["在三市开展校园试验有助于推动教育公平", "在每年9月20日前完成方案编制"])
def test_what_it_is_good_for_and_by_when_it_is_done_direct_nothing(facts, clause: str) -> None:
    assert texts(facts(PILOT + f"通知要求，{clause}，培训教师。", Task)) == ["培训教师"]


@pytest.mark.parametrize(
    "sentence",
    [
        "为推广数字教材，改造网络设施，培训信息教师，市教育局决定开展智慧校园建设试点。",
        "会议指出，改造网络设施，是办好学校的大事，也是民心所向。",
        "会议指出，改造网络设施是办好学校的重要举措。",
        "通知要求，推广数字教材意义重大。",
        "会议提出，改革开放几十年来的历程表明，发展学校是大势所趋。",
        "通知印发后，市教育局部署了网络改造，培训信息教师，推广数字教材。",
        "规划实施三年来，各校改造网络设施，培训信息教师。",
        "“数字海川”将保障校园网络安全提升到全市规划层面。",
        "智慧校园建设试点即将全面启动实施。",
        "智慧校园建设工作将全面铺开。",
        "通知要求，请愿意参加的学校选择培训内容。",
        "通知提出，推广示范学校得到各方好评。",
        "为充分发挥骨干学校的作用，改造网络设施，培训信息教师，市教育局启动智慧校园建设试点。",
        "会议指出，三年来，各校改造网络设施，培训信息教师。",
        "会议决定，采用财政补贴方式，通过技术创新等措施。",
        "办网要比办学容易，改造网络也快。",
    ],
)
def test_why_what_something_is_what_was_done_and_what_begins_direct_nothing(facts, sentence: str) -> None:
    assert facts(PILOT + sentence, Task) == []


def test_what_an_actor_does_with_an_object_directs(facts) -> None:
    text = PILOT + "通知要求各学校将网络安全纳入年度考核。各地要将校园网络建设作为重点，并将逐步推广到乡镇学校。"
    assert texts(facts(text, Task)) == [
        "各学校将网络安全纳入年度考核",
        "将校园网络建设作为重点",
        "逐步推广到乡镇学校",
    ]
    assert texts(facts(PILOT + "市里将持续深化校园改革和网络改造。", Task)) == ["持续深化校园改革和网络改造"]


def test_a_reason_before_what_has_to_be_done_leaves_it_a_task(facts) -> None:
    text = PILOT + "通知要求，为推广数字教材，改造网络设施，培训信息教师。"
    assert texts(facts(text, Task)) == ["改造网络设施", "培训信息教师"]


def test_only_a_label_that_announces_tasks_leads_to_them(facts) -> None:
    tasks = "改造网络设施，培训信息教师。"
    for label in ("海川日报", "成效", "什么是数字教室"):
        assert facts(PILOT + f"{label}：{tasks}", Task) == []
    for label in ("试点内容", "工作重点", "通知要求", "包头市昆都仑区"):
        assert texts(facts(PILOT + f"{label}：{tasks}", Task)) == ["改造网络设施", "培训信息教师"]


def test_what_is_built_on_may_have_been_done(facts) -> None:
    text = PILOT + "会议决定，在已改造教室的基础上，改造网络设施。市教育局印发了通知，要求培训信息教师。"
    assert texts(facts(text, Task)) == ["改造网络设施", "培训信息教师"]


def test_counted_respects_are_none_that_tasks_stand_under(facts) -> None:
    text = PILOT + "方案从四个方面，改造网络设施。在师资方面，要培训信息教师。文件还有五个方面，推广数字教材。"
    assert {task.parent for task in facts(text, Task)} == {None}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("为做好试点工作，各校要健全组织机构，完善配套政策。", ["健全组织机构", "完善配套政策"]),
        ("为推进试点，各校要健全组织机构，完善配套政策，省厅将择优开展评估。", ["健全组织机构", "完善配套政策"]),
        ("各校要加强对学生特别是困难学生的学习保障。", ["加强对学生特别是困难学生的学习保障"]),
        ("各校要建立第三方评估机制，是否达标由专家评定。", ["建立第三方评估机制"]),
        (
            "各市要建立协调机制，对已建成的机房开展评估，完善管理制度。",
            ["建立协调机制", "完善管理制度"],
        ),
    ],
)
def test_a_reason_or_a_remark_beside_a_demand_takes_nothing_from_it(facts, sentence: str, expected: list[str]) -> None:
    found = texts(facts(PILOT + sentence, Task))
    assert [text for text in expected if text not in found] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "各校已按要求完成校园网络改造，修缮老旧机房。",
        "学生家庭按本办法规定申报补助，退回多领的款项。",
        "进度符合领导小组部署的工作安排，培训信息教师。",
        "会议指出，推广数字教材，改造网络设施，有利于缩小校际差距，促进提高教学效率。",
        "会议指出，海川校区地处江口，毗邻师范学院。",
        "发言人出席发布会，并将回答记者提问。",
        "学校应具备专职教师、独立机房2个特点。",
        "会议决定，该条例草案由市政府提请人大常委会审议。",
        "试点将为教育强市建设蓄势赋能。",
    ],
)
def test_what_only_rests_on_a_demand_or_describes_directs_nothing(facts, sentence: str) -> None:
    assert facts(PILOT + sentence, Task) == []


def test_words_of_demand_inside_what_is_built_announce_nothing(facts) -> None:
    text = (
        PILOT + "通知明确提出，构建责任明确、运行规范的校园网络，合理确定机房规模，探索共建的机制、实施模式和管理办法。"
    )
    assert texts(facts(text, Task)) == [
        "构建责任明确、运行规范的校园网络",
        "合理确定机房规模",
        "探索共建的机制、实施模式和管理办法",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("试点将依托高校建设教师培训基地。", ["依托高校建设教师培训基地"]),
        ("各校要把每周两次的检查改为抽查。", ["把每周两次的检查改为抽查"]),
        ("要对没有依据的收费项目一律取消。", ["对没有依据的收费项目一律取消"]),
        ("试点将通过创新评价办法，培训信息教师。", ["创新评价办法", "培训信息教师"]),
        ("各校要关停老旧平台，并将机房整体迁移至中心校。", ["关停老旧平台", "将机房整体迁移至中心校"]),
        ("会议要求，改造网络设施，实现资源共享，提升水平；培训信息教师。", ["改造网络设施", "培训信息教师"]),
        ("鼓励高校举办附属学校。", ["鼓励高校举办附属学校"]),
        (
            "试点学校要明确参训范围，规范收费行为，适当调整永久基本农田。",
            ["明确参训范围", "规范收费行为", "适当调整永久基本农田"],
        ),
        ("试点工作重点探索统筹机制和配套政策。", ["探索统筹机制和配套政策"]),
        ("海川的试点将围绕采购、交易等环节，搭建共享平台。", ["搭建共享平台"]),
        ("学校要对破坏机房行为依法查处。", ["对破坏机房行为依法查处"]),
        ("教师不需使用专用终端，学校要更新老旧终端。", ["更新老旧终端"]),
        ("通知要求，深化智慧校园建设试点，健全管理制度。", ["深化智慧校园建设试点", "健全管理制度"]),
        ("试点地区将在网络建设、教师培训等方面先行先试。", ["在网络建设、教师培训等方面先行先试"]),
        ("试点村将以党建为统领，积极推进机房建设。推动教学资源落地。", ["积极推进机房建设", "推动教学资源落地"]),
    ],
)
def test_what_is_done_by_means_of_something_or_to_something_directs(facts, sentence: str, expected: list[str]) -> None:
    assert texts(facts(PILOT + sentence, Task)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "根据评审结果，拟将19个城市确定为试点城市。",
        "通知要求，到2027年，打造教育强市，探索形成可复制的经验。",
        "为优化申报流程，加强项目管理，拟进行智慧校园建设试点。",
        "为加快教育强市建设，构建完备的网络，根据《关于开展智慧校园建设试点的通知》，现予公布。",
        "今年将扩大范围。推广数字课堂，即通过改造网络设施，让学生上课更方便。",
        "通知要求，创新型学校建设周期为3年。",
        "会议指出，发展智慧校园有利于缩小差距。",
    ],
)
def test_designations_states_reasons_and_definitions_direct_nothing(facts, sentence: str) -> None:
    assert facts(PILOT + sentence, Task) == []


def test_below_a_heading_of_goals_and_tasks_what_is_not_measured_is_a_task(facts) -> None:
    text = (
        "关于开展智慧灌区试点的通知\n一、总体要求\n坚持节水优先。\n"
        "二、目标任务\n到2027年，建成灌区20个。重点改造老旧泵站，推行用水计量，探索水价改革。\n"
    )
    assert texts(facts(text, Task)) == ["重点改造老旧泵站", "推行用水计量", "探索水价改革"]
    with_tasks = text + "三、主要任务\n（一）建设蓄水池。逐乡建设。\n（二）培训管水员。每年一次。\n"
    assert texts(t for t in facts(with_tasks, Task) if not t.is_heading) == ["建设蓄水池", "培训管水员"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各地要按要求报送材料，完善数据库。", ["报送材料", "完善数据库"]),
        ("符合条件的学校要开设编程课程。", ["开设编程课程"]),
        ("各地要推广经验和做法，保障资金到位。", ["推广经验和做法", "保障资金到位"]),
        ("各校要加强型号管理，创新性开展教学活动。", ["加强型号管理", "创新性开展教学活动"]),
        ("各地要建立协调机制；推动资源共享，有利于提高效率。", ["建立协调机制", "推动资源共享"]),
        ("各校要加快建设智慧教室，推广在线课程，有利于缩小差距。", ["加快建设智慧教室", "推广在线课程"]),
        ("各校要突出实践教学。", ["突出实践教学"]),
    ],
)
def test_what_is_demanded_stays_so_whatever_it_rests_on_and_is_good_for(facts, text: str, expected: list[str]) -> None:
    assert [task.text for task in facts(PILOT + text, Task)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "《方案》提出“积极引导社会力量办学，鼓励有条件的县建设书屋”。",
            ["积极引导社会力量办学", "鼓励有条件的县建设书屋"],
        ),
        ("教育部将组织开展普查，以县域为单位摸清教室的数量。", ["组织开展普查", "以县域为单位摸清教室的数量"]),
        (
            "各校要进一步强化技术支撑，重点对网络、终端等薄弱环节开展攻关。",
            ["进一步强化技术支撑", "重点对网络、终端等薄弱环节开展攻关"],
        ),
        ("将校园纳入监管范畴逐渐成为各方共识。", []),
    ],
)
def test_what_is_quoted_taken_by_units_or_stressed_is_a_task_and_what_all_agree_on_is_none(
    facts, text: str, expected: list[str]
) -> None:
    assert [task.text for task in facts(PILOT + text, Task)] == expected


def test_what_comes_next_goes_on_in_paragraphs_that_begin_with_their_verbs(facts) -> None:
    text = "下一步，教育部将完善退出机制。\n优化课程清单，研究制定保护指南。\n杭州的学校推广课程。\n建设智慧教室。"
    assert [task.text for task in facts(PILOT + text, Task)] == ["完善退出机制", "优化课程清单", "研究制定保护指南"]


@pytest.mark.parametrize(
    "text",
    [
        "经国务院教育改革领导小组批准，将德清县列为智慧校园建设试验区。",
        "会议要求，转发智慧校园建设试点名单。",
        "会议决定，授权教育部开展智慧校园建设试点。",
    ],
)
def test_consent_and_what_places_are_made_are_no_tasks(facts, text: str) -> None:
    assert facts(PILOT + text, Task) == []


def test_what_is_told_further_of_an_item_goes_on_directing(facts) -> None:
    text = "《通知》提出，分类开展试点。一是特色型，包括智慧教室等2个方向。建设一批智慧教室，推动设备应用。"
    assert [task.text for task in facts(PILOT + text, Task)][-2:] == ["建设一批智慧教室", "推动设备应用"]


@pytest.mark.parametrize(
    ("clause", "is_task"),
    [
        ("精简审批流程", True),
        ("筑牢安全防线", True),
        ("评估实施效果", True),
        ("监测水质变化", True),
        ("净化校园网络", True),
        ("研究成果的转化率", False),
        ("监测平台的数据完整", False),
    ],
)
def test_verbs_that_direct_and_nouns_that_look_like_them(facts, clause: str, is_task: bool) -> None:
    found = [task.text for task in facts(f"{PILOT}各校要建立工作机制，{clause}。", Task)]
    assert (clause in found) is is_task


def test_of_what_is_quoted_only_what_directs_is_a_task(facts) -> None:
    text = "专家提出“要加快发展校园网络，这很重要，但难度不小，推广在线课程”。"
    assert [task.text for task in facts(PILOT + text, Task)] == ["加快发展校园网络", "推广在线课程"]


def test_how_something_goes_on_is_told_and_not_demanded(facts) -> None:
    text = "下一步，教育部将完善退出机制。\n推进情况总体良好。\n推广在线课程进展顺利。"
    assert [task.text for task in facts(PILOT + text, Task)] == ["完善退出机制"]


@pytest.mark.parametrize(
    "told", ["推广节水技术后，农户增收明显。", "改造后的校舍焕然一新。", "发展智慧校园，德清县走在前列。"]
)
def test_a_paragraph_may_look_back_behind_what_comes_next(facts, told: str) -> None:
    text = f"下一步，教育部将完善退出机制。\n{told}"
    assert [task.text for task in facts(PILOT + text, Task)] == ["完善退出机制"]


def test_a_question_directs_nothing(facts) -> None:
    assert facts(PILOT + "问：为什么要开展这项工作？为什么要建设平台？", Task) == []


def test_what_somebody_sees_to_is_told_behind_a_colon(facts) -> None:
    text = "试点期间，主要抓三件事：建设数字教室，支持学校共享资源，鼓励企业捐赠设备。"
    assert [task.text for task in facts(PILOT + text, Task)] == ["建设数字教室", "支持学校共享资源", "鼓励企业捐赠设备"]


@pytest.mark.parametrize(
    "text",
    [
        "通知部署了以下任务：建设数字教室；完善培训机制；推广优质课程。",
        "通知明确了三项任务。第一是建设数字教室。第二是完善培训机制。第三是推广优质课程。",
        "\n问：试点的主要任务是什么？\n答：建设数字教室，完善培训机制，推广优质课程。",
    ],
)
def test_tasks_may_be_announced_or_asked_for(facts, text: str) -> None:
    assert [task.text for task in facts(PILOT + text, Task)] == ["建设数字教室", "完善培训机制", "推广优质课程"]


def test_what_an_action_makes_of_its_object_or_where_it_puts_it_is_a_task(facts) -> None:
    sentence = "各校要加强网络管理，把老旧机房管起来，把网络安全写进校规，把光纤网织密。"
    assert texts(facts(PILOT + sentence, Task)) == [
        "加强网络管理",
        "把老旧机房管起来",
        "把网络安全写进校规",
        "把光纤网织密",
    ]
    assert facts(PILOT + "校长把牌子挂起来。把话说得很明白。", Task) == []


def test_how_each_case_is_dealt_with_is_a_task_and_what_one_holds_to_is_none(facts) -> None:
    sentence = "各校要摸清机房底数，坚持“一校一策”，坚持正确方向，建立维修台账。"
    assert texts(facts(PILOT + sentence, Task)) == ["摸清机房底数", "坚持“一校一策”", "建立维修台账"]


@pytest.mark.parametrize(
    "sentence",
    [
        "通知要求，争论归争论，方向没有变。",
        "甲校前年建过机房，今年就不再新增经费。",
        "教育部门要求各校守信。申请建设贷款的民办学校，应当属于合规学校。",
        "联合国开发计划署派来两名专家，联合国儿童基金会提供课程。",
        "通知提出，聚焦语文、数学、英语等5个重点领域。",
        "下一步继续。我行为甲县的12所学校编制贷款方案。",
    ],
)
def test_what_concedes_names_follows_or_tells_of_oneself_directs_nothing(facts, sentence: str) -> None:
    assert facts(PILOT + sentence, Task) == []


def test_what_has_to_be_done_before_a_demand_stays_a_task(facts) -> None:
    found = facts(PILOT + "通知要求，修缮乡镇的老旧机房，应当培训教师。", Task)
    assert "修缮乡镇的老旧机房" in texts(found)
    found = facts(PILOT + "通知要求，支持有条件的学校，可先行开设课程。", Task)
    assert "支持有条件的学校" in texts(found)


def test_what_stands_behind_a_colon_after_words_of_doing_well_is_to_be_done(facts) -> None:
    found = facts(PILOT + "各校需做好：完善机房设施；规范网络用语；培训信息教师。", Task)
    assert texts(found) == ["完善机房设施", "规范网络用语", "培训信息教师"]


def test_a_number_before_a_modal_verb_is_not_who_has_to_act(facts) -> None:
    found = facts(PILOT + "各校要抓好以下工作：一要改造机房，二要培训教师。", Task)
    assert texts(found) == ["改造机房", "培训教师"]


@pytest.mark.parametrize("lead", ["试点以自愿参加为原则", "本着先易后难的思路", "试点按照不新增负担的原则"])
def test_what_is_encouraged_may_stand_behind_the_idea_that_leads_it(facts, lead: str) -> None:
    sentence = f"{lead}，鼓励把空置教室改造为阅览室，修缮运动场地。"
    assert [task.text for task in facts(PILOT + sentence, Task)] == ["鼓励把空置教室改造为阅览室", "修缮运动场地"]
    assert facts(PILOT + f"{lead}，学校改造了阅览室，修缮了运动场地。", Task) == []


@pytest.mark.parametrize("clause", ["开放课程能否叫好又叫座，要看教师", "会议明确了不得申报的情形"])
def test_doubts_and_names_of_cases_direct_nothing(facts, clause: str) -> None:
    assert facts(PILOT + f"教育局将建立平台，{clause}。", Task)[1:] == []
