import pytest

from build_graph.model import Goal

PILOT = "教育部开展智慧校园建设试点。"


def test_a_date_ahead_of_its_clause_is_part_of_the_goal(facts) -> None:
    (goal,) = facts(PILOT + "到2027年底，试点学校全部建成数字教室，教学质量明显提高。", Goal)
    assert goal.text == "到2027年底，试点学校全部建成数字教室"
    assert (goal.deadline, goal.deadline_inferred, goal.value) == ("2027-12", False, None)


def test_a_date_governs_the_measured_clauses_after_it(facts) -> None:
    text = PILOT + "到2027年，数字教室覆盖率达到90%以上，专任教师培训率不低于80%。"
    first, second = facts(text, Goal)
    assert (first.deadline, first.comparator, first.value, first.unit) == ("2027", ">=", 90, "%")
    assert (second.text, second.value, second.deadline, second.deadline_inferred) == (
        "专任教师培训率不低于80%",
        80,
        "2027",
        True,
    )


def test_every_sentence_has_its_own_date(facts) -> None:
    text = PILOT + "到2026年上半年，完成方案编制。到2028年，形成成熟制度。"
    assert [goal.deadline for goal in facts(text, Goal)] == ["2026-06", "2028"]


def test_this_year_resolves_against_the_date_of_the_page(facts) -> None:
    (goal,) = facts(PILOT + "今年将建成500间数字教室。", Goal, date="2025-03-02")
    assert (goal.deadline, goal.deadline_inferred) == ("2025", True)


def test_a_deadline_whose_digits_are_lost_stays_unknown(facts) -> None:
    text = PILOT + "到年底，在个县初步建成数字教室。"
    start = text.index("到年底")
    (goal,) = facts(text, Goal, lost_digits=((start, start + 3), (start + 4, start + 7)))
    assert goal.deadline is None
    assert goal.text == "到年底，在个县初步建成数字教室"


@pytest.mark.parametrize(
    "text",
    [
        "截至2024年底，已建成500间数字教室。",
        "2024年，全省完成了300所学校的改造。",
        "覆盖率同比提高达到70%以上。",
        "会议于2024年3月召开。",
    ],
)
def test_a_result_already_reached_is_no_goal(facts, text: str) -> None:
    assert facts(PILOT + text, Goal) == []


@pytest.mark.parametrize("as_of", ["截至", "截止", "截止到"])
def test_as_of_a_date_ahead_of_the_page_is_until_that_date(facts, as_of: str) -> None:
    (goal,) = facts(PILOT + f"{as_of}2027年底，数字教室达到500间。", Goal, date="2025-03-02")
    assert (goal.deadline, goal.value) == ("2027-12", 500)
    assert facts(PILOT + f"{as_of}2024年底，数字教室达到500间。", Goal, date="2025-03-02") == []
    assert facts(PILOT + f"{as_of}2027年底，数字教室已达到500间。", Goal, date="2025-03-02") == []


def test_what_stands_as_of_now_is_no_goal_under_a_date_to_come(facts) -> None:
    assert facts(PILOT + "到2027年，截至目前建成的500间数字教室要升级。", Goal, date="2025-03-02") == []


def test_a_mark_against_the_year_before_is_a_goal_where_its_year_is_to_come_and_else_a_result(facts) -> None:
    text = PILOT + "\n一、发展目标\n{}年，数字教室使用量同比增长30%，覆盖率达到90%以上。"
    assert [goal.value for goal in facts(text.format(2026), Goal, date="2025-03-02")] == [30, 90]
    assert [goal.value for goal in facts(text.format(2024), Goal, date="2025-03-02")] == [None]


def test_a_heading_of_goals_makes_the_head_clause_of_its_undated_sentence_one(facts) -> None:
    text = PILOT + "\n工作目标\n通过试点，完善管理制度，推动形成开放格局。\n保障措施\n加强领导，压实责任。"
    (goal,) = facts(text, Goal)
    assert (goal.goal_kind, goal.deadline) == ("target", None)
    assert goal.text == "完善管理制度，推动形成开放格局"


def test_a_demand_to_build_a_state_is_a_goal(facts) -> None:
    (goal,) = facts(PILOT + "通知要求，各地精心组织，着力构建开放共享的教育体系，并及时报送情况。", Goal)
    assert goal.text == "着力构建开放共享的教育体系"


def test_the_same_target_said_again_is_one_goal_with_the_exact_bound(facts) -> None:
    text = (
        "浙江：今年40%的乡镇将建成智慧养老社区\n"
        "各市至少要有40%的乡镇建成智慧养老社区，省民政厅明确。\n"
        "推进智慧养老社区建设，各市至少要有40%的乡镇建成设施齐全的智慧养老社区。"
    )
    (goal,) = facts(text, Goal, date="2024-02-01")
    assert (goal.comparator, goal.value, goal.deadline, goal.deadline_inferred) == (">=", 40, "2024", True)
    assert len(goal.passages) == 3


