"""Conditions: what those who take part must meet."""

import pytest

from build_graph.model import Condition, Goal, Task

PILOT = "教育部决定开展智慧校园建设试点。\n"


def texts(found) -> list[str]:
    return [condition.text for condition in found]


def test_an_enumeration_after_a_lead_is_numbered(facts) -> None:
    found = facts(PILOT + "试点县须同时满足两个条件：一是网络全部接通；二是师资配备到位。", Condition)
    assert [(c.text, c.ordinal) for c in found] == [("网络全部接通", 1), ("师资配备到位", 2)]


def test_a_section_of_conditions_gives_each_numbered_line(facts) -> None:
    text = (
        PILOT
        + "一、申报条件\n（一）申报主体为县级人民政府。\n（二）近三年未发生责任事故。\n二、试点任务\n（一）建设数字教室。每校两间。"
    )
    found = facts(text, Condition)
    assert [(c.text, c.ordinal) for c in found] == [("申报主体为县级人民政府", 1), ("近三年未发生责任事故", 2)]


def test_what_is_asked_of_those_who_try_is_a_condition_and_what_is_asked_of_the_work_none(facts) -> None:
    text = (
        PILOT + "一、试点范围\n{}\n1．有合格的数字教室；\n2．具有保证安全的制度。\n二、试点任务\n（一）建设数字教室。"
    )
    asked = texts(facts(text.format("（一）试点学校要求"), Condition))
    assert asked == ["有合格的数字教室", "具有保证安全的制度"]
    assert facts(text.format("（一）试点工作要求"), Condition) == []


def test_a_label_in_front_of_a_condition_is_none_itself(facts) -> None:
    text = (
        PILOT
        + "一、参与企业和入围标准\n（一）参与企业。依法设立满三年的软件企业，均可参加。\n（二）入围标准。包括质量标准和价格标准。能够按期交付的企业可以入围。"
    )
    assert texts(facts(text, Condition)) == ["依法设立满三年的软件企业，均可参加", "能够按期交付的企业可以入围"]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("优先选取生源较多的边境县。", "优先选取生源较多的边境县"),
        ("从已经通过评估的学校中遴选试点学校。", "从已经通过评估的学校中遴选试点学校"),
        ("在全国选择10个左右有意愿、有基础、规模适当的城市开展试点。", "有意愿、有基础、规模适当的城市"),
        ("选择一批基础条件较好、学生规模较大的城市，开展智慧校园建设试点。", "基础条件较好、学生规模较大的城市"),
        ("发生重大事故的，取消试点资格。", "发生重大事故的，取消试点资格"),
        ("取得办学许可的民办学校均可申报。", "取得办学许可的民办学校均可申报"),
        ("已纳入前两批范围的学校不得重复申报。", "已纳入前两批范围的学校不得重复申报"),
        ("凡是设施健全、特色鲜明的学校均可向所属教育局申报。", "凡是设施健全、特色鲜明的学校均可向所属教育局申报"),
        ("年满60周岁、符合相关条件的教师可领取补助。", "年满60周岁、符合相关条件的教师可领取补助"),
        ("参与的课程应具备内容健康、特色鲜明等条件。", "参与的课程应具备内容健康、特色鲜明等条件"),
        ("遴选积极性高、具有一定基础的学校开展试点。", "积极性高、具有一定基础的学校"),
        ("申报主体包括公办学校、教研机构，以及教师。", "申报主体包括公办学校、教研机构，以及教师"),
        ("本轮申报范围为2023年底前建成的学校。", "本轮申报范围为2023年底前建成的学校"),
        ("公办学校、民办学校均可自愿申报。", "公办学校、民办学校均可自愿申报"),
        ("试点地区的教研机构可以作为课程开发人。", "试点地区的教研机构可以作为课程开发人"),
        ("学校取得办学许可的，可以成为课程提供方。", "学校取得办学许可的，可以成为课程提供方"),
        ("年满6周岁，户籍在本县的儿童，可以在居住地申请入学。", "年满6周岁，户籍在本县的儿童，可以在居住地申请入学"),
        ("试点项目占地原则上应不小于50亩。", "试点项目占地原则上应不小于50亩"),
        ("以网络畅通、师资稳定为基本要求，选择20个县开展试点。", "以网络畅通、师资稳定为基本要求"),
        ("支持符合建设规划、具有较好网络基础的地区开展试点。", "符合建设规划、具有较好网络基础的地区"),
        ("对可能泄露个人信息的课程，暂不纳入试点范围。", "对可能泄露个人信息的课程，暂不纳入试点范围"),
        ("“入选的课程应具备内容健康、特色鲜明等条件。”文件强调。", "入选的课程应具备内容健康、特色鲜明等条件"),
        ("取得合格证书的教师，可以享受一次性补贴。", "取得合格证书的教师，可以享受一次性补贴"),
        ("已获得国家级试点的学校不再推荐。", "已获得国家级试点的学校不再推荐"),
        ("申报学校须在省内注册。", "申报学校须在省内注册"),
        ("申报试点要求校舍屋顶可用面积不低于50%。", "校舍屋顶可用面积不低于50%"),
        (
            "试点学校应为公办学校，包括普通高中、其他公办学校，民办学校的公办校区。",
            "试点学校应为公办学校，包括普通高中、其他公办学校，民办学校的公办校区",
        ),
    ],
)
def test_a_clause_says_who_may_take_part(facts, sentence: str, condition: str) -> None:
    assert texts(facts(PILOT + sentence, Condition)) == [condition]


