"""Tables of tasks whose cells a page has run together: 重点任务牵头单位完成时限建设…市教育局月底前培训…市残联长期坚持.

What is due when ends a row, the names of bodies end its task.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.tasks.clauses import does, takes_object
from build_graph.extract.tasks.directives import is_doing
from build_graph.extract.tasks.nodes import TaskNode
from build_graph.parse.spans import Span, trimmed
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading

_SHORTEST_TABLE = 80  # code points of a line that holds one
_LEAST_ROWS = 3
_END_MARKS = " \t。；;，、"
_NUMBER = re.compile(r"\s*\d{1,2}(?=[^\d年月日])[.．、]?\s*")
_BODY_BEGINS = r"(?<![城都社小园片])(?:[市县省州旗区](?![场域])|各)"


def run_together(reading: Reading) -> Iterator[TaskNode]:
    """Yield the tasks of such tables, if most of what stands in their rows says what to do."""
    for line in reading.lines:
        heads = _heading().search(line.text) if len(line.text) > _SHORTEST_TABLE and not line.is_row else None
        spans = list(_rows(reading, Span(line.span.start + heads.end(), line.span.end))) if heads else []
        if len(spans) >= _LEAST_ROWS and 2 * sum(_says_what_to_do(reading.slice(s)) for s in spans) > len(spans):
            yield from (TaskNode(span, "task-table-run-together", None, n) for n, span in enumerate(spans, 1))


def _says_what_to_do(text: str) -> bool:
    return does(text) or takes_object(text) or is_doing(text)


@cache
def _heading() -> re.Pattern[str]:
    """重点任务牵头单位配合单位完成时限: headings of columns behind each other, the last one on when it is due."""
    task, who, other, when = (
        either(__package__, "task_words", f"{kind}_column") for kind in ("task", "responsible", "other", "due")
    )
    return re.compile(rf"{task}\s*{who}\s*(?:{other}\s*){{0,2}}{when}")


@cache
def _due() -> re.Pattern[str]:
    """6月底前, 月底前 where the figure is lost, 长期坚持."""
    return re.compile(rf"(?:\d{{4}}年)?\d{{0,2}}{either(__package__, 'task_words', 'due')}")


@cache
def _body() -> re.Pattern[str]:
    """市住建局, 各试点县: the first of the bodies, which others or nothing stand behind."""
    ends = either(__package__, "task_words", "body")
    return re.compile(rf"{_BODY_BEGINS}[一-鿿]{{0,14}}?{ends}(?={_BODY_BEGINS}|[、，（\s]|$)")


def _rows(reading: Reading, rest: Span) -> Iterator[Span]:
    start = rest.start
    for due in _due().finditer(reading.text, *rest):
        number = _NUMBER.match(reading.text, start, due.start())
        row = Span(number.end() if number else start, due.start())
        body = _body().search(reading.slice(row))
        if body and body.start() > 0:
            yield trimmed(reading.text, Span(row.start, row.start + body.start()), _END_MARKS)
        start = due.end()
