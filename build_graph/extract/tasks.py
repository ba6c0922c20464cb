"""Tasks and their tree, from numbering, from enumerations and from paragraphs that name their subject first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.extract.enumerations import Item, items
from build_graph.extract.task_clauses import listed, task_spans, verb_of
from build_graph.model import Task
from build_graph.parse.sentences import sentences
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.parse.reading import Reading
    from build_graph.parse.sections import Section

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
    for structure in (_numbered, _enumerated, _lead_paragraphs, _aspects_in_paragraph):
        aspects = [aspect for aspect in structure(reading) if reading.readable(aspect.span)]
        if aspects:
            return [task for aspect in aspects for task in _of_aspect(reading, programs, aspect)]
    return []


def _of_aspect(reading: Reading, programs: Programs, aspect: Aspect) -> Iterator[Task]:
    name = reading.slice(aspect.span)
    if aspect.is_task:
        yield _task(reading, programs, aspect.span, aspect.rule, None, aspect.ordinal)
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
        if section.heading is None or section.heading.level != 1 or section.kind not in {"task", "other"}:
            continue
        below = [s for s in reading.sections if s.parents and s.parents[-1] == section.heading]
        children = tuple(_heading_span(reading, child) for child in below if child.kind in {"task", "other"})
        span = _heading_span(reading, section)
        is_carrier = re.search(either(__package__, "task_words", "carrier") + r"(?:（[^）]*）)?$", reading.slice(span))
        if children or verb_of(reading.slice(span)):
            yield Aspect(span, section.heading.ordinal or 0, children, "task-numbered", is_task=not is_carrier)


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