def test_what_holds_for_applicants_goes_on_to_the_end_of_the_sentence(facts) -> None:
    text = PILOT + "申报试点的学校原则上为公办学校，在校学生应不低于500人，具有独立机房。各地要认真组织。"
    assert texts(facts(text, Condition)) == ["申报试点的学校原则上为公办学校", "在校学生应不低于500人", "具有独立机房"]


@pytest.mark.parametrize(
    "sentence",
    [
        "有条件的学校可以自行购置设备。",
        "企业自主选定有车队、信誉度好的公司运送教材。",
        "各校可以参考样式。",
        "支持符合条件的地区开展试点。",
        "通过两年努力，形成开放的体系，可以申请专利。",
    ],
)
def test_leave_to_act_and_the_choices_of_others_are_no_condition(facts, sentence: str) -> None:
    assert facts(PILOT + sentence, Condition) == []


def test_a_bound_that_a_condition_sets_is_no_goal_and_no_task(facts) -> None:
    text = PILOT + "申报试点的学校原则上应当建立机房，学生应不低于500人。"
    assert (facts(text, Goal), facts(text, Task)) == ([], [])


def test_principles_set_no_conditions(facts) -> None:
    assert facts(PILOT + "一、基本原则\n坚持优先支持农村学校。", Condition) == []


def test_neither_headings_nor_the_way_to_apply_are_conditions(facts) -> None:
    text = (
        "自然资源部关于开展湿地修复试点的通知\n有关事项\n一、申报条件\n（一）湿地面积不少于500亩；\n（二）近三年无破坏行为；\n"
        "二、申报要求\n各省组织申报，于3月底前将材料寄送我部。申报书一式三份。"
    )
    assert [c.text for c in facts(text, Condition)] == ["湿地面积不少于500亩", "近三年无破坏行为"]


def test_what_pilots_are_for_the_most_part_and_must_have_are_conditions(facts) -> None:
    text = "教育部启动智慧校园建设试点。试点学校以乡镇中心校为主，有较好的网络基础，自愿参加。"
    assert [c.text for c in facts(text, Condition)] == ["试点学校以乡镇中心校为主", "有较好的网络基础", "自愿参加"]


def test_whom_a_condition_excepts_belongs_to_it(facts) -> None:
    text = "教育部启动智慧校园建设试点。申报主体除高等学校外，应为办学满十年的学校。"
    assert [c.text for c in facts(text, Condition)] == ["申报主体除高等学校外，应为办学满十年的学校"]


def test_each_sentence_of_a_numbered_condition_that_demands_something_is_one(facts) -> None:
    text = PILOT + "二、申报条件\n（一）申报主体包括中小学校。申报主体应当是公办学校。每个主体只能申报一个项目。"
    assert texts(facts(text, Condition)) == ["申报主体应当是公办学校", "每个主体只能申报一个项目"]


def test_semicolons_part_the_conditions_behind_a_lead(facts) -> None:
    text = PILOT + "对学校是否符合以下条件进行核查：校舍齐全，且通过验收；没有争议；信用良好。对合格的予以公布。"
    assert texts(facts(text, Condition)) == ["校舍齐全，且通过验收", "没有争议", "信用良好"]


def test_a_basis_that_a_place_has_is_no_condition_to_take_part(facts) -> None:
    text = PILOT + "\n一、基本情况及基础条件\n全州已有500间数字教室，教师队伍稳定。"
    assert facts(text, Condition) == []


