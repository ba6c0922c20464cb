"""A digest: no program, body or date crosses from one story to another."""

from build_graph.model import Goal, Issuer, Program

DIGEST = """今日要闻
某电视台消息：
全国造船完工量增长
近日，行业协会公布上月造船数据，完工量同比增长。
两部门启动校园书屋试点
教育部、文化和旅游部近日启动校园书屋建设试点，到2027年底，建成书屋500个以上。
南方迎来降雨天气
气象台预计，明天起南方将有大雨。
"""


def test_no_body_and_no_date_crosses_from_one_story_to_another(facts) -> None:
    text = DIGEST.replace("上月造船数据", "2019年造船数据").replace("行业协会", "工业和信息化部")
    assert {issuer.name for issuer in facts(text, Issuer)} == {"教育部", "文化和旅游部"}


def test_a_program_of_two_stories_is_one_with_the_passages_of_both(facts) -> None:
    text = DIGEST + "校园书屋试点扩围\n教育部昨天决定扩大校园书屋建设试点，新增书屋300个。\n"
    (program,) = facts(text, Program)
    assert len(program.passages) >= 3


def test_a_story_takes_its_year_from_the_page_and_its_day_from_itself(read) -> None:
    reading = read(
        DIGEST.replace("今日要闻", "今日要闻（2025年）").replace("气象台预计", "气象台今天（3月2日）预计"), date="2025"
    )
    assert [story.date for story in reading.stories] == ["2025", "2025", "2025", "2025-03-02"]


def test_a_document_of_one_story_is_itself(read) -> None:
    reading = read("教育部启动校园书屋建设试点。")
    assert reading.stories == (reading,)


def test_each_story_dates_its_goals_by_the_day_with_which_it_opens(facts) -> None:
    text = """要闻
陕西启动校园书屋试点
2019年4月3日，陕西省教育厅印发通知，在旬邑县开展校园书屋试点，年底前建成书屋40个。
海南启动校园食堂改革试点
2023年8月7日，海南省教育厅宣布，在屯昌县开展校园食堂改革试点，年底前改造食堂60个。
"""
    found = [(goal.value, goal.deadline, goal.deadline_inferred) for goal in facts(text, Goal)]
    assert found == [(40, "2019-12", True), (60, "2023-12", True)]


def test_a_page_without_a_date_is_of_the_day_with_which_it_opens(facts) -> None:
    text = "陕西启动校园书屋试点\n2019年4月3日，陕西省教育厅印发通知，在旬邑县开展校园书屋试点，年底前建成书屋40个。"
    (goal,) = facts(text, Goal)
    assert (goal.deadline, goal.deadline_inferred) == ("2019-12", True)
    (goal,) = facts(text, Goal, date="2019")
    assert goal.deadline == "2019-12"


def test_what_one_numbered_story_promises_is_no_goal_of_another(facts) -> None:
    text = """各地教育动态（2024年第5期）
一、陕西启动校园书屋试点
2023年12月3日，陕西省教育厅确定旬邑县、太白县为校园书屋试点县。
二、海南启动学校食堂改革试点
海南省教育厅近日印发方案，启动学校食堂改革试点，年底前改造食堂20个。
三、青海推进课后服务改革
青海省教育厅决定在互助县、门源县开展课后服务改革试点，年内完成12项改革任务。
"""
    found = facts(text, Goal)
    assert [(goal.value, goal.deadline) for goal in found] == [(20, "2024-12"), (12, "2024")]
    assert "校园书屋试点" not in {goal.program for goal in found}