def test_targets_with_other_values_or_dates_stay_apart(facts) -> None:
    text = PILOT + "到2026年，覆盖率达到50%。到2028年，覆盖率达到90%。"
    assert [(goal.value, goal.deadline) for goal in facts(text, Goal)] == [(50, "2026"), (90, "2028")]


def test_a_clause_of_means_stands_between_a_date_and_its_head(facts) -> None:
    (goal,) = facts(PILOT + "到2027年底，结合当地条件，建成开放的课程体系。", Goal)
    assert (goal.text, goal.deadline) == ("到2027年底，结合当地条件，建成开放的课程体系", "2027-12")


def test_a_dated_clause_that_reaches_nothing_lends_its_date_to_no_vague_one(facts) -> None:
    assert facts(PILOT + "今年全省将狠抓规划执行，推动资源均衡布局。", Goal, date="2025-03-02") == []


def test_clauses_of_one_sentence_with_one_value_stay_apart(facts) -> None:
    text = (
        PILOT
        + "到2028年，小学数字教室覆盖率达到90%以上，中学数字教室覆盖率达到90%以上，大学数字教室覆盖率达到90%以上。"
    )
    assert [(g.value, g.deadline) for g in facts(text, Goal)] == [(90, "2028")] * 3


@pytest.mark.parametrize(
    ("clause", "value", "comparator", "unit"),
    [
        ("覆盖率达到60%-70%", (60, 70), "range", "%"),
        ("数字教室达到350个", 350, "=", "个"),
        ("教室增加到90间", 90, "=", "间"),
    ],
)
def test_a_value_is_read_as_it_is_bounded(facts, clause: str, value: object, comparator: str, unit: str) -> None:
    (goal,) = facts(PILOT + f"到2028年，{clause}，全部建成。", Goal)[:1]
    assert (goal.value, goal.comparator, goal.unit) == (value, comparator, unit)


@pytest.mark.parametrize("text", ["若到2028年覆盖率不能达到90%，将予以通报。", "如果2028年未能达到80%以上，取消资格。"])
def test_a_supposition_is_no_goal(facts, text: str) -> None:
    assert facts(PILOT + text, Goal) == []


def test_a_date_that_the_exact_statement_gives_is_not_inferred(facts) -> None:
    text = PILOT + "到2028年，数字教室覆盖率达到90%以上。今年要求数字教室覆盖率达到90%以上。"
    (goal,) = facts(text, Goal)
    assert (goal.deadline, goal.deadline_inferred) == ("2028", False)


def test_the_same_value_by_two_stated_dates_is_two_goals(facts) -> None:
    text = PILOT + "到2026年，数字教室覆盖率达到90%以上。到2028年，数字教室覆盖率达到90%以上。"
    assert [goal.deadline for goal in facts(text, Goal)] == ["2026", "2028"]


def test_the_same_value_of_another_thing_is_another_goal(facts) -> None:
    text = PILOT + "到2026年，数字教室覆盖率达到90%以上。到2026年，骨干教师培训比例达到90%以上。"
    assert len(facts(text, Goal)) == 2


@pytest.mark.parametrize("number", ["一、", "1.", "（二）", "第四条　"])
def test_the_number_of_a_paragraph_is_no_part_of_its_goal(facts, number: str) -> None:
    found = facts(f"教育部启动校园体育改革试点。\n{number}试点学校优良率2025年底前达到60%。", Goal)
    assert [goal.text for goal in found] == ["试点学校优良率2025年底前达到60%"]


def test_the_title_of_the_page_sets_no_goal(facts) -> None:
    title = "青海省2023年推进盐湖综合利用示范区建设工作要点"
    assert facts(f"{title}\n示范区到2024年底建成。", Goal)[0].text == "示范区到2024年底建成"


def test_a_start_dates_nothing_but_itself(facts) -> None:
    found = facts("水利部开展智慧灌区试点。力争2023年6月启动试点，灌溉水利用率达到60%。", Goal)
    assert [(goal.text, goal.deadline) for goal in found] == [
        ("力争2023年6月启动试点", "2023-06"),
        ("灌溉水利用率达到60%", None),
    ]


def test_how_to_send_in_names_is_no_goal(facts) -> None:
    text = "水利部开展智慧灌区试点。请于2022年3月底前推荐不超过3个灌区。各省4月15日前报送名单。"
    assert facts(text, Goal) == []