def test_a_heading_of_conditions_below_conditions_is_none_itself(facts) -> None:
    text = (
        PILOT + "三、申报条件\n（一）基本条件\n1．具有法人资格。\n2．近三年无事故。\n（二）其他条件\n申报学校应有机房。"
    )
    assert texts(facts(text, Condition)) == ["具有法人资格", "近三年无事故", "申报学校应有机房"]


def test_conditions_may_stand_inside_tasks(facts) -> None:
    text = (
        PILOT
        + "二、主要任务\n（一）规范课程开发\n1．明确开发机构选择条件。\n（1）具备课程开发能力。\n（2）有公信力。\n2．签订协议。"
    )
    assert [(c.text, c.ordinal) for c in facts(text, Condition)] == [("具备课程开发能力", 1), ("有公信力", 2)]


def test_what_the_office_does_with_what_is_sent_in_is_no_condition(facts) -> None:
    text = PILOT + "一、申报条件\n（一）机房不小于50平方米。\n（二）市教育局将对推荐的学校组织评审，择优列入试点。"
    assert texts(facts(text, Condition)) == ["机房不小于50平方米"]


@pytest.mark.parametrize("lead", ["申报条件：", "参加试点的学校应当符合下列要求："])
def test_further_leads_announce_conditions(facts, lead: str) -> None:
    found = facts(PILOT + f"\n{lead}\n1.办学满2年；\n2.拥有专职教师10人以上。", Condition)
    assert [(c.text, c.ordinal) for c in found] == [("办学满2年", 1), ("拥有专职教师10人以上", 2)]


def test_the_first_sentence_of_an_enumerated_condition_is_the_condition(facts) -> None:
    text = PILOT + "项目必须同时满足2个条件：一是机构面向社会招生。机关为职工提供照护服务。二是协商确定价格。"
    assert [c.text for c in facts(text, Condition)] == ["机构面向社会招生", "协商确定价格"]


def test_conditions_are_announced_in_other_words_too(facts) -> None:
    text = PILOT + "选择试点的条件相当严格，主要包括：一是属于公立学校；二是有较好的管理基础。"
    assert [c.text for c in facts(text, Condition)] == ["属于公立学校", "有较好的管理基础"]


def test_who_may_apply_by_himself_is_told_in_two_clauses(facts) -> None:
    text = PILOT + "试点区域内符合校园建设管理规定的学校，可自愿向所在地主管部门申请成为试点学校。"
    assert len(facts(text, Condition)) == 1


def test_a_line_of_nothing_but_a_mark_below_conditions_is_none(facts) -> None:
    text = PILOT + "二、申报条件\n；\n1.具有较强的办学能力；\n2.有专职教师。"
    assert [c.text for c in facts(text, Condition)] == ["具有较强的办学能力", "有专职教师"]


def test_a_clause_that_announces_conditions_is_none(facts) -> None:
    text = "教育部开展智慧校园建设试点。同时符合以下条件的，可以自愿申请：一是年满18周岁；二是在本市就业。"
    assert [condition.text for condition in facts(text, Condition)] == ["年满18周岁", "在本市就业"]


def test_to_improve_conditions_is_a_task_and_heads_no_conditions(facts) -> None:
    text = "关于智慧校园建设试点的通知\n二、试点任务\n（一）改善办学条件。省财政向试点县倾斜。\n（二）建设平台。"
    assert facts(text, Condition) == []


def test_a_question_may_ask_for_conditions(facts) -> None:
    text = (
        "教育部开展智慧校园建设试点。\n问：申请进入试点需要满足哪些要求？\n"
        "答：主要看三点。学校网络健全；近两年没有发生责任事故；具备师资基础。\n问：何时开始？\n答：明年。"
    )
    assert [one.text for one in facts(text, Condition)] == ["学校网络健全", "近两年没有发生责任事故", "具备师资基础"]


def test_what_those_who_apply_have_to_be_may_be_parted_by_semicolons(facts) -> None:
    text = (
        "教育部开展智慧校园建设试点。申报的县应当高度重视；编制须核定到位；交流教师须占10%以上。"
        "先行创建县在同等条件下优先考虑。申报材料包括：申请书；方案。"
    )
    assert [one.text for one in facts(text, Condition)] == [
        "申报的县应当高度重视",
        "编制须核定到位",
        "交流教师须占10%以上",
        "先行创建县在同等条件下优先考虑",
    ]


