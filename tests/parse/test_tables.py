from build_graph.parse.lines import lines
from build_graph.parse.tables import tables


def read(text: str):
    return list(tables(text, lines(text)))


def test_piped_rows_below_a_header_are_a_table() -> None:
    text = "名单如下\n序号 | 省份 | 试点城市 |\n1 | 甲省 | 乙市 |\n2 | | 丙市 |\n以上"
    (table,) = read(text)
    assert table.column("省份") == 1
    assert table.column("试点") == 2
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["1", "甲省", "乙市"],
        ["2", "", "丙市"],
    ]
    cell = table.rows[0].cells[2]
    assert text[cell.span.start : cell.span.end] == "乙市"


def test_outer_pipes_make_no_cells() -> None:
    (table,) = read("| 省份 | 县 |\n| 甲省 | 乙县 |")
    assert [cell.text for cell in table.rows[0].cells] == ["甲省", "乙县"]


def test_tabs_separate_cells_too() -> None:
    (table,) = read("省份\t县\n甲省\t乙县")
    assert table.column("县") == 1


def test_a_single_line_with_a_pipe_is_no_table() -> None:
    assert read("首页 | 新闻") == []


def test_a_column_that_no_heading_names_is_unknown() -> None:
    (table,) = read("甲|乙\n1|2")
    assert table.column("省份") is None


def test_a_heading_between_rows_is_a_row_of_one_cell() -> None:
    (table,) = read("任务 | 单位\n一、设施\n建平台 | 甲局\n二、制度\n改规则 | 乙局\n以上")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["一、设施"],
        ["建平台", "甲局"],
        ["二、制度"],
        ["改规则", "乙局"],
    ]
