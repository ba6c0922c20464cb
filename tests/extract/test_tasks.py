import pytest

from build_graph.extract.tasks.clauses import does
from build_graph.model import Task

PILOT = "教育部开展智慧校园建设试点。\n"


def tree(found) -> list[tuple[str, str | None]]:
    return [(task.text, task.parent) for task in found if not task.is_heading]


def test_an_enumeration_with_contents_is_a_tree(facts) -> None:
    text = (
        PILOT
        + "工作内容：\n一是完善制度，包括建立台账、健全培训、考核制度。\n二是强化保障，包括落实经费。各地要认真总结。"
    )
    assert tree(facts(text, Task)) == [
        ("完善制度", None),
        ("建立台账", "完善制度"),
        ("健全培训、考核制度", "完善制度"),
        ("强化保障", None),
        ("落实经费", "强化保障"),
    ]


def test_an_enumeration_without_contents_is_flat_and_numbered(facts) -> None:
    found = facts(PILOT + "重点任务：一是建设数字教室；二是培训教师。", Task)
    assert [(task.text, task.ordinal) for task in found] == [("建设数字教室", 1), ("培训教师", 2)]


def test_paragraphs_that_name_their_subject_first(facts) -> None:
    text = PILOT + (
        "优化教学资源配置。科学规划学校布局，形成城乡均衡的格局。支持名校办分校，向薄弱地区延伸，并充分发挥名师优势，打造精品课程。\n"
        "补齐乡村短板。在乡村，持续巩固寄宿条件，推动建立送教机制，实现就近入学。"
    )
    assert tree(facts(text, Task)) == [
        ("优化教学资源配置", None),
        ("科学规划学校布局", "优化教学资源配置"),
        ("支持名校办分校，向薄弱地区延伸", "优化教学资源配置"),
        ("打造精品课程", "优化教学资源配置"),
        ("补齐乡村短板", None),
        ("持续巩固寄宿条件", "补齐乡村短板"),
        ("推动建立送教机制", "补齐乡村短板"),
    ]


def test_one_short_sentence_ahead_of_a_paragraph_is_no_plan(facts) -> None:
    assert facts(PILOT + "加强领导。各地建立机制，落实责任。", Task) == []


def test_in_a_sentence_led_by_must_the_purpose_stays_with_its_task(facts) -> None:
    text = (
        PILOT
        + "打造教育高地。要加快两个中心建设，力争早日投用；积极争取更多项目。\n补齐短板。要全力支持新校区建设，推动老校区改造。"
    )
    assert [task.text for task in facts(text, Task)] == [
        "打造教育高地",
        "加快两个中心建设，力争早日投用",
        "积极争取更多项目",
        "补齐短板",
        "全力支持新校区建设，推动老校区改造",
    ]


def test_aspects_inside_a_paragraph_carry_the_clauses_after_them(facts) -> None:
    text = PILOT + (
        "会议要求，要丰富内涵，着力下沉优质课程，构建均衡新格局，做强乡镇学校，不断推动名师下乡，真正解决难题。"
        "着力创新管理，推动教研融合、推动家校融合。"
    )
    assert tree(facts(text, Task)) == [
        ("着力下沉优质课程", None),
        ("做强乡镇学校", "着力下沉优质课程"),
        ("着力创新管理", None),
        ("推动教研融合", "着力创新管理"),
        ("推动家校融合", "着力创新管理"),
    ]


def test_numbered_headings_of_a_task_section_are_tasks(facts) -> None:
    text = PILOT + (
        "一、总体要求\n（一）指导思想。坚持改革。\n二、主要任务\n（一）建设数字教室。每校不少于两间。\n（二）培训教师。分批进行。\n"
        "三、保障措施\n（一）加强组织领导。压实责任。"
    )
    heading, *found = facts(text, Task)
    assert (heading.text, heading.is_heading) == ("主要任务", True)
    assert [(t.text, t.parent, t.ordinal) for t in found] == [
        ("建设数字教室", "主要任务", 1),
        ("培训教师", "主要任务", 2),
    ]