ITEMS = ["具有法人资格", "近三年未发生安全事故", "面积不低于1万亩"]
LISTS = [
    "一是{}；二是{}；三是{}。",
    "（一）{}；（二）{}；（三）{}。",
    "1.{}；2.{}；3.{}。",
    "①{}；②{}；③{}。",
    "{}；{}；{}。",
    "\n1.{}；\n2.{}；\n3.{}。",
    "\n（1）{}\n（2）{}\n（3）{}",
    "\n{}\n{}\n{}",
    "\n● {}\n● {}\n● {}",
]


@pytest.mark.parametrize("listed", LISTS)
@pytest.mark.parametrize(
    "lead",
    [
        "申报单位应具备以下条件：",
        "申报条件如下：",
        "申报试点的县（市、区）须具备：",
        "符合下列条件的县可以申报：",
        "遴选标准为：",
        "申报要求：",
        "新申报的单位要满足三条：",
    ],
)
@pytest.mark.parametrize("heading", ["二、申报条件\n", "二、其他\n"])
def test_conditions_are_listed_in_many_ways_behind_what_announces_them(
    facts, heading: str, lead: str, listed: str
) -> None:
    text = f"关于开展智慧校园建设试点的通知\n一、目标\n建成平台。\n{heading}{lead}{listed.format(*ITEMS)}\n三、程序\n请报送材料。"
    assert [one.text for one in facts(text, Condition)] == ITEMS


def test_who_wants_to_take_part_has_to_be_something(facts) -> None:
    text = "教育部开展智慧校园建设试点。其他学校确需参加的，应当设有专门的机房，由教育厅审查。"
    assert [one.text for one in facts(text, Condition)] == ["应当设有专门的机房"]


def test_lines_below_a_lead_end_above_those_who_sign(facts) -> None:
    text = "申报县区应当符合以下条件：\n社区工作力量健全\n信息化基础较好\n湖州市民政局\n2025年3月1日\n联系人：李某\n"
    assert [c.text for c in facts("浙江省开展智慧社区试点。\n" + text, Condition)] == [
        "社区工作力量健全",
        "信息化基础较好",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "有下列情形之一的，撤销试点资格：一是弄虚作假的；二是工作不力的。",
        "补助标准为：一是新建每个10万元；二是改建每个5万元。",
        "退出机制。出现以下情况：一是连续两年考核不合格；二是发生重大事故。",
    ],
)
def test_what_costs_the_title_or_is_paid_is_no_condition(facts, text) -> None:
    assert facts("浙江省开展智慧社区试点。\n" + text, Condition) == []


def test_situations_in_which_nobody_may_apply_are_conditions(facts) -> None:
    text = "有下列情形之一的，不得申报：一是发生过安全事故的；二是资金违规的。"
    found = [c.text for c in facts("浙江省开展智慧社区试点。\n" + text, Condition)]
    assert found == ["发生过安全事故的", "资金违规的"]


def test_those_who_apply_have_to_be_something_and_their_papers_do_not(facts) -> None:
    title = "关于开展智慧养老试点的通知\n"
    meets = "拟申报的县应当建有养老服务中心；编制须落实到位；护理型床位占比不低于55%。"
    assert texts(facts(title + meets, Condition)) == meets.rstrip("。").split("；")
    for other in ("申报材料要真实完整；要一式三份；要盖章。", "申报试点工作要高度重视；要加强指导；要按时报送。"):
        assert facts(title + other, Condition) == []


@pytest.mark.parametrize(
    "text",
    ["新纳入的学校须在4月30日前完善管理制度，建立清单。", "试点学校应当在认定后六个月内印发实施方案。"],
)
def test_what_those_who_were_chosen_have_to_do_by_a_day_is_no_condition(facts, text: str) -> None:
    assert facts(PILOT + text, Condition) == []


