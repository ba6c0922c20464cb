"""Menus and share bars: rows or columns of short words that every page of a site has."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from build_graph.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.repair.page import Line

_BORDER = re.compile(r"[\s|·>»›/【】\[\]：:]+|(?<=\s)-(?=\s)")
_BORDER_SIGN = re.compile(r"[\s|·>»›/【】\[\]：:]")
"""No border is without one of these."""
_FEWEST = 4
"""A menu has at least so many words."""
_LONGEST = 6
"""Longest Chinese word of a menu (characters)."""
_LONGEST_ROW = 200
_KNOWN = 0.25
"""Share of a menu's words that the table knows; names of places are none of them."""
_KNOWN_IN_COLUMN = 0.6
"""The same of a menu with one word a line, which looks more like a list of names."""
_MOST_LEVELS = 6
_LONGEST_LEVEL = 10
"""Longest level of a breadcrumb that is written one level a line (characters)."""
_FIGURE = re.compile(r"[\d.,]+[万千]?(?:次|人|条)?")


def navigation_lines(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the lines that are menus, share bars or breadcrumbs, with the reasons."""
    for number, line in enumerate(lines):
        parts = _parts(line.text)
        if not parts:
            continue  # most lines
        if _make_menu(parts):
            yield number, "navigation"
        elif _make_share_bar(parts):
            yield number, "share bar"
    yield from ((number, "navigation") for number in _breadcrumb(lines))
    yield from ((number, "navigation") for number in _columns(lines))


def is_menu(line: str) -> bool:
    """Tell whether the line is a row of short words among which are enough words of menus."""
    return _make_menu(_parts(line))


def _make_menu(parts: Sequence[str]) -> bool:
    if len(parts) < _FEWEST or not all(map(_is_word, parts)):
        return False
    known = sum(part in _vocabulary("menu") for part in parts)
    return known >= max(2, _KNOWN * len(parts))


def _make_share_bar(parts: Sequence[str]) -> bool:
    """Tell whether there are several words, all of them words of share bars; counters may stand among them."""
    if len(parts) < 2:
        return False
    named = [part for part in parts if not _FIGURE.fullmatch(part)]
    return len(named) > 1 and all(part in _vocabulary("share") for part in named)


def _columns(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines of menus with one word a line."""
    known_words = _vocabulary("menu")
    if sum(line.text in known_words for line in lines) < _KNOWN_IN_COLUMN * _FEWEST:
        return  # most pages
    numbers = (number for number, line in enumerate(lines) if line.text)
    for is_column, group in groupby(numbers, lambda number: _is_word(lines[number].text)):
        column = list(group)
        known = sum(lines[number].text in known_words for number in column)
        if is_column and len(column) >= _FEWEST and known >= _KNOWN_IN_COLUMN * len(column):
            yield from column


def _breadcrumb(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines of a breadcrumb with one level a line: 首页, a section, and perhaps the title once more."""
    start = next((at for at, line in enumerate(lines) if line.text == "首页"), len(lines))
    for at in range(start, min(start + _MOST_LEVELS, len(lines))):
        text = lines[at].text
        is_level = len(text) <= _LONGEST_LEVEL
        if not text or not (is_level or any(line.text == text for line in lines[at + 1 :])):
            return
        yield at
        if not is_level:
            return


def _is_word(text: str) -> bool:
    return len(text) <= (2 * _LONGEST if text.isascii() else _LONGEST)


def _parts(line: str) -> list[str]:
    """Return what stands between the borders of a line, nothing if it has none."""
    if len(line) > _LONGEST_ROW or not _BORDER_SIGN.search(line):
        return []
    return [part for part in _BORDER.split(line) if part]


@cache
def _vocabulary(kind: str) -> frozenset[str]:
    return frozenset(words("build_graph.repair", "navigation", kind))
