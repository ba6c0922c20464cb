"""Sentences that were cut into lines become whole again: at one width, as in text taken out of PDF, or at commas.

A text that was cut at one width shows it: many lines are about as wide as its widest one and end in the middle of a
sentence, and hardly any is wider. A line that is so wide goes on in the next one, and so does one that ends in a
comma, unless the next one begins with a number or an indent.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.repair.language import language
from build_graph.repair.page import ARTICLE_NUMBER, ITEM_NUMBER, SECTION_NUMBER, lines_of
from build_graph.repair.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_graph.repair.page import Line
    from build_graph.repair.tracked import Tracked

KIND = "wrapped lines"
_NARROWEST, _WIDEST = 20, 60  # in the width of a Chinese character
_RAGGED = 3  # so much narrower than the widest may a line be that goes on
_FEWEST = 4  # lines that go on
_LEAST_REST = 4  # code points of the line in which a word goes on
_MOST_WIDER = 0.1  # of the lines that are not short
_LEAST_ENDS = 8  # so many lines that go on at most for each that ends a sentence: a list of records has none
_LETTER = re.compile("[A-Za-z]")
_ASCII = re.compile(r"[\x20-\x7e]")
_IN_SENTENCE = re.compile(r"[，。；]")
"""What most lines hold that were cut; the lines of a list (names, titles) hold none."""
_OPEN = ("，", "、")
"""What no sentence and no list ends with: texts for small screens have a line for each clause."""
_OPEN_LINE = re.compile(r"[，、][ \t]*\n")
_PAGE_NUMBER = re.compile(
    r"[—–-]{1,2} ?\d{1,3} ?[—–-]{1,2}|第 ?\d{1,3} ?页(?:[,， /]*共 ?\d{1,3} ?页)?|\d{1,3} ?/ ?\d{1,3}|\d{1,3}"
)
_ENDS = ("。", "！", "？", "；", "：", "”")
_ENDS_SENTENCE = re.compile(r"[。！？；：]”?$")
_BEGINS = re.compile(
    rf"[ \t]|{SECTION_NUMBER}|{ITEM_NUMBER}|{ARTICLE_NUMBER}|附件"
    r"|（\d{1,3}）|\d{1,2}[）)]|[①-⑳●■◆★▲►•▪➤○◇□※]|[一二三四五六七八九十]是"
)
"""What a line begins with that goes on with nothing: an indent, the number of a heading or an item."""


def join_wrapped_lines(text: Tracked) -> Tracked:
    """Join the lines that were cut at one width, or at a comma."""
    may_be_cut, is_open = _may_be_cut(text.text), _OPEN_LINE.search(text.text) is not None
    lines = lines_of(text.text)
    goes_on = set(_inside_words(lines))
    if not (may_be_cut or is_open or goes_on):
        return text  # most
    if is_open:
        goes_on.update(line.start for line in lines if line.text[-1:] in _OPEN)
    if may_be_cut:
        goes_on |= max((_cut(lines, measure) for measure in (_width, len)), key=len)
    return text.repair(KIND, _joints(text.text, lines, goes_on)) if goes_on else text


def _inside_words(lines: Sequence[Line]) -> Iterator[int]:
    """Where the lines of running text begin that end inside of a word, which goes on in running text."""
    for line, following in pairwise(lines):
        if len(line.text) < _NARROWEST or line.text.endswith(_ENDS) or len(following.text) < _LEAST_REST:
            continue
        runs = _IN_SENTENCE.search(line.text) and _IN_SENTENCE.search(following.text)
        if runs and language().goes_across(line.text[-1], following.text[0]):
            yield line.start


def _may_be_cut(text: str) -> bool:
    """Tell whether several lines break off and hardly any is too wide for a page: asked first, and few texts do."""
    long = [line for line in text.split("\n") if len(line) >= _NARROWEST]
    breaks_off = sum(not line.endswith(_ENDS) for line in long)
    return breaks_off >= _FEWEST and sum(len(line) > 2 * _WIDEST for line in long) <= _MOST_WIDER * len(long)


def _cut(lines: Sequence[Line], measure: Callable[[str], float]) -> frozenset[int]:
    """Where the lines begin that were cut at one width in some measure, if the lines of a text were."""
    long = [line for line in lines if len(line.text) >= _NARROWEST and not line.is_table_row]
    going_on = [(line, measure(line.text)) for line in long if not _ENDS_SENTENCE.search(line.text)]
    if len(going_on) < _FEWEST:
        return frozenset()
    widths = sorted(width for _, width in going_on)
    near = {width: bisect_right(widths, width) - bisect_left(widths, width - _RAGGED) for width in widths}
    widest = max(near, key=lambda each: (near[each], each))
    wider = sum(measure(line.text) > widest for line in long)
    if near[widest] < _FEWEST or not _NARROWEST <= widest <= _WIDEST or wider > _MOST_WIDER * len(long):
        return frozenset()
    cut = [line for line, width in going_on if widest - _RAGGED <= width <= widest]
    runs = 2 * sum(_IN_SENTENCE.search(line.text) is not None for line in cut) > len(cut)
    ends = _LEAST_ENDS * sum(_ENDS_SENTENCE.search(line.text) is not None for line in lines) >= len(cut)
    return frozenset(line.start for line in cut) if runs and ends else frozenset()


def _width(text: str) -> float:
    """Return the columns of a line: characters of ASCII take half of one."""
    return len(text) - len(_ASCII.findall(text)) / 2


def _without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines without the numbers of pages and the blank lines around them: a sentence goes on behind them."""
    kept: list[Line] = []
    is_behind = False
    for line in lines:
        if _PAGE_NUMBER.fullmatch(line.text):
            is_behind = True
            while kept and kept[-1].is_blank:
                kept.pop()
        elif not (is_behind and line.is_blank):
            is_behind = False
            kept.append(line)
    return kept


def _joints(text: str, lines: Sequence[Line], goes_on: set[int]) -> Iterator[Edit]:
    for line, following in pairwise(_without_page_numbers(lines)):
        if line.start not in goes_on or following.is_table_row or following.is_blank:
            continue
        is_doubled = line.text[-1] in _OPEN and following.text[0] in _OPEN
        if is_doubled or _BEGINS.match(text, following.start):
            continue
        end = line.start + len(text[line.start : line.end].rstrip())
        parts_words = _LETTER.match(line.text[-1]) and _LETTER.match(following.text[0])
        yield Edit(end, following.start, " " if parts_words else "")