def test_marks_told_respectively_are_a_goal_for_each_thing(facts) -> None:
    found = facts("林业局启动油茶改革试点。到2027年，良种使用率、机械采收率和加工率分别达到90%、45%、70%以上。", Goal)
    assert [(goal.text, goal.value) for goal in found] == [
        ("到2027年，良种使用率、机械采收率和加工率分别达到90%、45%、70%以上", 90),
        ("机械采收率和加工率分别达到90%、45%、70%以上", 45),
        ("加工率分别达到90%、45%、70%以上", 70),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "本办法自2030年7月1日起施行。",
        "《2030年全省节水目标》强调，节水利国利民。",
        "在2030年博览会召开之际，试点城市再添两座。",
        "甲市没有列入2030年的试点名单。",
        "海盐产量是重要指标，达标率为21%。",
    ],
)
def test_a_date_of_something_else_sets_no_goal(facts, sentence: str) -> None:
    assert facts("水利部启动智慧灌区试点。" + sentence, Goal) == []


def test_a_year_governs_the_months_after_it(facts) -> None:
    found = facts("水利部启动智慧灌区试点。2031年8月底前完成方案编制，10月底前报水利部审批。", Goal)
    assert [(goal.deadline, goal.goal_kind) for goal in found] == [("2031-08", "milestone"), ("2031-10", "milestone")]


def test_in_a_section_of_goals_all_dates_were_to_come(facts) -> None:
    text = "2036年1月5日\n水利部关于智慧灌区试点的意见\n一、工作目标\n2034年灌区节水率达到60%。"
    assert [(goal.deadline, goal.value) for goal in facts(text, Goal)] == [("2034", 60)]


def test_a_number_in_what_is_to_be_reached_is_its_mark(facts) -> None:
    (goal,) = facts("教育部启动智慧校园试点。到2030年完成培训教师300人的任务。", Goal)
    assert (goal.value, goal.unit) == (300, "人")


def test_what_a_year_before_the_page_gave_is_no_goal(facts) -> None:
    text = "2024年3月5日\n水利部启动智慧灌区试点。2022年，灌区节水率达到20%，产量达到9万吨。今年要达到25%。"
    assert [goal.value for goal in facts(text, Goal)] == [25]


def test_one_mark_for_units_of_two_levels_is_two_goals(facts) -> None:
    text = "“十二五”期间，省级样板校生均图书年均增长20%以上。“十二五”期间，市级样板校生均图书年均增长20%以上。"
    assert len(facts(PILOT + text, Goal)) == 2


def test_under_a_heading_of_goals_a_mark_needs_no_date(facts) -> None:
    text = "智慧校园建设试点方案\n一、发展目标\n全面建成平台。东部学校完成任务的90%。新建12所样板校。"
    assert [(goal.value, goal.unit) for goal in facts(text, Goal) if goal.value] == [(90, "%"), (12, "所")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("到2030年，建设100个样板校、30个示范校。", [(100, "个"), (30, "个")]),
        ("到2030年，各县至少办1所样板校。", [(1, "所")]),
        ("“十五五”时期，预计新增90万城市人口。", [(90, "万城市人口")]),
        ("教育部提出，到2030年，需要审批的事项将减至38类。", [(38, "类")]),
        ("预计到2053年，我国老年人口将达到4.87亿，占总人口的34.9%。", []),
    ],
)
def test_marks_of_many_forms(facts, sentence: str, expected: list) -> None:
    found = facts(PILOT + sentence, Goal, date="2026-03-02")
    assert [(goal.value, goal.unit) for goal in found] == expected


def test_what_a_page_without_a_date_tells_of_a_year_is_no_goal(facts) -> None:
    assert facts(PILOT + "教育部于2017年组织开展第一批智慧校园建设试点。", Goal) == []
    (goal,) = facts(PILOT + "教育部将于2027年组织开展第二批智慧校园建设试点。", Goal)
    assert goal.deadline == "2027"


@pytest.mark.parametrize("clause", ["试点的目标为建设样板校1000+座", "学校食堂抽检合格率达到96%以上"])
def test_what_is_to_be_reached_without_a_date_is_a_target(facts, clause: str) -> None:
    (goal,) = facts(PILOT + clause + "。", Goal)
    assert (goal.goal_kind, goal.comparator) == ("target", ">=")


def test_an_aim_may_be_stated_without_a_date(facts) -> None:
    (goal,) = facts(PILOT + "总体目标是：在试点学校探索新模式，形成一批样板校。", Goal)
    assert goal.text.endswith("探索新模式，形成一批样板校")


def test_what_is_to_begin_on_a_stated_day_is_a_goal_also_on_a_page_without_a_date(facts) -> None:
    (goal,) = facts(PILOT + "从2036年1月1日起，浙江省将新增24个试点县。", Goal)
    assert (goal.deadline, goal.value) == ("2036-01-01", 24)


