"""Structures of tasks in running text: enumerations, paragraphs on one respect or under a lead sentence each, aspects."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.extract.directives import directed_spans
from build_graph.extract.enumerations import Item, items
from build_graph.extract.task_clauses import listed, task_spans, verb_of
from build_graph.extract.task_nodes import Aspect
from build_graph.parse.sentences import sentences
from build_graph.parse.spans import Span
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading

_LEAD_SENTENCE = 20  # code points of a sentence that names what its paragraph is about


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(either(__package__, "task_words", "lead") + r"[^。：\n]{0,6}：\s*")


@cache
def _contains() -> re.Pattern[str]:
    return re.compile("，" + either(__package__, "task_words", "contains") + "：?")


# --- enumerations: 13项工作内容：一是…，包括… ----------------------------------------------------------------


def enumerated(reading: Reading) -> Iterator[Aspect]:
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


def in_respects(reading: Reading) -> Iterator[Aspect]:
    respect = re.compile(r"在(?P<name>[^，。]{2,30}?)" + either(__package__, "task_words", "respect") + "，")
    found: list[Aspect] = []
    for line in reading.lines:
        opening = respect.match(reading.text, *line.content)
        if opening:
            rest = sentences(reading.text, Span(opening.end(), line.span.end))
            below = tuple(span for sentence in rest for span in directed_spans(reading, sentence, led=True))
            found.append(Aspect(Span(*opening.span("name")), len(found) + 1, below, "task-respect", is_task=False))
    if len(found) > 1:
        yield from found


# --- paragraphs that name their subject first: 补齐短板。在城市，加强… --------------------------------------------


def lead_paragraphs(reading: Reading) -> Iterator[Aspect]:
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


def aspects_in_paragraph(reading: Reading) -> Iterator[Aspect]:
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