def test_semicolons_part_the_conditions_of_a_section(facts) -> None:
    text = PILOT + "二、申报条件\n县政府重视教育工作，已将其纳入规划；县级学校均达到国家标准；每校专职教师不少于2名。"
    assert texts(facts(text, Condition)) == [
        "县政府重视教育工作，已将其纳入规划",
        "县级学校均达到国家标准",
        "每校专职教师不少于2名",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "申报试点的学校要过三道门槛：屋顶面积在五千平方米以上，网络接通率不低于90%，已经设立信息中心。",
        "参选的门槛有三条：屋顶面积在五千平方米以上；网络接通率不低于90%；已经设立信息中心。",
        "报名学校应符合以下三个条件：屋顶面积在五千平方米以上、网络接通率不低于90%、已经设立信息中心。",
        "想进试点，硬条件不多，就三条：屋顶面积在五千平方米以上，网络接通率不低于90%，已经设立信息中心，缺一不可。",
    ],
)
def test_as_many_conditions_as_their_number_announces_may_be_parted_by_commas(facts, sentence: str) -> None:
    expected = ["屋顶面积在五千平方米以上", "网络接通率不低于90%", "已经设立信息中心"]
    assert texts(facts(PILOT + sentence, Condition)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "挑选时主要看三条：一是网络全部接通；二是校长愿意牵头；三是三年没有事故。",
        "遴选主要考察三点。第一，网络全部接通；第二，校长愿意牵头；第三，三年没有事故。",
        "门槛不高，但有三条底线。其一，网络全部接通；其二，校长愿意牵头；其三，三年没有事故。",
        "是怎么挑出来的？首先，网络全部接通；其次，校长愿意牵头；最后，三年没有事故。",
        "怎么选的这几所？头一条，网络全部接通；再一条，校长愿意牵头；还有一条，三年没有事故。",
        "凭什么入选？\n答：看三个方面。第一是网络全部接通；第二是校长愿意牵头；第三是三年没有事故。",
    ],
)
def test_how_those_who_take_part_are_chosen_is_told_in_a_list_also_as_people_speak(facts, sentence: str) -> None:
    found = [(c.text, c.ordinal) for c in facts(PILOT + sentence, Condition)]
    assert found == [("网络全部接通", 1), ("校长愿意牵头", 2), ("三年没有事故", 3)]


def test_what_one_looks_at_is_numbered_too(facts) -> None:
    found = facts(PILOT + "选点时坚持标准，主要看两条：一看网络通不通，二看老师愿不愿意。", Condition)
    assert [(c.text, c.ordinal) for c in found] == [("网络通不通", 1), ("老师愿不愿意", 2)]


@pytest.mark.parametrize(
    "sentence",
    [
        "各校要守住三条底线：数据不出校门，隐私不外泄，孩子不近视。",
        "会议提出三点要求：机房要整洁，网线要入管，教师要上岗。",
        "怎么选？一是县级申报，二是专家评审，三是网上公示。",
        "取消试点资格有两条标准：两年没有开课，机房挪作他用。",
        "申报学校要符合四个条件：有机房，有光纤。",
        "怎么用？首先，接通网络；其次，打开终端。",
    ],
)
def test_other_things_that_are_counted_or_asked_are_no_conditions(facts, sentence: str) -> None:
    assert facts(PILOT + sentence, Condition) == []


def test_that_all_conditions_are_needed_is_none_of_them(facts) -> None:
    sentence = "参与试点的学校必须有独立机房、有专职教师，两条缺一条都不行。"
    assert texts(facts(PILOT + sentence, Condition)) == ["参与试点的学校必须有独立机房", "有专职教师"]


def test_a_head_that_says_what_has_to_be_so_is_a_condition_with_the_first_thing_said_of_it(facts) -> None:
    text = PILOT + "一、申报条件\n（一）网络基础好。光纤到校率95%以上；山区县可放宽至80%。\n（二）经费有保障。\n"
    found = [(c.text, c.ordinal) for c in facts(text, Condition)]
    assert found == [("网络基础好。光纤到校率95%以上", 1), ("山区县可放宽至80%", None), ("经费有保障", 2)]


def test_those_who_have_to_be_so_are_said_once_for_all_parts_below_a_heading_of_demands(facts) -> None:
    text = PILOT + "一、入选要求。列入试点的乡镇学校须建成校园网；图书室已接入平台；教师信息素养高。\n"
    assert texts(facts(text, Condition)) == ["建成校园网", "图书室已接入平台", "教师信息素养高"]
    assert facts(text.replace("入选要求", "推进要求"), Condition) == []


def test_what_those_who_apply_have_to_be_goes_on_behind_and(facts) -> None:
    sentence = "申请学校应接入全省统一的教学平台，且在校生超过300人。"
    assert texts(facts(PILOT + sentence, Condition)) == ["接入全省统一的教学平台", "在校生超过300人"]
    assert facts(PILOT + "申请学校应提交一式两份材料，且按时寄送。", Condition) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "入选学校有三个特点：一是人气旺；二是特色明；三是管理好。",
        "申报材料有三项要求：一是真实，二是完整，三是清楚。",
        "申报工作有三点要求：一是各县高度重视；二是严格把关；三是准时到会。",
        "入选后有两项要求：机房常年开放，教师按时到岗。",
        "参加试点的学校有两项好处：减免网费，优先供电。",
        "申报学校要过三关：市里初审，省里复审，专家打分。",
    ],
)
def test_what_else_is_counted_of_those_who_take_part_is_no_condition(facts, sentence: str) -> None:
    assert facts(PILOT + sentence, Condition) == []


