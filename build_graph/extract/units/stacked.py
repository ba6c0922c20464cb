"""Tables that a page gives one cell a line, each line closed by a mark: 省份 |, below it 试点县 |, below it 浙江 |."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_CELL = re.compile(r"[^|\t]*\|\s*")
_INDEX = re.compile(r"\d{1,4}")
_FEWEST_COLUMNS, _FEWEST_ROWS = 2, 3
_MOSTLY = 0.6  # share of the rows whose first cell is like that of the first row below the headings


def width_of(lines: Sequence[str], is_name: Callable[[str], bool]) -> int | None:
    """Return how many lines make one row, or None if the lines are whole rows.

    The headings end before the first cell that is a name or a number; the row below them begins there.

    >>> width_of(["省份 |", "县 |", "浙江 |", "德清县 |", "江苏 |", "沛县 |"], {"浙江", "江苏"}.__contains__)
    2
    """
    if not all(map(_CELL.fullmatch, lines)):
        return None
    cells = [line.rstrip().removesuffix("|").strip() for line in lines]
    first = (index for index, cell in enumerate(cells) if _INDEX.fullmatch(cell) or is_name(cell))
    width = next(first, 0)
    if width < _FEWEST_COLUMNS or len(cells) < _FEWEST_ROWS * width:
        return None
    heads = cells[width::width]
    like = _INDEX.fullmatch if _INDEX.fullmatch(heads[0]) else is_name
    fitting = sum(not head or bool(like(head)) for head in heads)
    return width if fitting >= _MOSTLY * len(heads) else None