def test_the_beginning_of_a_year_that_is_past_sets_no_goal(facts) -> None:
    text = "教育厅于今年初联合开展智慧校园建设试点工作。"
    assert facts(PILOT + text, Goal, date="2024-08-14") == []
    assert facts(PILOT + "试点于2019年初开始执行。", Goal, date="2019-01-01") != []


@pytest.mark.parametrize("end", ["试点结束时", "试点工作结束时", "试点期结束时", "试点期满"])
def test_the_end_of_a_pilot_is_a_date_that_nobody_can_tell(facts, end: str) -> None:
    (goal,) = facts(f"{PILOT}{end}，报修办理时间压缩到6个工作日以内。", Goal)
    assert (goal.text, goal.deadline, goal.value, goal.comparator) == (
        f"{end}，报修办理时间压缩到6个工作日以内", None, 6, "<="
    )  # fmt: skip


def test_a_bare_date_behind_that_of_the_page_is_one_to_come(facts) -> None:
    text = PILOT + "2025年上半年，建成机房300间。"
    (goal,) = facts(text, Goal, date="2021-03-05")
    assert (goal.deadline, goal.value) == ("2025-06", 300)
    assert facts(text, Goal, date="2026-03-05") == []


@pytest.mark.parametrize(("adverb", "comparator"), [("至少", ">="), ("最少", ">="), ("最多", "<="), ("至多", "<=")])
def test_an_adverb_before_the_verb_bounds_the_number_behind_the_object(facts, adverb: str, comparator: str) -> None:
    (goal,) = facts(f"{PILOT}到2035年，{adverb}建成机房300间。", Goal)
    assert (goal.value, goal.comparator) == (300, comparator)


@pytest.mark.parametrize(
    "text", ["学校参加试点不到一年时间，在线课程使用率达87%。", "经过一年多的探索，教育部推出了在线课程。"]
)
def test_a_time_that_has_passed_is_no_deadline(facts, text: str) -> None:
    assert facts(PILOT + text, Goal, date="2025-03-02") == []


def test_what_is_to_be_done_in_the_whole_by_a_date_is_a_goal(facts) -> None:
    text = PILOT + "2026年的任务是：数字教室改造基本完成，在线课程全面推开。浙江等3个省份明年将全面推开在线课程。"
    found = [(goal.text, goal.deadline) for goal in facts(text, Goal, date="2025-11-02")]
    assert found == [
        ("数字教室改造基本完成", "2026"),
        ("在线课程全面推开", "2026"),
        ("浙江等3个省份明年将全面推开在线课程", "2026"),
    ]


def test_a_chronicle_sets_no_goals_and_a_plan_by_steps_does(facts) -> None:
    told = PILOT + "从2015年个别学校先行，到2020年多地加入，再到2024年全省实施，试点不断扩大。"
    assert facts(told, Goal) == []
    plan = PILOT + "从2023年起，到2025年建成10所学校，再到2030年全面建成。"
    assert [goal.deadline for goal in facts(plan, Goal)] == ["2025", "2030"]
    assert facts(told, Goal, date="2019-05-01") != []  # years that are to come are no chronicle


def test_below_goals_and_tasks_together_each_heading_says_itself_what_it_is(facts) -> None:
    text = PILOT + "\n一、目标任务\n（一）试点申报条件及有关要求。申报学校应当具备机房，用地不少于100亩。"
    assert facts(text, Goal) == []


def test_a_numbered_line_below_a_heading_of_goals_sets_goals(facts) -> None:
    text = (
        PILOT
        + "\n二、工作目标\n（一）在线课程使用率保持100%，屋顶光伏装机容量达到90MW。\n三、主要任务\n（一）使用率保持100%。"
    )
    assert [(goal.value, goal.unit) for goal in facts(text, Goal)] == [(100, "%"), (90, "MW")]


@pytest.mark.parametrize(
    "text",
    [
        "根据《关于2027年实现数字教室全覆盖的通知》要求，结合实际，制定方案。",
        "根据2027年中央1号文件全面推开试点的精神，结合实际制定方案。",
        "重点支持改造2027年底前建成的教室。",
    ],
)
def test_the_date_of_something_else_sets_no_goal(facts, text: str) -> None:
    assert facts(PILOT + text, Goal) == []


def test_what_heads_an_item_below_goals_makes_no_other_section_of_it(facts) -> None:
    text = PILOT + "\n二、主要目标\n（一）组织机构体系更加健全。教研力量加强，新增教研机构6家。"
    assert [goal.value for goal in facts(text, Goal)] == [6]


def test_each_thing_that_has_a_verb_and_a_number_of_its_own_is_a_goal(facts) -> None:
    text = PILOT + "\n二、目标任务\n在每个省份至少打造3个以上样板县、建成10个以上服务站、开通20条以上线路。"
    found = [(goal.text, goal.comparator, goal.value) for goal in facts(text, Goal)]
    assert found == [
        ("在每个省份至少打造3个以上样板县", ">=", 3),
        ("建成10个以上服务站", ">=", 10),
        ("开通20条以上线路", ">=", 20),
    ]