@pytest.mark.parametrize("text", ["一、加快建设数字教室\n逐校推进，分步验收。"])
def test_a_numbered_heading_that_begins_with_a_verb_is_a_task(facts, text: str) -> None:
    assert [t.text for t in facts(PILOT + text, Task)] == ["加快建设数字教室"]


def test_paragraphs_on_one_respect_each_carry_their_clauses(facts) -> None:
    text = PILOT + "在师资队伍方面，将支持跨校任教，培养骨干教师。\n在数字资源领域，要建设共享课程。\n"
    assert tree(facts(text, Task)) == [
        ("支持跨校任教", "师资队伍"),
        ("培养骨干教师", "师资队伍"),
        ("建设共享课程", "数字资源领域"),
    ]


def test_a_counted_respect_lists_its_tasks_behind_a_colon(facts) -> None:
    text = PILOT + "一、推广的举措\n（一）师资队伍方面2项：跨校任教机制；骨干教师轮岗。\n（二）加强培训。每年一次。"
    assert tree(facts(text, Task)) == [
        ("跨校任教机制", "师资队伍方面"),
        ("骨干教师轮岗", "师资队伍方面"),
        ("加强培训", "推广的举措"),
    ]


def test_below_a_heading_that_announces_no_tasks_only_verbs_make_some(facts) -> None:
    text = PILOT + "一、范围和形式\n（一）学校范围。公办学校。\n（二）建立台账。逐校登记。"
    assert tree(facts(text, Task)) == [("建立台账", "范围和形式")]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "通知从改造老旧泵站、建设蓄水池、推行用水计量等三个方面作出部署。",
            ["改造老旧泵站", "建设蓄水池", "推行用水计量"],
        ),
        (
            "各灌区就改造老旧泵站、建设蓄水池、推行用水计量等，开展智慧灌区试点。",
            ["改造老旧泵站", "建设蓄水池", "推行用水计量"],
        ),
        (
            "管理站有严格取水许可、加快泵站改造、推行用水计量等3项主要任务。",
            ["严格取水许可", "加快泵站改造", "推行用水计量"],
        ),
        ("方案部署了泵站改造行动、管水能手培训行动等6方面行动。", ["泵站改造行动", "管水能手培训行动"]),
        (
            "方案提出了加快泵站改造、切实保障农户所有权权能、加大资金支持力度等3项主要任务。",
            ["加快泵站改造", "切实保障农户所有权权能", "加大资金支持力度"],
        ),
        (
            "通知提出，加强规划；形成现代化的灌溉网络；培育管水组织等三大任务措施。",
            ["加强规划", "形成现代化的灌溉网络", "培育管水组织"],
        ),
    ],
)
def test_each_part_of_a_list_inside_a_clause_is_a_task(facts, sentence: str, parts: list[str]) -> None:
    found = facts(f"水利部启动智慧灌区试点。{sentence}", Task)
    assert [task.text for task in found] == parts


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("试点任务包括泵站改造、用水计量、水价核定等内容。", ["泵站改造", "用水计量", "水价核定"]),
        (
            "试点任务包括围绕需求，改造泵站；供需发力，推行计量等五方面内容。",
            ["围绕需求，改造泵站", "供需发力，推行计量"],
        ),
    ],
)
def test_what_is_announced_as_tasks_is_a_list_of_them(facts, sentence: str, parts: list[str]) -> None:
    found = facts(f"水利部启动智慧灌区试点。{sentence}", Task)
    assert [(task.text, task.parent) for task in found if not task.is_heading] == [(part, "试点任务") for part in parts]


