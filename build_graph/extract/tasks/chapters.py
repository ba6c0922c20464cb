"""Tasks in the chapters of a plan: 第五章 … above 第一节 做强…, 第二节 深化….

The numbers of such headings are none of the levels of numbered lines, so what they head is looked for here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.tasks.clauses import does
from build_graph.extract.tasks.nodes import TaskNode
from build_graph.parse.numbers import value_of
from build_graph.parse.sections import kind_of
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading

_HEADING = re.compile(
    r"第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?:(?P<chapter>章|篇|部分)|节)"
    r"[\s:：、]*(?P<title>[^\s。；！？…][^。；！？…]{3,40})(?<!\d)$"
)
_CLOSED = {"goal", "principle", "safeguard", "timetable", "background", "condition"}
"""Kinds of headings below or beside which no tasks are headed."""


def in_chapters(reading: Reading) -> Iterator[TaskNode]:
    """Yield the headings of the sections of chapters that say what to do, numbered within their chapter.

    One such line without a chapter above may be anything (第二节 开展公开课).
    """
    found = list(_headings(reading))
    if len(found) > 1 or any(node.parent for node in found):
        yield from found


def _headings(reading: Reading) -> Iterator[TaskNode]:
    above: str | None = None
    is_closed = False
    for line in reading.lines:
        heading = _heading(line)
        if heading is None:
            continue
        if heading["chapter"]:
            above, is_closed = heading["title"], _is_closed(heading["title"])
        elif not is_closed and _says_what_to_do(heading["title"]):
            span = Span(line.span.start + heading.start("title"), line.span.start + heading.end("title"))
            yield TaskNode(span, "task-in-chapter", above, int(value_of(heading["n"])))


def _heading(line: Line) -> re.Match[str] | None:
    return _HEADING.match(line.text) if line.text.startswith("第") and not line.is_row else None


def _is_closed(title: str) -> bool:
    """发展环境, 强化规划实施: what was, or how all is held together; but 健全保障体系 is to be done."""
    if kind_of(title) in _CLOSED or _cue("closes_plan").search(title):
        return True
    return not does(title) and _cue("frames_plan").search(title) is not None


@cache
def _cue(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", kind))


def _says_what_to_do(title: str) -> bool:
    if _is_closed(title):
        return False
    led = _led_by_means().match(title)
    return does(title) or (led is not None and does(title, led.end()))


@cache
def _led_by_means() -> re.Pattern[str]:
    """以渠道下沉为主线 建设…: what it is done by may stand before the verb."""
    return re.compile(rf"以[^，]{{2,14}}?为{either(__package__, 'directive_words', 'taken_as')}[，、 ]?")
