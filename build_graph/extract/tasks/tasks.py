"""Tasks and their tree: from sections, from structures of running text, else from clauses that direct.

The clearest structure of a text decides: numbered sections, an enumeration after a lead, paragraphs on one
respect each or under lead sentences, aspects inside one paragraph. Where there is none, as in most news, each
clause that says what is to be done is a task.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.overlaps import touched, union
from build_graph.extract.tasks.directives import directives
from build_graph.extract.tasks.in_tables import in_tables
from build_graph.extract.tasks.nodes import TaskNode
from build_graph.extract.tasks.sections import in_sections
from build_graph.extract.tasks.structures import (
    announced_in_sentence,
    aspects_in_paragraph,
    by_places,
    enumerated,
    enumerated_by_verbs,
    in_respects,
    lead_paragraphs,
    lines_below,
    listed_in_sentence,
)
from build_graph.model import Task
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.places import Place

_STRUCTURES = (
    enumerated,
    announced_in_sentence,
    in_respects,
    enumerated_by_verbs,
    by_places,
    lines_below,
    lead_paragraphs,
    aspects_in_paragraph,
    listed_in_sentence,
)
_PARTIAL = (announced_in_sentence, in_respects, by_places, lines_below, listed_in_sentence)
"""Structures of some paragraphs, beside which others direct as well."""
_WORK = ("工作", "建设", "任务")
"""What the name of a program that is carried out may go on with."""


def tasks(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> list[Task]:
    """Return the tasks of a text, each heading or aspect before what lies below it.

    Args:
        reading: the reading.
        programs: its programs.
        home: the division that the page speaks for; completes 省… in the names of responsible bodies.
    """
    if programs.main is None:
        return []
    return [_task(reading, programs, node) for node in _nodes(reading, programs, home) if reading.readable(node.span)]


def _nodes(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> list[TaskNode]:
    found = in_sections(reading, home)
    headed = {node.span for node in found}
    found += (node for node in in_tables(reading, home) if node.span not in headed)
    if found:
        return found
    for structure in _STRUCTURES:
        aspects = [aspect for aspect in structure(reading) if reading.readable(aspect.span)]
        if aspects:
            nodes = [node for aspect in aspects for node in aspect.nodes(reading)]
            beside = _directed(reading, programs, nodes) if structure in (*_PARTIAL, enumerated_by_verbs) else []
            if structure is enumerated_by_verbs:
                beside = [node for node in beside if _names_program(reading, programs, node.span)]
            return nodes + beside
    return _directed(reading, programs, [])


def _names_program(reading: Reading, programs: Programs, span: Span) -> bool:
    """Tell whether the paragraph of a clause names a program: an enumeration elsewhere may be on something else."""
    line = reading.line_at(span.start)
    return line is not None and bool(programs.named_in(line.span))


def _directed(reading: Reading, programs: Programs, found: list[TaskNode]) -> list[TaskNode]:
    """What clauses direct in paragraphs that hold none of the tasks found."""
    named = _ends_of_names(programs)
    taken = union(Span(node.span.start, reading.line_end(node.span)) for node in found)
    return [
        TaskNode(span, "task-directed")
        for span in directives(reading)
        if not _is_carried_out(reading.slice(span), named) and not touched(taken, span)
    ]


def _ends_of_names(programs: Programs) -> tuple[str, ...]:
    """How a clause ends that only names a program: with one of its names, maybe quoted, maybe a piece of work."""
    names = {name for program in programs.found for name in (program.name, *program.aliases)}
    return tuple(name + quote + work for name in sorted(names) for quote in ("", "”") for work in ("", *_WORK))


def _is_carried_out(clause: str, named: tuple[str, ...]) -> bool:
    """That a program is carried out (开展X试点工作) is no task of it."""
    if not clause.endswith(named):
        return False
    heads = (clause.removesuffix(end) for end in named if clause.endswith(end))
    return any(_carries_out().fullmatch(head) for head in heads)


@cache
def _carries_out() -> re.Pattern[str]:
    """What may stand before the name of a program that is carried out."""
    return re.compile(
        rf"[^，]{{0,80}}?{either(__package__, 'task_words', 'carry')}(?:为期\S{{1,4}}的|首批|第[一-鿿]批)?“?"
    )


def _task(reading: Reading, programs: Programs, node: TaskNode) -> Task:
    return Task(
        program=programs.at(node.span),
        text=reading.slice(node.span),
        parent=node.parent,
        ordinal=node.ordinal,
        responsible=node.responsible,
        is_heading=node.is_heading,
        passages=(reading.passage(node.span),),
        rule=node.rule,
    )