@pytest.mark.parametrize(
    ("announced", "parent"),
    [
        ("方案确定了改革的五大任务：", "五大任务"),
        ("试点主要有6项任务，分别是：", "6项任务"),
        ("试点包括五个方面的内容：", "五个方面的内容"),
        ("试点的主要内容是：", "主要内容"),
        ("试点的主要任务包括：", "主要任务"),
    ],
)
def test_what_stands_between_two_semicolons_of_an_announced_list_is_one_task(
    facts, announced: str, parent: str
) -> None:
    whole = "改造沿河的老旧泵站，建设高位蓄水池；推行农业用水计量，核定灌溉用水水价"
    for text, last in (
        (f"{whole}。", []),
        (f"{whole}；培育管水组织", []),
        (f"{whole}；培育管水组织，完善管", ["培育管水组织"]),
    ):
        found = facts(f"水利部启动智慧灌区试点。{announced}{text}", Task)
        assert [(task.text, task.parent) for task in found if not task.is_heading] == [
            (part, parent) for part in (*whole.split("；"), *last)
        ]


def test_contents_that_begin_with_no_verb_are_no_tasks(facts) -> None:
    text = "水利部启动智慧灌区试点。申报书包括三方面内容：灌区情况，水源情况；资金来源；联系方式。"
    assert facts(text, Task) == []


def test_where_most_top_headings_begin_with_a_verb_all_are_tasks(facts) -> None:
    text = "关于做好智慧灌区试点工作的通知\n一、加强方案编制\n各地要编制方案。\n二、协调引导项目集聚\n各地要统筹项目。\n三、落实资金保障\n各地要落实资金。"
    assert "协调引导项目集聚" in [task.text for task in facts(text, Task)]


def test_measures_quoted_below_a_counted_heading_are_its_tasks(facts) -> None:
    text = "关于推广智慧灌区试点经验的通知\n一、推广的举措\n（一）优化服务（2项）。“推行用水线上申报”、“简化泵站改造手续”等。"
    found = {task.text: task.parent for task in facts(text, Task)}
    assert found["推行用水线上申报"] == found["简化泵站改造手续"] == "优化服务（2项）"


def test_a_heading_that_only_carries_tasks_is_none_and_a_label_says_what_it_is_about(facts) -> None:
    text = (
        "关于做好智慧灌区试点工作的通知\n一、试点的范围和重点内容\n（一）范围。市政府批准的灌区。\n"
        "（二）重点内容。\n1.改造泵站。改造老旧泵站。\n2.推行计量。推行用水计量。"
    )
    found = {task.text: task.parent for task in facts(text, Task) if not task.is_heading}
    assert found == {"改造泵站": "重点内容", "推行计量": "重点内容"}


def test_short_lines_below_a_line_that_announces_them_are_tasks(facts) -> None:
    text = "水利部启动智慧灌区试点\n试点内容主要集中在\n改造老旧泵站\n建设蓄水池\n推行用水计量等方面\n灌区有何好处？"
    assert [task.text for task in facts(text, Task)] == ["改造老旧泵站", "建设蓄水池", "推行用水计量"]


def test_numbered_lines_below_an_announcement_need_no_verb(facts) -> None:
    text = "水利部启动智慧灌区试点，主要有两项措施：\n一、水价由一年一调改为一季一调。\n二、水费按亩计收。"
    assert [(task.ordinal, task.text) for task in facts(text, Task)] == [
        (1, "水价由一年一调改为一季一调"),
        (2, "水费按亩计收"),
    ]


def test_items_numbered_inside_a_paragraph_stand_below_its_heading(facts) -> None:
    text = (
        "水利部关于开展智慧灌区试点的通知\n一、试点任务\n（一）推进设施共享。一是改造老旧泵站。二是建设蓄水池。\n"
        "（二）推行用水计量。"
    )
    assert [(task.text, task.parent) for task in facts(text, Task) if not task.is_heading] == [
        ("推进设施共享", "试点任务"),
        ("改造老旧泵站", "推进设施共享"),
        ("建设蓄水池", "推进设施共享"),
        ("推行用水计量", "试点任务"),
    ]