def test_so_many_things_that_are_to_be_made_are_a_mark_also_before_what_they_are(facts) -> None:
    text = PILOT + "到2027年共建设{}。"
    found = [
        facts(text.format(what), Goal)[0].value for what in ("150家左右的学校", "500平方米的机房", "3间以上的机房")
    ]
    assert found == [150, None, None]
    school = PILOT + "到2027年，新增50个以上的班级的学校应配备2名校医。"
    assert [goal.value for goal in facts(school, Goal)] == [2]


def test_what_is_to_be_named_by_a_date_is_counted(facts) -> None:
    text = PILOT + "到2027年，使用率超过50%，100个左右学校被命名为数字学校。"
    assert [goal.value for goal in facts(text, Goal)] == [50, 100]


def test_the_only_date_of_a_section_of_goals_holds_for_what_stands_below(facts) -> None:
    text = PILOT + "\n二、发展目标\n到2030年，体系基本健全。\n1.地位更加凸显。甲市入网率不低于50%。\n三、任务\n{}"
    found = facts(text.format("每年入网率不低于10%。"), Goal)
    assert [(g.value, g.deadline, g.deadline_inferred) for g in found[1:]] == [(50, "2030", True), (10, None, False)]
    twice = text.replace("健全。", "健全。到2032年，体系全面健全。").format("")
    assert [(goal.value, goal.deadline) for goal in facts(twice, Goal)[2:]] == [(50, None)]


def test_a_sentence_that_goes_on_with_an_aim_has_its_date(facts) -> None:
    text = PILOT + "\n据介绍，到2030年，60个城市率先建成服务体系。试点城市基本建成数字教室，实现上网全覆盖。"
    found = [(goal.text, goal.deadline) for goal in facts(text, Goal)]
    assert found[2] == ("实现上网全覆盖", "2030")
    assert len(facts(text + "目前，全市基本建成数字教室500间。", Goal)) == len(found)


def test_what_each_place_does_of_a_number_has_its_date(facts) -> None:
    text = PILOT + "\n2030年11月15日前，全省改造教室5300间。\n全省这5300间中，包括，甲市改造3000间，乙市改造2300间。"
    found = [(goal.text, goal.value, goal.deadline) for goal in facts(text, Goal)]
    assert found[1:] == [("甲市改造3000间", 3000, "2030-11-15"), ("乙市改造2300间", 2300, "2030-11-15")]


def test_a_line_that_is_nothing_but_a_date_heads_what_follows(facts) -> None:
    text = (
        PILOT
        + "\n三、进度\n（一）2030年4月底前\n对全体学校开展安全教育。制定规程。\n（二）2030年6月底前\n召开推进会议。"
    )
    found = [(goal.text, goal.deadline, goal.deadline_inferred) for goal in facts(text, Goal)]
    assert found == [("对全体学校开展安全教育", "2030-04", True), ("召开推进会议", "2030-06", True)]
    assert facts("2030年3月5日\n教育部开展智慧校园建设试点。", Goal) == []


def test_how_many_are_chosen_by_a_date_is_a_goal_and_whom_to_choose_none(facts) -> None:
    (goal,) = facts(PILOT + "\n2030年将在甲、乙、丙等地市，各选择不少于2个县开展试点。", Goal)
    assert (goal.text, goal.value) == ("2030年将在甲、乙、丙等地市，各选择不少于2个县开展试点", 2)
    assert facts(PILOT + "\n2030年，选择基础较好的县开展试点。", Goal) == []


def test_a_sentence_under_guiding_ideas_that_begins_with_a_date_sets_a_goal(facts) -> None:
    text = PILOT + "\n一、总体要求\n以学生为中心，入网率不低于50%。到2030年，全面建成开放的体系，覆盖率达到90%。"
    assert [goal.value for goal in facts(text, Goal)] == [None, 90]


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("生机比达到1：1.6", None),
        ("评价得分在90分（含90分）以上", 90),
        ("建成教室超过500间、教师人数300人", 300),
        ("新开发课程20款以上", 20),
        ("新增教师300人、教师公寓200套", 200),
        ("完成教室改造500间，其中农村学校300间", 300),
        ("生均经费提高到每年1500元", 1500),
        ("加装电梯50部", 50),
        ("力争节省用电70+万千瓦时/年", 70),
    ],
)
def test_further_marks(facts, clause: str, value: int | None) -> None:
    goal = facts(PILOT + f"到2030年，{clause}。", Goal)[-1]
    assert (goal.value, goal.deadline) == (value, "2030")


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("到本世纪中叶，开放的教育体系成熟定型。", None),
        ("试点任务截至2030年7月。", "2030-07"),
        ("从2030年秋季学期起，全市学校全面实行课后服务。", "2030"),
        ("6个月内建成监测平台。", None),
        ("2029年12月底将组织中期验收。", "2029-12"),
        ("数字教室的建设目标是到2030年，覆盖率达到90%。", "2030"),
        ("到2029年，在原有试点基础上，新增24所学校。", "2029"),
    ],
)
def test_further_ways_to_say_a_date(facts, sentence: str, deadline: str | None) -> None:
    (goal,) = facts(PILOT + "\n" + sentence, Goal)
    assert (goal.text, goal.deadline) == (sentence[:-1], deadline)


