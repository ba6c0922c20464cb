"""Tasks and their tree, from numbering, from enumerations and from paragraphs that name their subject first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.extract.enumerations import Item, items
from build_graph.extract.task_clauses import listed, task_spans, verb_of
from build_graph.model import Task
from build_graph.parse.numbers import NUMBER
from build_graph.parse.sentences import sentences
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.parse.sections import Section

_TASK_KINDS = {"task", "other"}
_COUNTED_RESPECT = re.compile(rf"(?P<name>[^，。：；]{{2,30}}?(?:方面|领域))(?:共?{NUMBER}[项条个])?：")
_ITEM = re.compile(r"[^；]+")
_LEAD_SENTENCE = 20  # code points of a sentence that names what its paragraph is about


@dataclass(frozen=True, slots=True)
class Aspect:
    """A heading or lead, and the tasks below it."""

    span: Span
    ordinal: int
    tasks: tuple[Span, ...]
    rule: str
    is_task: bool = True


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", "lead") + r"[^。：\n]{0,6}：\s*")


@cache
def _contains() -> re.Pattern[str]:
    return re.compile("，" + either(__package__, "task_words", "contains") + "：?")


def tasks(reading: Reading, programs: Programs) -> list[Task]:
    """Return the tasks of a document, each aspect before what lies below it.

    The clearest structure of the document decides: numbered sections, an enumeration after a lead,
    paragraphs with lead sentences, or aspects inside one paragraph.
    """
    if programs.main is None:
        return []
    for structure in (_numbered, _enumerated, _in_respects, _lead_paragraphs, _aspects_in_paragraph):
        aspects = [aspect for aspect in structure(reading) if reading.readable(aspect.span)]
        if aspects:
            return [task for aspect in aspects for task in _of_aspect(reading, programs, aspect)]
    return []


def _of_aspect(reading: Reading, programs: Programs, aspect: Aspect) -> Iterator[Task]:
    name = reading.slice(aspect.span)
    head = _task(reading, programs, aspect.span, aspect.rule, None, aspect.ordinal)
    yield replace(head, is_heading=not aspect.is_task)
    readable = [span for span in aspect.tasks if reading.readable(span)]
    for number, span in enumerate(readable, 1):
        yield _task(reading, programs, span, aspect.rule, name, number)


def _task(reading: Reading, programs: Programs, span: Span, rule: str, parent: str | None, ordinal: int | None) -> Task:
    return Task(
        program=programs.at(span),
        text=reading.slice(span),
        parent=parent,
        ordinal=ordinal,
        passages=(reading.passage(span),),
        rule=rule,
    )


# --- numbered sections: 三、主要任务 （一）… -------------------------------------------------------------------


def _numbered(reading: Reading) -> Iterator[Aspect]:
    for section in reading.sections:
        if section.heading is None or section.heading.level != 1 or section.kind not in _TASK_KINDS:
            continue
        below = [s for s in reading.sections if s.parents and s.parents[-1] == section.heading]
        counted = [aspect for child in below if (aspect := _counted_respect(reading, child))]
        span = _heading_span(reading, section)
        children = tuple(
            c for c in _child_tasks(reading, section, below) if not any(c.overlaps(a.span) for a in counted)
        )
        is_task = verb_of(reading.slice(span)) is not None and not _is_carrier(reading.slice(span))
        if children or is_task:
            yield Aspect(span, section.heading.ordinal or 0, children, "task-numbered", is_task=is_task)
        yield from counted


def _child_tasks(reading: Reading, section: Section, below: list[Section]) -> Iterator[Span]:
    """The headings below one of tasks are tasks; below another heading only those that begin with a verb."""
    for child in below:
        span = _heading_span(reading, child)
        if child.kind in _TASK_KINDS and (section.kind == "task" or verb_of(reading.slice(span))):
            yield span


def _counted_respect(reading: Reading, section: Section) -> Aspect | None:
    """A方面3项：a；b；c lists its tasks right behind the heading."""
    span = _heading_span(reading, section)
    found = _COUNTED_RESPECT.match(reading.text, *span)
    if found is None or section.heading is None:
        return None
    items = tuple(Span(*m.span()) for m in _ITEM.finditer(reading.text, found.end(), span.end))
    return Aspect(Span(*found.span("name")), section.heading.ordinal or 0, items, "task-respect", is_task=False)


def _is_carrier(heading: str) -> bool:
    return re.search(either(__package__, "task_words", "carrier") + r"(?:（[^）]*）)?$", heading) is not None


def _heading_span(reading: Reading, section: Section) -> Span:
    """The first sentence of a numbered line: its heading, without the text that may follow."""
    body = section.heading.content if section.heading else Span(0, 0)
    return next(iter(sentences(reading.text, body)), body)


# --- enumerations: 13项工作内容：一是…，包括… ----------------------------------------------------------------


def _enumerated(reading: Reading) -> Iterator[Aspect]:
    for lead in _lead().finditer(reading.text):
        for item in items(reading, lead.end()):
            yield _aspect_of_item(reading, item)


def _aspect_of_item(reading: Reading, item: Item) -> Aspect:
    contains = _contains().search(reading.text, *item.span)
    if contains is None:
        return Aspect(item.span, item.ordinal, (), "task-enumerated")
    below = tuple(listed(reading, Span(contains.end(), item.span.end)))
    return Aspect(Span(item.span.start, contains.start()), item.ordinal, below, "task-enumerated")


# --- paragraphs on one respect each: 在A方面，将…。在B方面，将… -------------------------------------------------


def _in_respects(reading: Reading) -> Iterator[Aspect]:
    respect = re.compile(r"在(?P<name>[^，。]{2,30}?)" + either(__package__, "task_words", "respect") + "，")
    found: list[Aspect] = []
    for line in reading.lines:
        opening = respect.match(reading.text, *line.content)
        if opening:
            rest = sentences(reading.text, Span(opening.end(), line.span.end))
            below = tuple(span for sentence in rest for span in task_spans(reading, sentence))
            found.append(Aspect(Span(*opening.span("name")), len(found) + 1, below, "task-respect", is_task=False))
    if len(found) > 1:
        yield from found


# --- paragraphs that name their subject first: 补齐短板。在城市，加强… --------------------------------------------


def _lead_paragraphs(reading: Reading) -> Iterator[Aspect]:
    found: list[Aspect] = []
    for line in reading.lines:
        first, *rest = sentences(reading.text, line.span) or (Span(0, 0),)
        if rest and _is_lead(reading.slice(first)) and not reading.in_profile(first):
            below = tuple(span for sentence in rest for span in task_spans(reading, sentence))
            found.append(Aspect(first, len(found) + 1, below, "task-lead-sentence"))
    if len(found) > 1:  # one paragraph that begins with a short sentence is no plan
        yield from found


def _is_lead(text: str) -> bool:
    return len(text) <= _LEAD_SENTENCE and "，" not in text and verb_of(text) is not None


# --- aspects inside a paragraph: 着力A，…。着力B，… ------------------------------------------------------------


def _aspects_in_paragraph(reading: Reading) -> Iterator[Aspect]:
    for line in reading.lines:
        for word in words(__package__, "task_words", "aspect"):
            aspects = list(_led_by(reading, line.span, word))
            if len(aspects) > 1:
                yield from aspects


def _led_by(reading: Reading, paragraph: Span, word: str) -> Iterator[Aspect]:
    """Yield the aspects of a paragraph whose clauses begin with ``word`` again and again."""
    number = 0
    for sentence in sentences(reading.text, paragraph):
        parts = reading.clauses(sentence)
        leads = [i for i, clause in enumerate(parts) if reading.slice(clause).startswith(word)]
        for i, after in pairwise([*leads, len(parts)]):
            number += 1
            rest = Span(parts[i].end, parts[after - 1].end)
            below = task_spans(reading, rest, goes_on=True) if after > i + 1 else []
            yield Aspect(parts[i], number, tuple(below), "task-aspect")