def test_respects_of_some_paragraphs_leave_what_others_direct(facts) -> None:
    text = "水利部启动智慧灌区试点。\n在水价方面，将推行分档收费。在设施方面，将改造老旧泵站。\n通知要求，建设蓄水池。"
    assert [task.text for task in facts(text, Task) if not task.is_heading] == [
        "推行分档收费",
        "改造老旧泵站",
        "建设蓄水池",
    ]


def test_a_heading_on_the_scope_is_no_task(facts) -> None:
    text = "水利部关于开展智慧灌区试点的通知\n一、支持范围\n大中型灌区。\n二、改造泵站\n更换水泵。"
    assert [task.text for task in facts(text, Task) if not task.is_heading] == ["改造泵站"]


def test_what_is_taken_into_something_is_a_task_of_a_list(facts) -> None:
    text = (
        "教育部启动智慧校园建设试点。\n试点学校要做好以下工作：一是加强终端管理，包括建立终端台账、将维修质量纳入考核；"
        "二是完善校园网络，包括改造机房、更新线路。"
    )
    assert {task.text for task in facts(text, Task)} >= {"建立终端台账", "将维修质量纳入考核"}


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "意见对改造老旧泵站、推行用水计量、加强组织实施，确保节水见效等方面的改革提出了要求。",
            ["改造老旧泵站", "推行用水计量", "加强组织实施，确保节水见效"],
        ),
        (
            "意见还就如何建立健全水价机制，建立健全管水机制，建立健全节水机制以及组织保障等方面的工作提出了要求。",
            ["建立健全水价机制", "建立健全管水机制", "建立健全节水机制以及组织保障"],
        ),
        ("方案提出了改造老旧泵站、推行用水计量等6方面重点任务。", ["改造老旧泵站", "推行用水计量"]),
        ("新政策涉及扩大灌溉面积、推广节水技术等七个方面。", ["扩大灌溉面积", "推广节水技术"]),
        (
            "方案提出改造老旧泵站、推行用水计量、建设蓄水池和优化灌区环境等四个方面26项任务措施。",
            ["改造老旧泵站", "推行用水计量", "建设蓄水池", "优化灌区环境"],
        ),
    ],
)
def test_a_list_may_hold_commas_and_close_with_a_conjunction(facts, sentence: str, parts: list[str]) -> None:
    assert [task.text for task in facts(f"水利部启动智慧灌区试点。{sentence}", Task)] == parts


def test_items_numbered_in_one_line_need_no_announcement(facts) -> None:
    text = (
        "水利部启动智慧灌区试点。会议对试点进行了部署。（一）在现有补贴的基础上，改造老旧泵站。逐站更换水泵。"
        "（二）对没有依据的收费一律取消；对水费实行清单管理。（三）建设蓄水池，推行用水计量。"
    )
    found = facts(text, Task)
    assert [(task.text, task.ordinal) for task in found] == [
        ("在现有补贴的基础上，改造老旧泵站", 1),
        ("对没有依据的收费一律取消", 2),
        ("建设蓄水池", 3),
    ]


def test_what_a_clause_is_about_is_no_task(facts) -> None:
    text = "水利部启动智慧灌区试点。会议要求，建设蓄水池，对向灾区供水的泵站，视情给予补贴。"
    assert [task.text for task in facts(text, Task)] == ["建设蓄水池"]


def test_a_heading_made_of_two_nouns_carries_what_is_below(facts) -> None:
    text = "关于开展智慧灌区试点的通知\n一、实施路径\n（一）改造泵站。逐站更换。\n（二）推行计量。逐户安装。"
    found = facts(text, Task)
    assert [(task.text, task.is_heading) for task in found] == [
        ("实施路径", True),
        ("改造泵站", False),
        ("推行计量", False),
    ]


def test_what_has_been_reached_is_no_task(facts) -> None:
    text = (
        "关于智慧灌区试点的报告\n一、主要成效\n（一）改造泵站。逐站更换。\n（二）推行计量。逐户安装。\n"
        "二、下一步工作\n（一）推广水卡。按户发放。\n（二）组建管护队伍。每村一支。"
    )
    assert [task.text for task in facts(text, Task) if not task.is_heading] == ["推广水卡", "组建管护队伍"]