@pytest.mark.parametrize(
    "sentence",
    [
        "教育改革影响深远，是“十五五”时期的一项内容。",
        "市政府召开“十五五”期间智慧校园建设推进会议。",
        "甲市在2030年运动会试点结束后转为试点地区。",
    ],
)
def test_further_dates_of_something_else(facts, sentence: str) -> None:
    assert facts(PILOT + "\n" + sentence, Goal) == []


def test_parts_of_a_trial_are_no_mark(facts) -> None:
    (goal,) = facts(PILOT + "到2030年底前完成准备、实施、总结三个阶段。", Goal)
    assert (goal.value, goal.deadline) == (None, "2030-12")


def test_what_is_told_of_the_present_sets_no_goal(facts) -> None:
    assert facts(PILOT + "\n一、基本情况\n2030年，全州教室达到500间，其中农村300间。", Goal) == []


def test_what_a_part_has_reached_already_is_no_goal(facts) -> None:
    text = PILOT + "到2027年，全省50万户完成改造。全省这50万户中，甲市去年完成10万户。"
    assert [goal.value for goal in facts(text, Goal)] == [50]


def test_principles_set_no_goal_and_general_demands_do(facts) -> None:
    assert facts(PILOT + "\n一、基本原则\n2027年前坚持试点先行。", Goal) == []
    assert len(facts(PILOT + "\n一、总体要求\n到2027年，建成10所学校。", Goal)) == 1


def test_what_is_to_come_is_a_goal_also_where_the_state_of_things_is_told(facts) -> None:
    text = PILOT + "\n一、基本情况\n到2027年，全市将建成学校200所。2025年已建成100所。"
    assert [goal.value for goal in facts(text, Goal)] == [200]


def test_a_headline_that_something_is_made_public_sets_no_goal(facts) -> None:
    assert facts("“十五五”时期智慧校园建设试点名单公布\n教育部公布智慧校园建设试点名单。", Goal) == []


def test_a_date_that_says_what_will_be_holds_for_the_sentences_that_go_on_so(facts) -> None:
    text = PILOT + "2030年全省将建成200所学校。杭州将建成不少于28所学校、各2000个座位。目前已建成100所学校。"
    found = facts(text, Goal, date="2030-01-05")
    assert [(goal.deadline, goal.value) for goal in found] == [("2030", 200), ("2030", 28), ("2030", 2000)]


def test_a_year_of_money_is_no_mark_and_who_has_to_do_it_only_dates_what_follows(facts) -> None:
    text = (
        PILOT + "省级财政部门应于2030年8月30日前，将资金申请报告报财政部，财政部于2030年9月30日前下达2030年试点资金。"
    )
    found = facts(text, Goal)
    assert [(goal.text, goal.value) for goal in found] == [
        ("省级财政部门应于2030年8月30日前，将资金申请报告报财政部", None),
        ("财政部于2030年9月30日前下达2030年试点资金", None),
    ]


def test_that_the_trial_is_carried_through_by_a_date_is_a_step(facts) -> None:
    (goal,) = facts(PILOT + "在2030年6月前，试点地区完成智慧校园建设试点工作。", Goal)
    assert goal.goal_kind == "milestone"


def test_a_line_that_begins_with_a_date_sets_a_goal_whatever_word_ends_it(facts) -> None:
    text = PILOT + "\n" + "一、工作目标\n到2025年，建成100个智慧教室，形成一批可复制可推广的经验\n"
    assert [goal.value for goal in facts(text, Goal)][:1] == [100]


@pytest.mark.parametrize(
    ("text", "deadline", "value"),
    [
        ("2024年争取新增用户1.5万户。", "2024", 1.5),
        ("争取2025年全年成交额突破6亿元。", "2025", 6),
        ("到2025年，试点城市细颗粒物浓度控制在42微克/立方米以下。", "2025", 42),
    ],
)
def test_what_is_striven_for_is_a_goal(facts, text: str, deadline: str, value: float) -> None:
    (goal,) = facts(PILOT + text, Goal, date="2024-02-27")
    assert (goal.deadline, goal.value) == (deadline, value)


