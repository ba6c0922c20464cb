"""Tasks in tables: 序号 | 工作任务 | 责任单位, perhaps under rows, or beside cells, that name what they belong to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.agencies import agency_mentions
from build_graph.extract.programs.naming import unique
from build_graph.extract.tasks.clauses import does
from build_graph.extract.tasks.nodes import TaskNode
from build_graph.parse.spans import Span, trimmed
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading
    from build_graph.parse.tables import Cell, Table
    from build_graph.places import Place

_NUMBER = re.compile(
    r"\s*(?:\d{1,3}\s*[.．、]?|（(?:\d{1,3}|[一二三四五六七八九十]{1,3})）|[一二三四五六七八九十]{1,3}、)\s*"
)
_YEAR = re.compile(r"\d{4}年(?:度?目标)?")
_END_MARKS = " \t。；;"
_MOSTLY = 0.5  # share of the cells that say what to do


def in_tables(reading: Reading, home: tuple[Place, ...]) -> list[TaskNode]:
    """Return the tasks in the columns that are headed as such, each behind the row that names its part of the table."""
    return [node for table in reading.tables for node in _of_table(reading, table, home)]


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", kind))


def _of_table(reading: Reading, table: Table, home: tuple[Place, ...]) -> list[TaskNode]:
    column = _column(table, "task_column")
    if column is None or any(_is_of_results(cell) for cell in table.header.cells):
        return []
    nodes = list(_rows(reading, table, column, home))
    tasks = [node for node in nodes if node.rule == "task-table-row"]
    says_what_to_do = sum(does(reading.slice(node.span)) for node in tasks)
    return nodes if tasks and says_what_to_do >= _MOSTLY * len(tasks) else []


def _column(table: Table, kind: str) -> int | None:
    """The number of the first column whose heading is one of a kind."""
    return next((cell.column for cell in table.header.cells if _words(kind).fullmatch(cell.text)), None)


def _is_of_results(heading: Cell) -> bool:
    """任务 | 2024年 | 2025年: what is to come out is no task."""
    return _YEAR.fullmatch(heading.text) is not None or _words("result_column").search(heading.text) is not None


def _rows(reading: Reading, table: Table, column: int, home: tuple[Place, ...]) -> Iterator[TaskNode]:
    who, part = _column(table, "responsible_column"), _column(table, "part_column")
    parent: str | None = None
    number = 0
    for row in table.rows:
        cells = {cell.column: cell for cell in row.cells if cell.text}
        if not any(character.isalpha() for cell in cells.values() for character in cell.text) or _sums_up(cells):
            continue
        if len(cells) == 1:
            span = _content(reading, next(iter(cells.values())))
            parent, number = reading.slice(span), 0
            yield TaskNode(span, "task-table-part", is_heading=not does(parent))
        elif column in cells and len(row.cells) >= len(table.header.cells):
            span = _content(reading, cells[column])
            if parent is not None and number == 0 and not does(reading.slice(span)):
                return  # 二、评审专家, and the headings of another table below it
            number += 1
            bodies = _bodies(reading, cells[who], home) if who in cells else ()
            yield TaskNode(span, "task-table-row", cells[part].text if part in cells else parent, number, bodies)


def _sums_up(cells: dict[int, Cell]) -> bool:
    return _words("no_task_row").match(cells[min(cells)].text) is not None


def _content(reading: Reading, cell: Cell) -> Span:
    """A cell without its number and the mark at its end."""
    number = _NUMBER.match(reading.text, *cell.span)
    return trimmed(reading.text, Span(number.end() if number else cell.span.start, cell.span.end), _END_MARKS)


def _bodies(reading: Reading, cell: Cell, home: tuple[Place, ...]) -> tuple[str, ...]:
    return unique(mention.name for mention in agency_mentions(reading.text, cell.span, home))