def test_a_list_of_what_has_been_reached_is_none_of_tasks(facts) -> None:
    listed = "水利部启动智慧灌区试点。各地在改造泵站、推行计量、组建队伍等方面"
    assert facts(listed + "走在全国前列。", Task) == []
    assert [task.text for task in facts(listed + "开展试点。", Task)] == ["改造泵站", "推行计量", "组建队伍"]


def test_a_heading_that_directs_is_a_task_below_tasks_whatever_it_names(facts) -> None:
    text = "关于智慧灌区试点的通知\n二、具体任务\n（一）明确目标和原则。结合实际。\n（二）编制规划。逐县编制。\n（三）试点原则。节水优先。"
    assert [task.text for task in facts(text, Task) if not task.is_heading] == ["明确目标和原则", "编制规划"]


def test_a_headline_on_measures_heads_no_tasks(facts) -> None:
    text = "水利部启动智慧灌区试点。\n改革举措回应农户期盼\n试点举措主要包括：打破部门分割；健全计量体系。"
    assert [task.text for task in facts(text, Task)] == ["打破部门分割", "健全计量体系"]


@pytest.mark.parametrize("lead", ["有两方面原因", "这样做有两方面好处", "主要成效如下"])
def test_an_enumeration_of_reasons_or_results_is_none_of_tasks(facts, lead: str) -> None:
    text = f"水利部启动智慧灌区试点。{lead}：一是对国务院文件的贯彻落实。二是对改革规律的尊重。"
    assert facts(text, Task) == []


def test_a_number_alone_heads_nothing(facts) -> None:
    text = (
        "关于智慧灌区试点的通知\n二、工作任务\n（一）\n改造泵站。\n1 .推行计量。逐户安装。\n2 组建管护队伍。每村一支。"
    )
    assert [task.text for task in facts(text, Task) if not task.is_heading] == ["推行计量", "组建管护队伍"]


def test_a_mark_with_nothing_behind_it_makes_no_task(facts) -> None:
    for listed in ("改造泵站、推行计量、等", "、改造泵站、推行计量"):
        found = facts(f"水利部启动智慧灌区试点。各县有{listed}2项主要任务。", Task)
        assert [task.text for task in found] == ["改造泵站", "推行计量"]


def test_projects_below_a_plan_that_is_carried_out_are_tasks_whatever_their_names(facts) -> None:
    text = (
        "关于加快智慧灌区建设试点的意见\n二、实施三大行动计划\n（一）产业提升行动计划。实施如下重点项目：\n"
        "2.紧缺人才开发项目。加强引进。\n3.管水员培养项目。加强培养。"
    )
    found = {task.text: task.parent for task in facts(text, Task)}
    assert found == {
        "实施三大行动计划": None,
        "产业提升行动计划": "实施三大行动计划",
        "紧缺人才开发项目": "产业提升行动计划",
        "管水员培养项目": "产业提升行动计划",
    }


def test_an_enumeration_may_say_which_of_them_each_item_is(facts) -> None:
    text = "水利部启动智慧灌区试点。其一是提供计量服务。逐户安装。\n其二是改造泵站。逐站更换。"
    assert [task.text for task in facts(text, Task) if task.parent is None] == ["提供计量服务", "改造泵站"]


@pytest.mark.parametrize("lead", ["针对存在的突出问题，", "下一步要重点解决好以下问题：", "为扩大社会影响，"])
def test_an_enumeration_of_what_is_done_about_a_problem_is_one_of_tasks(facts, lead: str) -> None:
    text = f"水利部启动智慧灌区试点。{lead}一是建立管护机制；二是完善计量设施；三是健全水价制度。"
    assert [task.text for task in facts(text, Task)] == ["建立管护机制", "完善计量设施", "健全水价制度"]