def test_a_mark_whose_digits_were_lost_is_a_goal_without_a_value(facts) -> None:
    text = PILOT + "到年，校园网覆盖率达到%以上，生机比提高到.，建成平台。"
    lost = tuple((at, at + len(words)) for words in ("到年", "达到%", "提高到.") for at in [text.index(words)])
    goals = facts(text, Goal, lost_digits=lost)
    assert [(goal.text, goal.value) for goal in goals][:2] == [
        ("到年，校园网覆盖率达到%以上", None),
        ("生机比提高到.", None),
    ]


def test_a_label_at_the_beginning_of_a_line_is_no_goal(facts) -> None:
    text = PILOT + "试点期到2025年底。\n下一步工作打算：\n信息来源：省教育厅"
    assert [goal.text for goal in facts(text, Goal)] == []


def test_goals_may_be_said_by_somebody(facts) -> None:
    text = PILOT + "“各试点县要在7月底前建成平台，今年国庆节前完成验收。”负责人表示。"
    assert [goal.text for goal in facts(text, Goal, date="2024-03-29")] == [
        "各试点县要在7月底前建成平台",
        "今年国庆节前完成验收",
    ]


def test_a_date_may_stand_apart_from_what_is_due_then(facts) -> None:
    text = PILOT + "教育部3月27日公布2024年试点名单。试点县要在今年11月底前，为不少于1000所学校建成平台。"
    (goal,) = facts(text, Goal, date="2024-03-29")
    assert goal.text == "试点县要在今年11月底前，为不少于1000所学校建成平台"
    assert (goal.deadline, goal.value) == ("2024-11", 1000)


def test_the_imprint_of_a_document_sets_no_goal(facts) -> None:
    assert facts(PILOT + "\n教育部办公室 2030年5月6日印发", Goal, date="2029-05-06") == []


@pytest.mark.parametrize(
    ("when", "deadline"),
    [("从2024年到2026年，", "2026"), ("未来三年，", "2027"), ("今后3年内，", "2027"), ("试点期内，", None)],
)
def test_a_time_that_is_to_come_dates_a_goal(facts, when: str, deadline: str | None) -> None:
    (goal,) = facts(PILOT + when + "建成50个智慧教室。", Goal, date="2024-03-05")
    assert (goal.value, goal.deadline) == (50, deadline)


def test_a_step_on_a_day_ahead_of_the_page_is_a_milestone(facts) -> None:
    (goal,) = facts(PILOT + "2024年下半年出台试点方案。", Goal, date="2024-03-05")
    assert (goal.deadline, goal.goal_kind) == ("2024-12", "milestone")
    assert facts(PILOT + "2023年下半年出台试点方案。", Goal, date="2024-03-05") == []


def test_a_share_of_something_is_no_means(facts) -> None:
    text = "到2027年，农村学校占比超过30%，在全省新增教室中占比超过60%，校均节水30立方米。"
    assert [(g.value, g.deadline) for g in facts(PILOT + text, Goal, date="2024-03-05")] == [
        (30, "2027"),
        (60, "2027"),
        (30, "2027"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "今年前11个月，全省货物进出口总额8672亿元，其中有近三成企业同时做两个市场。",
        "前三季度，全省实现增加值8672亿元，占比达到38%。",
        "五、试点目标\n记者：目标是怎么定的，是不是到2030年建成50个？",
    ],
)
def test_results_of_months_and_questions_set_no_goals(facts, text: str) -> None:
    assert facts(PILOT + text, Goal, date="2023-12-18") == []


def test_a_sum_over_years_is_a_goal_where_goals_are_set_and_a_result_elsewhere(facts) -> None:
    said = "五年累计培育示范教室300间，覆盖率突破50%。"
    assert [goal.value for goal in facts(PILOT + "\n三、主要目标\n" + said, Goal)] == [300, 50]
    assert facts(PILOT + "\n三、基本情况\n" + said, Goal) == []


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ("到2026年底，面积占比不得低于45%。", (">=", 45)),
        ("到2026年底，轮岗比例不低于符合条件教师总数的15%。", (">=", 15)),
        ("到2026年底，试点城市增至6个。", ("=", 6)),
        ("到2026年底，等候时间不得超过30分钟。", ("<=", 30)),
    ],
)
def test_a_bound_may_be_forbidden_to_pass_and_may_stand_before_what_a_share_is_one_of(facts, said: str, mark) -> None:
    (goal,) = facts(PILOT + said, Goal)
    assert (goal.comparator, goal.value) == mark


def test_a_term_of_a_school_year_dates_a_goal_and_is_none(facts) -> None:
    (goal,) = facts(PILOT + "到2026年春季学期，全省乡镇学校全部纳入试点。", Goal)
    assert (goal.text, goal.deadline) == ("到2026年春季学期，全省乡镇学校全部纳入试点", "2026")


