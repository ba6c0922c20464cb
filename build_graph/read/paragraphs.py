"""Printed lines -> paragraphs: a line that fills the measure and does not end a sentence goes on in the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SENTENCE_END = "。！？!?"
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百]+[章节条]"
)
_WORD = re.compile(r"[（“‘《〈【\[(「]*(?:[A-Za-z\u00c0-\u024f0-9.%]+|.)[，。；：、！？”’》〉】\])）」,.;:!?]*")
"""What stands at the start of a line because it did not fit on the one before: a word and its marks."""
_SLACK = 0.5
"""Space, in sizes, that a line which fills the measure may leave all the same."""
_TYPICAL = 0.9
"""The right margin is where this share of the long lines has ended; some marks hang behind it."""
_INDENT = 1.0
"""A line that starts so many characters behind the left margin starts a paragraph."""
_DEEPEST = 3.0
"""A line that starts further to the right is centred."""
_SAME_SIZE = 0.15
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]$")
_LONG = 0.8
"""Share of the longest line from which on a line is long."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line on paper, or the row of a table. Lengths are in points."""

    text: str
    left: float
    right: float
    top: float
    size: float
    """Size of its characters."""
    first: float = 0
    """Width of its first word, with the marks that stay with it."""
    at_edge: bool = False
    """It stands where page numbers stand."""
    is_row: bool = False


def first_word(text: str) -> int:
    """Return the length of what cannot be parted at the start of a line.

    >>> first_word("（市、区）"), first_word("2025年，"), first_word("开展试点")
    (3, 4, 1)
    """
    word = _WORD.match(text)
    return word.end() if word else 0


def paragraphs(lines: Sequence[Printed]) -> Iterator[str]:
    """Yield the paragraphs, headings and rows that the lines make up."""
    running = [line for line in lines if not line.is_row]
    left = min((line.left for line in running), default=0.0)
    right = _margin([line.right for line in running])
    indents = sum(left + _INDENT * line.size < line.left < left + _DEEPEST * line.size for line in running) > 1
    text = ""
    last: Printed | None = None
    for line in lines:
        if last is not None and _goes_on(last, line, left, right, indents=indents):
            text += (" " if _LATIN.search(text) and _LATIN.search(line.text[0]) else "") + line.text
        else:
            if text:
                yield text
            text = line.text
        last = line
    if text:
        yield text


def _goes_on(last: Printed, line: Printed, left: float, right: float, *, indents: bool) -> bool:
    """Tell whether a line continues the one before it. Where paragraphs are indented, a sentence may end between."""
    if last.is_row or line.is_row or (last.text[-1] in _SENTENCE_END and not indents):
        return False
    if abs(last.size - line.size) > _SAME_SIZE * last.size or line.left > left + _INDENT * line.size:
        return False
    return last.right + line.first > right - _SLACK * last.size and not _NUMBERED.match(line.text)


def _margin(rights: Sequence[float]) -> float:
    long = sorted(right for right in rights if right > max(rights) * _LONG)
    return long[int(len(long) * _TYPICAL)] if long else 0
