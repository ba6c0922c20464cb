"""Enumerations as people speak them: 一条，甲；再一条，乙；还有一条，丙. 首先…；其次…. 一看…，二看…."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.conditions.patterns import cue
from build_graph.extract.enumerations import Item
from build_graph.parse.numbers import value_of
from build_graph.parse.spans import Span, trimmed

if TYPE_CHECKING:
    from build_graph.parse.reading import Reading

_LONGEST = 800  # code points of a list
_END_MARKS = " 。；，"
_NUMBERED = re.compile(r"(?P<n>[一二三四五六七八九])(?:看|要看|得看)")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"{cue('first_spoken').pattern}(?:就?是|[，：])")


@cache
def _further() -> re.Pattern[str]:
    return re.compile(rf"(?<=[；。，\n]){cue('further_spoken').pattern}(?:就?是|[，：])")


def spoken_items(reading: Reading, start: int) -> list[Item]:
    """Return the items of an enumeration of one paragraph that begins at ``start``, none if it is no such one.

    They are numbered in their order; an item of several sentences is its first one.
    """
    marks = _marks(reading.text, start, _paragraph_end(reading.text, start))
    if len(marks) < 2:
        return []
    ends = [mark.start for mark in marks[1:]] + [_sentence_end(reading, marks[-1].end)]
    return [_item(reading, n, Span(mark.end, end)) for n, (mark, end) in enumerate(zip(marks, ends, strict=True), 1)]


def _item(reading: Reading, number: int, span: Span) -> Item:
    first = next(iter(reading.sentences_in(span)), span)
    return Item(number, trimmed(reading.text, first, _END_MARKS))


def _marks(text: str, start: int, end: int) -> list[Span]:
    """What the items begin with: words of a spoken list, or numbers that run on from one."""
    if first := _first().match(text, start, end):
        return [Span(*first.span()), *(Span(*mark.span()) for mark in _further().finditer(text, first.end(), end))]
    marks: list[Span] = []
    for mark in _NUMBERED.finditer(text, start, end) if _NUMBERED.match(text, start, end) else ():
        if mark.start() != start and text[mark.start() - 1] not in "，；。":
            continue
        if value_of(mark["n"]) != len(marks) + 1:
            break
        marks.append(Span(*mark.span()))
    return marks


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start, start + _LONGEST)
    return min(len(text), start + _LONGEST) if end < 0 else end


def _sentence_end(reading: Reading, position: int) -> int:
    ends = reading.sentences_in(Span(position, _paragraph_end(reading.text, position)))
    return ends[0].end if ends else position