def test_what_has_to_hold_at_once_may_be_parted_by_commas(facts) -> None:
    sentence = "试点学校应当同时具备：独立机房，专职教师，光纤网络。"
    assert texts(facts(PILOT + sentence, Condition)) == ["独立机房", "专职教师", "光纤网络"]
    assert facts(PILOT + "试点学校应当制定：机房规程，教师名册，光纤图纸。", Condition) == []


def test_the_answer_to_who_may_take_part_may_go_on_in_its_sentence(facts) -> None:
    sentence = "问：哪些学校可以参加？答：主要看两个方面，一是网络全部接通，二是校长愿意牵头。"
    assert texts(facts(PILOT + sentence, Condition)) == ["网络全部接通", "校长愿意牵头"]


def test_a_number_may_announce_conditions_without_a_colon_or_to_whoever_is_meant(facts) -> None:
    expected = ["网络全部接通", "校长愿意牵头"]
    assert texts(facts(PILOT + "入选标准有两条，即网络全部接通，校长愿意牵头。", Condition)) == expected
    assert (
        texts(facts(PILOT + "学校要具备下列两个方面条件：（1）网络全部接通；（2）校长愿意牵头。", Condition))
        == expected
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "递补学校须机房面积在200平方米以上、拥有2名以上信息教师。",
            ["递补学校须机房面积在200平方米以上", "拥有2名以上信息教师"],
        ),
        ("纳入试点的学校，供电线路须检测合格，并有专人值守。", ["纳入试点的学校，供电线路须检测合格", "有专人值守"]),
        (
            "试点学校应为公办学校，网络带宽达到千兆以上，且近三年未发生事故。",
            ["试点学校应为公办学校", "网络带宽达到千兆以上", "近三年未发生事故"],
        ),
        (
            "选校有讲究：网络接通率要在95%以上，教师队伍要稳定，还得有独立机房。",
            ["网络接通率要在95%以上", "教师队伍要稳定", "有独立机房"],
        ),
        (
            "机房不能少于两间，带宽不得低于100兆，达不到这两条的，这次不纳入。",
            ["机房不能少于两间", "带宽不得低于100兆"],
        ),
        ("授课教师应当持有信息技术教师资格证书。", ["授课教师应当持有信息技术教师资格证书"]),
    ],
)
def test_what_is_demanded_of_those_who_want_to_take_part(facts, sentence: str, expected: list[str]) -> None:
    assert texts(facts(PILOT + sentence, Condition)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "试点学校须建立台账，并有专人填报。",
        "试点学校网络接通率不低于95%，教师培训率不低于90%。",
        "入选学校应在2027年6月底前建成不少于3间机房，并接入省级平台。",
        "申报单位须提交申报书，并有主管部门意见。",
        "选校很严格，各县要认真组织，要按时报送。",
        "机房不能少于两间，带宽不得低于100兆，达不到的要补建。",
        "系统应具有查询教师资格的功能。",
    ],
)
def test_what_they_have_to_do_or_reach_is_no_condition(facts, sentence: str) -> None:
    assert facts(PILOT + sentence, Condition) == []


@pytest.mark.parametrize("question", ["哪些学校可以参加？", "什么样的学校能报名？", "谁能加入？"])
def test_lines_below_a_question_on_who_may_take_part_answer_it(facts, question: str) -> None:
    text = (
        PILOT + f"\n{question}\n\n在校生满300人\n没有欠缴网费\n有独立机房\n（以上要提供证明）\n\n怎么报名？\n在网上填表"
    )
    assert texts(facts(text, Condition)) == ["在校生满300人", "没有欠缴网费", "有独立机房"]
    assert facts(PILOT + f"\n{question}\n\n德清县\n安吉县", Condition) == []


def test_a_heading_of_those_who_are_left_out_heads_conditions(facts) -> None:
    text = (
        PILOT
        + "一、申报时间\n8月报名。\n二、不予受理的情形\n1.近两年发生网络安全事故的；\n2.机房租用他人的。\n三、其他\n（一）联系教育局。"
    )
    assert [(c.text, c.ordinal) for c in facts(text, Condition)] == [
        ("近两年发生网络安全事故的", 1),
        ("机房租用他人的", 2),
    ]
