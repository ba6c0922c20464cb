"""Lists of other articles.

Bullets with a headline, each with the beginning of its article below it, or headlines each with its date.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.repair.page import Line

_BULLETS = ("•", "·", "●", "■", "◆", "▪", "►", "☆", "★")
_FEWEST = 4
"""So many bullets in a row can be a list of articles."""
_CUT_SHORT = re.compile(r"(?=.*[，。？！]).{20,80}(?<![。！？；：，、”’》）.!?;:,])")
"""A line of prose that stops without a mark, as the beginning of an article cut at a fixed length does. A list
of places has no comma; a task ends with a full stop."""
_MOST = 0.75
"""Share of the entries that must be cut short."""
_DATED = re.compile(
    r"(?=.{12,80}$)[^。；|\t]+?\s*"
    r"(?:[\[【](?:\d{2,4}[-/.])?\d{1,2}[-/.月]\d{1,2}日?[\]】]|[（(]\d{1,2}[-/]\d{1,2}[）)]"
    r"|\s\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\s\d{1,2}[-/]\d{1,2})"
)
"""A headline with the day of its article behind it: … [05-12], … 2024-05-12."""
_DAY_ENDS = frozenset("]】)）")
_FEWEST_DATED = 3


def sidebar_lines(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the lines of such lists, with the reason."""
    filled = (number for number, line in enumerate(lines) if line.text)
    for dated, numbers in groupby(filled, lambda number: _is_dated(lines[number])):
        group = list(numbers)
        if dated and len(group) >= _FEWEST_DATED:
            yield from ((number, "related articles") for number in group)
    for entries in _runs(lines):
        cut_short = sum(_CUT_SHORT.fullmatch(lines[below].text) is not None for _, below in entries)
        if len(entries) >= _FEWEST and cut_short >= _MOST * len(entries):
            yield from ((number, "related articles") for number in range(entries[0][0], entries[-1][1] + 1))


def is_entry(line: Line) -> bool:
    """Tell whether the line can be a headline in a list of articles: it has a bullet, or a date behind it."""
    return (line.text.startswith(_BULLETS) and not line.is_sentence) or _is_dated(line)


def _is_dated(line: Line) -> bool:
    ends_in_day = line.text[-1:] in _DAY_ENDS or line.text[-1:].isdigit()  # most lines end otherwise
    return ends_in_day and _DATED.fullmatch(line.text) is not None and not line.is_heading


def _runs(lines: Sequence[Line]) -> Iterator[list[tuple[int, int]]]:
    """Yield the runs of bullets with one line below each, as pairs of line numbers; blank lines do not count."""
    filled = [number for number, line in enumerate(lines) if line.text]
    run: list[tuple[int, int]] = []
    at = 0
    while at + 1 < len(filled):
        head, below = filled[at], filled[at + 1]
        if lines[head].text.startswith(_BULLETS) and not lines[below].text.startswith(_BULLETS):
            run.append((head, below))
            at += 2
            continue
        if run:
            yield run
            run = []
        at += 1
    if run:
        yield run
