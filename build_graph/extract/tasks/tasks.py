"""Tasks and their tree: from sections, from structures of running text, else from clauses that direct.

The clearest structure of a text decides: numbered sections, an enumeration after a lead, paragraphs on one
respect each or under lead sentences, aspects inside one paragraph. Where there is none, as in most news, each
clause that says what is to be done is a task.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.extract.overlaps import touched, union
from build_graph.extract.programs.mentions import in_title
from build_graph.extract.tasks.asked import answered
from build_graph.extract.tasks.chapters import in_chapters
from build_graph.extract.tasks.directives import directives
from build_graph.extract.tasks.duties import shared_out
from build_graph.extract.tasks.in_tables import in_tables
from build_graph.extract.tasks.nodes import TaskNode
from build_graph.extract.tasks.reports import ends_of_names, in_reports, is_carried_out
from build_graph.extract.tasks.run_together import run_together
from build_graph.extract.tasks.sections import in_sections
from build_graph.extract.tasks.structures import (
    announced_in_sentence,
    aspects_in_paragraph,
    by_places,
    enumerated,
    enumerated_by_speakers,
    enumerated_by_verbs,
    in_respects,
    lead_paragraphs,
    lines_below,
    listed_in_sentence,
)
from build_graph.model import Task
from build_graph.parse.spans import Span

if TYPE_CHECKING:
    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.places import Place

_STRUCTURES = (
    enumerated,
    answered,
    enumerated_by_speakers,
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


def tasks(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> list[Task]:
    """Return the tasks of a text, each heading or aspect before what lies below it.

    Args:
        reading: the reading.
        programs: its programs.
        home: the division that the page speaks for; completes 省… in the names of responsible bodies.
    """
    if programs.main is None:
        return []
    found = _nodes(reading, programs, home)
    taken = union(node.span for node in found)
    found += (node for node in in_reports(reading, programs) if not touched(taken, node.span))
    return [_task(reading, programs, node) for node in found if reading.readable(node.span)]


def _nodes(reading: Reading, programs: Programs, home: tuple[Place, ...]) -> list[TaskNode]:
    found = in_sections(reading, home)
    headed = {node.span for node in found}
    found += (node for node in in_tables(reading, home) if node.span not in headed)
    found += run_together(reading)
    found += shared_out(reading)
    chapters = list(in_chapters(reading))
    if found:
        return chapters + found
    if chapters:
        return chapters + _directed_where_named(reading, programs, chapters)
    for structure in _STRUCTURES:
        aspects = [aspect for aspect in structure(reading) if reading.readable(aspect.span)]
        if aspects:
            nodes = [node for aspect in aspects for node in aspect.nodes(reading)]
            if structure in _PARTIAL or (structure is enumerated_by_verbs and _is_quoted(reading, nodes[0].span)):
                return nodes + _directed(reading, programs, nodes)
            beside = _directed_where_named(reading, programs, nodes) if structure is enumerated_by_verbs else []
            return nodes + beside
    return _directed(reading, programs, [])


def _is_quoted(reading: Reading, span: Span) -> bool:
    """“三件事，第一是…，第二是…。”: what one person says, beside whom others say more."""
    line = reading.line_at(span.start)
    before = reading.text[line.span.start : span.start] if line else ""
    return before.rfind("“") > before.rfind("”")


def _directed_where_named(reading: Reading, programs: Programs, found: list[TaskNode]) -> list[TaskNode]:
    taken = union(Span(node.span.start, reading.line_end(node.span)) for node in found)
    if all(touched(taken, each.span) or in_title(reading, each.span) for each in programs.mentions):
        return []
    beside = _directed(reading, programs, found)
    return [node for node in beside if _names_program(reading, programs, node.span)]


def _names_program(reading: Reading, programs: Programs, span: Span) -> bool:
    """Tell whether the paragraph of a clause names a program: an enumeration elsewhere may be on something else."""
    line = reading.line_at(span.start)
    return line is not None and bool(programs.named_in(line.span))


def _directed(reading: Reading, programs: Programs, found: list[TaskNode]) -> list[TaskNode]:
    """What clauses direct in paragraphs that hold none of the tasks found."""
    named = ends_of_names(programs)
    taken = union(Span(node.span.start, reading.line_end(node.span)) for node in found)
    return [
        TaskNode(span, "task-directed")
        for span in directives(reading)
        if not is_carried_out(reading.slice(span), named) and not touched(taken, span)
    ]


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