@pytest.mark.parametrize(
    "said", ["今年1—4月发放补助2860万元。", "2025年1至6月完成投资30亿元。", "每省不超过6个，其他省份不超过4个。"]
)
def test_the_months_so_far_and_quotas_set_no_goals(facts, said: str) -> None:
    assert facts(PILOT + said, Goal, date="2025-07-01") == []


def test_what_a_page_without_a_date_tells_of_a_month_of_this_year_may_be_over(facts) -> None:
    assert facts("智慧校园怎么建\n今年3月，杭州市启动智慧校园建设试点。试点期3年。", Goal) == []


def test_a_bound_that_lost_its_figures_is_a_goal_without_a_value(facts) -> None:
    text = PILOT + "到年底，每县至少有名专职教师，覆盖率达到以上。"
    lost = tuple((at, at + len(words)) for words in ("到年", "至少有名", "达到以上") for at in [text.index(words)])
    goals = facts(text, Goal, lost_digits=lost)
    assert [(goal.text, goal.value) for goal in goals] == [
        ("到年底，每县至少有名专职教师", None),
        ("覆盖率达到以上", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "今年我们的目标，是汛期前再建40座泵房，17处漏点要全部补好。",
            [("汛期前再建40座泵房", 40), ("17处漏点要全部补好", None)],
        ),
        ("到2033年，走路上学的比例要提到七成以上，现在只有四成。", [("到2033年，走路上学的比例要提到七成以上", 70)]),
        ("老火车站校区，十一之前一定开课。", [("十一之前一定开课", None)]),
        ("甲、乙两省今年年底前出台细则。", [("甲、乙两省今年年底前出台细则", None)]),
        ("2031年12月底前，30个试点县（市）都要完成改造。", [("2031年12月底前，30个试点县（市）都要完成改造", None)]),
    ],
)
def test_what_is_said_in_speech_is_a_goal(facts, text: str, expected: list[tuple[str, float | None]]) -> None:
    assert [(goal.text, goal.value) for goal in facts(PILOT + text, Goal, date="2031-03-03")] == expected


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("自2032年劳动节（5月1日）起，试点学校的操场开放到22时。", "2032-05-01"),
        ("教师节（9月10日）前，试点学校全部开课。", "2031-09-10"),
        ("本月起转入试运行。", "2031-03"),
        ("下个月起在全市推开。", "2031-04"),
        ("从2032年春季学期起把试点范围扩大到全省。", "2032"),
    ],
)
def test_a_goal_may_begin_at_a_feast_a_term_or_this_month(facts, text: str, deadline: str) -> None:
    (goal,) = facts(PILOT + text, Goal, date="2031-03-03")
    assert (goal.deadline, goal.text + "。") == (deadline, text)


def test_a_date_in_a_line_of_its_own_holds_for_the_lines_below(facts) -> None:
    text = (
        PILOT
        + "\n\n今年8月底前\n5座城市都要公布申请办法\n到2033年底\n入学人数力争达到8万人以上\n报名、缴费全部在线上\n\n有问题问我"
    )
    found = [(goal.text, goal.deadline, goal.value) for goal in facts(text, Goal, date="2031-03-03")]
    assert found == [
        ("5座城市都要公布申请办法", "2031-08", None),
        ("入学人数力争达到8万人以上", "2033-12", 8),
        ("报名、缴费全部在线上", "2033-12", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "完成时限\n2032年6月底前\n责任单位\n市教育局",
        "抽查的20所学校中仍有三成以上没有开课。",
        "连续两年排名靠后的，五年内不得申报。",
        "校舍出让的起拍价不低于3亿元。",
        "第五十一前排有20个座位。",
    ],
)
def test_cells_findings_penalties_and_prices_set_no_goal(facts, text: str) -> None:
    assert not facts(PILOT + text, Goal, date="2031-03-03")


@pytest.mark.parametrize(
    "text", ["第一批（2032年春季起）：甲县、乙县。", "几年下来，入学率由试点前的30%升至60%，合格率达到90%。"]
)
def test_batches_and_results_set_no_goal(facts, text: str) -> None:
    assert not facts(PILOT + "\n" + text, Goal, date="2031-03-03")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2032年6月底前，评估机构覆盖到每个县。", "target"),
        ("2032年6月底前，各县签订合作协议。", "milestone"),
        ("2032年6月底前，新建校舍全面执行绿色标准。", "target"),
        ("送餐服务6月20日起在甲校、乙校两个校区试行。", "milestone"),
    ],
)
def test_words_that_hold_one_of_a_step_tell_of_none(facts, text: str, kind: str) -> None:
    (goal,) = facts(PILOT + text, Goal, date="2031-03-03")
    assert goal.goal_kind == kind
