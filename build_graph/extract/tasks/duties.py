"""What is a body's to do: 第七条 试点县履行下列职责：（一）…, and 责任分工。甲局牵头制定…；乙局组织开展…."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.tasks.clauses import does, takes_object
from build_graph.extract.tasks.directives import is_doing
from build_graph.extract.tasks.nodes import TaskNode
from build_graph.extract.tasks.telling import is_done
from build_graph.parse.sections import kind_of
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading
    from build_graph.parse.sections import Section

_SEMICOLON = re.compile("；")
_LONGEST_BODY = 24  # code points from the beginning of a body's name to what it does
_LEAST_BODIES = 2  # that share the work of a paragraph


def is_duty(lead: str) -> bool:
    """Tell whether words announce what a body has to do, unless it is one that only leads.

    >>> is_duty("试点县承担主体责任，履行下列职责："), is_duty("领导小组履行下列职责："), is_duty("职责分工")
    (True, False, False)
    """
    return _duties().search(lead) is not None and _organises().search(lead) is None


@cache
def _duties() -> re.Pattern[str]:
    """履行下列职责：, 主要职责如下：, 职责包括：."""
    duty, duties = (either(__package__, "task_words", kind) for kind in ("duty", "duties"))
    return re.compile(rf"{duty}(?:下列|以下|如下)[^，。：；]{{0,4}}{duties}：?$|职责(?:如下|包括|是|为|有)：?$")


@cache
def _organises() -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", "organises"))


# --- 责任分工。甲局牵头制定…，组织开展…；乙局将…列入…。 -----------------------------------------------------------


def shared_out(reading: Reading) -> Iterator[TaskNode]:
    """Yield what bodies have to do by a paragraph that shares the work out, in a text that heads no tasks otherwise."""
    every = reading.sections
    if any(section.kind == "task" for section in every):
        return
    for section in every:
        if _shares_out(section):
            found = [
                _clauses_of_body(reading, part) for paragraph in section.body for part in _parts(reading, paragraph)
            ]
            if sum(map(bool, found)) >= _LEAST_BODIES:
                yield from (TaskNode(span, "task-shared-out") for spans in found for span in spans)


def _shares_out(section: Section) -> bool:
    """（五）责任分工, but not below 保障措施."""
    heading = section.heading
    if heading is None or not _division_of_work().fullmatch(heading.title_text):
        return False
    return all(kind_of(above.title_text) != "safeguard" for above in section.parents)


@cache
def _division_of_work() -> re.Pattern[str]:
    return re.compile(rf"[^，。]{{0,6}}{either(__package__, 'task_words', 'shared_out')}(?:如下|安排|情况)?")


def _parts(reading: Reading, paragraph: Span) -> Iterator[Span]:
    for sentence in reading.sentences_in(paragraph):
        start = sentence.start
        for mark in (*_SEMICOLON.finditer(reading.text, *sentence), None):
            end = mark.start() if mark else sentence.end
            yield Span(start, end)
            start = end + 1


def _clauses_of_body(reading: Reading, part: Span) -> list[Span]:
    """甲局牵头制定…，组织开展…: the clause with the body, and those behind it that begin with verbs."""
    clauses = reading.clauses(part)
    if not clauses or not _body_does(reading.slice(clauses[0])):
        return []
    first, *rest = clauses
    return [first, *(clause for clause in rest if is_doing(reading.slice(clause)))]


def _body_does(clause: str) -> bool:
    """市财政局将补助列入预算, 市住建局适当延长…: what bodies do by themselves; leading others is no task."""
    if is_done(clause):
        return False
    for end in _body_ends().finditer(clause, 0, _LONGEST_BODY):
        led = _leads().match(clause, end.end())
        start = led.end() if led else end.end()
        if takes_object(clause, start) or (does(clause, start) and not _oversees().match(clause, start)):
            return True
    return False


@cache
def _body_ends() -> re.Pattern[str]:
    """How the name of a body ends that is not its first character."""
    return re.compile(rf"(?<=[一-鿿]){either(__package__, 'task_words', 'body')}")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile("(?:要|牵头|负责|具体负责|牵头负责)")


@cache
def _oversees() -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", "oversees"))
