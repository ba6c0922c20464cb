"""Tables whose rows are tasks, and rows and tables that are none."""

from build_graph.model import Task

TITLE = "民政部开展智慧养老试点。\n"
HEADER = "工作任务 | 责任单位\n"


def rows(facts, table: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(task.text, task.parent, task.responsible) for task in facts(TITLE + table, Task) if not task.is_heading]


def test_each_row_is_a_task_of_those_who_answer_for_it(facts) -> None:
    table = HEADER + "1.建设养老服务平台 | 省民政厅\n2.培训护理人员 | 省人力资源社会保障厅\n"
    assert rows(facts, table) == [
        ("建设养老服务平台", None, ("省民政厅",)),
        ("培训护理人员", None, ("省人力资源社会保障厅",)),
    ]


def test_a_row_of_one_cell_names_what_those_below_belong_to(facts) -> None:
    table = HEADER + "平台建设\n建设养老服务平台 | 省民政厅\n开发养老地图 | 省民政厅\n"
    assert [(text, parent) for text, parent, _ in rows(facts, table)] == [
        ("建设养老服务平台", "平台建设"),
        ("开发养老地图", "平台建设"),
    ]


def test_sums_and_remarks_are_no_tasks(facts) -> None:
    table = HEADER + "建设养老服务平台 | 省民政厅\n培训护理人员 | 省民政厅\n合计 | 2项\n备注 | 每季度报送进展\n3 | |\n"
    assert [text for text, *_ in rows(facts, table)] == ["建设养老服务平台", "培训护理人员"]


def test_the_headings_of_another_table_end_the_tasks(facts) -> None:
    table = HEADER + "建设养老服务平台 | 省民政厅\n培训护理人员 | 省民政厅\n二、评审专家\n姓名 | 职称\n张三 | 教授\n"
    assert [text for text, *_ in rows(facts, table)] == ["建设养老服务平台", "培训护理人员"]


def test_what_is_to_come_out_year_by_year_is_no_task(facts) -> None:
    assert rows(facts, "任务 | 2024年 | 2025年\n改造老旧小区 | 100个 | 200个\n新增停车泊位 | 900个 | 950个\n") == []


def test_a_cell_beside_names_what_a_task_belongs_to(facts) -> None:
    table = "类别 | 工作内容 | 牵头单位\n平台 | 开发养老地图 | 省民政厅\n人员 | 培训护理人员 | 省民政厅\n"
    assert [(text, parent) for text, parent, _ in rows(facts, table)] == [
        ("开发养老地图", "平台"),
        ("培训护理人员", "人员"),
    ]


RUN = (
    "民政部开展智慧养老试点。\n智慧养老试点任务分解表序号工作任务责任单位配合单位完成时限{}市民政局市财政局月底前{}市卫健委各试点县区月底前"
    "{}市委组织部市人社局长期坚持{}市残联年底前说明：按季度报送进度。"
)


def test_cells_run_together_are_parted_by_bodies_and_by_what_is_due(facts) -> None:
    tasks = ("开发养老地图", "把助餐点纳入社区服务圈", "培训城市护理人员", "改造老人家中浴室")
    assert [text for text, *_ in rows(facts, RUN.format(*tasks).removeprefix(TITLE))] == list(tasks)


def test_what_is_run_together_and_says_nothing_to_do_is_no_task(facts) -> None:
    table = RUN.format("养老地图", "助餐点位数", "护理人员数", "浴室数量").removeprefix(TITLE)
    assert [text for text, *_ in rows(facts, table)] == []
