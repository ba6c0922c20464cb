"""Lists of other articles: bullets with a headline, each with the beginning of its article below it."""

from __future__ import annotations

import re
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


def sidebar_lines(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield the numbers of the lines of such lists, with the reason."""
    for entries in _runs(lines):
        cut_short = sum(_CUT_SHORT.fullmatch(lines[below].text) is not None for _, below in entries)
        if len(entries) >= _FEWEST and cut_short >= _MOST * len(entries):
            yield from ((number, "related articles") for number in range(entries[0][0], entries[-1][1] + 1))


def _runs(lines: Sequence[Line]) -> Iterator[list[tuple[int, int]]]:
    """Yield the runs of bullets with one line below each, as pairs of line numbers; blank lines do not count."""
    filled = [number for number, line in enumerate(lines) if not line.is_blank]
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