def test_persons_and_rights_may_be_the_object_of_a_word_of_doing(facts) -> None:
    text = "水利部启动智慧灌区试点。主要任务：一是培训人员；二是监督权力运行；三是评估组工作。"
    assert "培训人员" in [task.text for task in facts(text, Task)]
    assert does("监督权力运行")
    assert not does("评估组的工作")


def test_tasks_may_stand_in_a_table_with_those_who_have_to_do_them(facts) -> None:
    text = (
        (
            "关于印发智慧灌区建设试点任务清单的通知\n序号\t工作任务\t牵头单位\n一、夯实基础\n1\t改造泵站\t河北省水利厅\n"
            "2\t推行计量\t河北省财政厅\n二、健全机制\n3\t组建管护队伍\t河北省水利厅"
        )
        .replace("一、夯实基础", "一、夯实基础\t\t")
        .replace("二、健全机制", "二、健全机制\t\t")
    )
    found = facts(text, Task)
    assert [task.text for task in found if not task.responsible] == ["夯实基础", "健全机制"]
    assert [(task.text, task.parent, task.ordinal, task.responsible) for task in found if task.responsible] == [
        ("改造泵站", "夯实基础", 1, ("河北省水利厅",)),
        ("推行计量", "夯实基础", 2, ("河北省财政厅",)),
        ("组建管护队伍", "健全机制", 1, ("河北省水利厅",)),
    ]


def test_a_table_of_something_else_holds_no_tasks(facts) -> None:
    text = "水利部启动智慧灌区试点。\n任务\t进度\n泵站\t80%\n水表\t60%\n队伍\t40%"
    assert facts(text, Task) == []


def test_what_becomes_of_a_technique_is_no_task_of_using_it() -> None:
    assert does("监测设施运行状况")
    assert not does("监测技术不断成熟")
    assert not does("检测设备更加完备")


def test_as_many_clauses_as_are_announced_are_a_task_each(facts) -> None:
    text = PILOT + "县政府定下三件事：建立数字教室，培训骨干教师，打造名师工作室。"
    assert tree(facts(text, Task)) == [("建立数字教室", None), ("培训骨干教师", None), ("打造名师工作室", None)]
    other = PILOT + "会上讲了三件事：气温下降了，学生放假了，食堂关门了。"
    assert facts(other, Task) == []


def test_a_motto_may_head_an_item_of_an_enumeration(facts) -> None:
    text = PILOT + "做法是两句话：一是先急后缓，优先改造老旧教室；二是多元筹资，归集各类资金。"
    assert tree(facts(text, Task)) == [("先急后缓，优先改造老旧教室", None), ("多元筹资，归集各类资金", None)]


@pytest.mark.parametrize(
    "speech",
    [
        "下面讲三个事。\n第一个事，把机房建起来。不要搞成摆设。\n第二个事，把家长请进来。\n第三个事，修好光纤。",
        "要办几件事。头一件，把机房建起来。再一件，把家长请进来。最后一件，修好光纤。",
        "第一件大事就是把机房建起来；第二件大事就是把家长请进来；第三件大事就是修好光纤。",
    ],
)
def test_tasks_are_numbered_as_speakers_do(facts, speech: str) -> None:
    found = facts("教育部启动智慧校园建设试点。\n" + speech, Task)
    assert [(task.text, task.ordinal) for task in found] == [("把机房建起来", 1), ("把家长请进来", 2), ("修好光纤", 3)]


def test_other_things_that_speakers_number_are_no_tasks(facts) -> None:
    speech = "昨天有两件事。第一件事，机房漏水。第二件事，光纤断了。主要成效有二：第一个是甲校，第二个是乙校。"
    assert facts("教育部启动智慧校园建设试点。\n" + speech, Task) == []


