"""Enumerations: 一是…。二是…, in one paragraph or over several lines, and numbered lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from build_graph.parse.numbers import value_of
from build_graph.parse.spans import Span, trimmed

if TYPE_CHECKING:
    from build_graph.parse.reading import Reading

_MARKS: Final = {
    "is": r"[其第]?(?P<is>[一二三四五六七八九十]{1,2})是",
    "nth": r"第(?P<nth>[一二三四五六七八九十]{1,2})[，、]",
    "cn": r"(?P<cn>[一二三四五六七八九十](?<=[\n：。；].)[一二三四五六七八九十]?)、",
    "n": r"（(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})）",
    "c": "(?P<c>[①-⑳])",
    "d": r"(?P<d>\d{1,2})[.．、](?!\d)",
}
"""Styles of numbers; none of them stands inside another."""
_MARK = re.compile("|".join(_MARKS.values()))
_OF_STYLE: Final = {style: re.compile(mark) for style, mark in _MARKS.items()}
"""The same one by one: each begins with what can be looked for fast."""
_END_MARKS = " 。；，\n"


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its number and its clean span without the number and the final mark."""

    ordinal: int
    span: Span


def items(reading: Reading, start: int) -> list[Item]:
    """Return the items of the enumeration that begins at ``start``, or none if no item stands there.

    The numbers must run on from one, all in the style of the first; an item ends where the next one
    begins, the last one with its sentence.
    """
    marks = _run(reading.text, start)
    found = []
    for index, (ordinal, mark) in enumerate(marks):
        end = marks[index + 1][1].start() if index + 1 < len(marks) else _sentence_end(reading, mark.end())
        span = trimmed(reading.text, Span(mark.end(), end), _END_MARKS)
        if span.end > span.start:
            found.append(Item(ordinal, span))
    return found


def _run(text: str, start: int) -> list[tuple[int, re.Match[str]]]:
    run: list[tuple[int, re.Match[str]]] = []
    first = _MARK.match(text, start) or _MARK.match(text, _after_space(text, start))
    if first is None:
        return run
    style = first.lastgroup or ""
    for mark in _OF_STYLE[style].finditer(text, first.start()):
        if not _begins_item(text, mark.start(), start):
            continue
        if _value(mark[style]) != len(run) + 1:
            break
        run.append((len(run) + 1, mark))
    return run


def _value(number: str) -> int:
    return ord(number) - ord("①") + 1 if "①" <= number <= "⑳" else int(value_of(number))


def _after_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _begins_item(text: str, position: int, start: int) -> bool:
    """An item begins after a mark or a line break: 统一是 or 之一是 begin none."""
    while position > start and text[position - 1] == " ":
        position -= 1
    return position == start or text[position - 1] in "。；，：\n"


def _sentence_end(reading: Reading, position: int) -> int:
    index = bisect_right(reading.sentences, position, key=lambda sentence: sentence.end)
    inside = index < len(reading.sentences) and reading.sentences[index].start <= position
    return reading.sentences[index].end if inside else len(reading.text)
