"""A report on all work of a body sets much that is none of the program's."""

from build_graph.model import Goal, Task

REPORT = """德清县人民政府工作报告
二、2024年工作安排
主要预期目标是：地区生产总值增长6%左右，城镇调查失业率控制在5.5%以内。
（一）抓产业
新建高标准农田3.2万亩。到2027年，产值突破200亿元。
（二）抓改革
抓好农村宅基地制度改革试点，年底前盘活闲置农房不少于600栋。
（三）补短板
到2027年，养老机构护理型床位占比提高到60%。
"""


def test_of_a_report_on_all_work_only_what_stands_with_the_program_is_of_it(facts) -> None:
    assert [goal.value for goal in facts(REPORT, Goal, date="2024-01-30")] == [600]


def test_all_that_stands_below_a_heading_with_the_program_is_of_it(facts) -> None:
    text = (
        "德清县农业农村局2024年工作总结\n四、农村宅基地制度改革试点工作\n下一步打算：\n"
        "（一）盘活农房。到2027年，盘活农房600栋。\n（二）健全机制。\n五、高标准农田建设\n到2027年，建成12万亩。"
    )
    assert [goal.value for goal in facts(text, Goal)] == [600]
    assert [task.text for task in facts(text, Task) if not task.is_heading] == ["盘活农房", "健全机制"]


def test_a_plan_of_work_of_the_program_itself_is_all_about_it(facts) -> None:
    text = "2024年农村宅基地制度改革试点工作要点\n一、目标\n到2027年，盘活农房600栋。"
    assert [goal.value for goal in facts(text, Goal)] == [600]