def test_sections_of_a_chapter_that_begin_with_verbs_are_tasks(facts) -> None:
    plan = (
        "教育部启动智慧校园建设试点。\n第一章　发展环境\n第一节　巩固已有成效\n第三章　以试点带动教学变革\n"
        "各地已有两年经验。\n第一节　做强数字教室\n支持乙校申报。\n第二节　深化集团办学\n第三节　发展基础\n"
        "第八章　规划实施保障\n第一节　强化要素支撑\n"
    )
    found = [(t.text, t.parent, t.ordinal) for t in facts(plan, Task)]
    above = "以试点带动教学变革"
    assert found == [("做强数字教室", above, 1), ("深化集团办学", above, 2)]


def test_one_section_without_a_chapter_may_be_anything(facts) -> None:
    assert facts("教育部启动智慧校园建设试点。\n第二节　开展公开教学\n", Task) == []


def test_a_heading_that_names_what_is_required_is_no_task_and_what_stands_below_is(facts) -> None:
    text = "教育部启动智慧校园建设试点。\n四、建设要求\n每校支持30万元。试点学校应当做到：建设一间机房，培养一支队伍。"
    assert [task.text for task in facts(text, Task)] == ["建设一间机房", "培养一支队伍"]


REPORT = (
    "政府工作报告\n——2024年1月30日在甲县第十八届人民代表大会上\n各位代表：\n一、去年工作回顾\n粮食丰收。{}\n"
    "二、2024年工作安排\n（一）聚力振兴产业\n新建厂房20间，培育企业8家。\n（二）持续深化改革\n{}\n"
)


def test_a_report_on_all_work_says_what_is_done_in_a_program_behind_its_name(facts) -> None:
    below = "深入推进智慧校园建设试点。健全教师轮岗机制，探索网课进村。"
    found = [(t.text, t.parent) for t in facts(REPORT.format("", below), Task) if t.rule == "task-in-report"]
    assert found == [("健全教师轮岗机制", "持续深化改革"), ("探索网课进村", "持续深化改革")]


def test_what_a_report_says_was_done_in_it_is_none(facts) -> None:
    done = "深入推进智慧校园建设试点。健全教师轮岗机制，探索网课进村。"
    assert [t for t in facts(REPORT.format(done, "修好公路。"), Task) if t.rule == "task-in-report"] == []


def test_beside_what_one_person_is_quoted_to_number_others_direct_too(facts) -> None:
    news = (
        "教育部启动智慧校园建设试点。\n校长甲某说：“就是三件事，第一是建设机房，第二是培训教师，第三是改造光纤。”\n"
        "在乙校，教务主任说，今后将推广网上课程。\n"
    )
    assert [task.text for task in facts(news, Task)] == ["建设机房", "培训教师", "改造光纤", "推广网上课程"]


def test_duties_of_those_on_trial_are_tasks_wherever_they_stand(facts) -> None:
    text = (
        "水利部启动智慧灌区试点。\n第三章 部门职责\n第五条 试点灌区管理单位是责任主体，履行以下职责：\n"
        "（一）编制年度用水计划；\n（二）建设计量设施；\n（三）每月向社会公布水价。\n"
        "第六条 试点领导小组履行下列职责：\n（一）研究重大事项；\n（二）组织开展督查。"
    )
    found = [(task.text, task.ordinal) for task in facts(text, Task)]
    assert found == [("编制年度用水计划", 1), ("建设计量设施", 2), ("每月向社会公布水价", 3)]


def test_what_is_done_next_is_to_be_done_and_steps_in_time_are_none(facts) -> None:
    report = "水利部开展智慧灌区试点。\n一、取得的成效\n灌区计量率明显提高。\n二、{}\n（一）{}。农户已经盼了多年。\n（二）{}。明年春灌前开始。"
    ahead = report.format("下一阶段工作安排", "突出老旧泵站更新", "培训用水协会人员")
    found = [(task.text, task.parent, task.ordinal) for task in facts(ahead, Task)]
    assert found == [
        ("突出老旧泵站更新", "下一阶段工作安排", 1),
        ("培训用水协会人员", "下一阶段工作安排", 2),
    ]
    assert facts(report.format("工作安排", "动员部署阶段", "全面实施阶段"), Task) == []


def test_how_all_is_held_together_is_no_plan(facts) -> None:
    text = "水利部开展智慧灌区试点。\n一、保障措施\n（一）强化督查。每月通报一次。\n（二）加强宣传。用好各类媒体。"
    assert facts(text, Task) == []


LINES = "\n推广滴灌设备\n给农户发放用水补贴\n把老旧泵站的电路改造完\n\n什么时候开始？\n明年春灌前"


@pytest.mark.parametrize("question", ["试点灌区要做哪些事？", "重点抓什么？", "水价怎么改？", "今年推进哪几项工作？"])
def test_lines_below_a_question_on_what_is_to_be_done_answer_it(facts, question: str) -> None:
    found = [
        (task.text, task.ordinal) for task in facts("水利部开展智慧灌区试点。\n\n" + question + "\n" + LINES, Task)
    ]
    assert found == [("推广滴灌设备", 1), ("给农户发放用水补贴", 2), ("把老旧泵站的电路改造完", 3)]


@pytest.mark.parametrize("question", ["农户能得到什么？", "为什么要做这件事？", "专家怎么看？"])
def test_lines_below_another_question_are_no_tasks(facts, question: str) -> None:
    assert facts("水利部开展智慧灌区试点。\n\n" + question + "\n\n水费降下来\n用水有保障", Task) == []


def test_what_an_answer_counts_is_to_be_done_whatever_it_begins_with(facts) -> None:
    asked = "水利部开展智慧灌区试点。\n水价怎么改？镇里列了三条：一是计量到田，每口井装一块表；二是节奖超罚，超用部分加价；三是公开透明，账目每季上墙。"
    assert [(task.text, task.ordinal) for task in facts(asked, Task)] == [
        ("计量到田，每口井装一块表", 1),
        ("节奖超罚，超用部分加价", 2),
        ("公开透明，账目每季上墙", 3),
    ]
    told = asked.replace("水价怎么改？镇里列了三条", "水价降了。好处看得见")
    assert facts(told, Task) == []


def test_things_to_do_are_counted_as_people_speak(facts) -> None:
    spoken = (
        "水利部开展智慧灌区试点。\n局长：我们今年{}：头一件，老泵站的电机往高处挪；第二件，田埂边单独修检修道；"
        "再就是在汛期轮流值守，不脱岗。天旱了谁都着急。"
    )
    assert [task.text for task in facts(spoken.format("重点办好三件事"), Task)] == [
        "老泵站的电机往高处挪",
        "田埂边单独修检修道",
        "在汛期轮流值守，不脱岗",
    ]
    assert facts(spoken.format("做成了三件事"), Task) == []


SHARED = (
    "县政府召开会议，决定开展智慧灌区试点。会议议定：\n（一）试点为期一年。\n（二）责任分工。县水利局会同乡镇编制用水计划，推广计量设施；"
    "县财政局将运行经费列入预算；县融媒体中心负责编写节水读本；县政府办统筹协调。"
)


def test_a_paragraph_that_shares_the_work_out_says_what_each_body_does(facts) -> None:
    assert [task.text for task in facts(SHARED, Task)] == [
        "县水利局会同乡镇编制用水计划",
        "推广计量设施",
        "县财政局将运行经费列入预算",
        "县融媒体中心负责编写节水读本",
    ]


def test_among_safeguards_it_only_says_who_answers_for_what(facts) -> None:
    text = "水利部开展智慧灌区试点。\n一、保障措施\n（一）明确职责分工。县水利局编制用水计划；县财政局将经费列入预算。"
    assert facts(text, Task) == []


def test_who_must_be_so_is_no_task(facts) -> None:
    text = "水利部开展智慧灌区试点。\n（一）纳入试点的灌区，闸门须完好。\n（二）建设计量设施。"
    assert [task.text for task in facts(text, Task)] == ["建设计量设施"]
