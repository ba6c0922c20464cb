"""An answer as a table for people: columns stand straight though Chinese characters are two cells wide.

Nobody reads thousands of rows, and every cell of a table is measured. So it has its first rows, and below them how many
there are.
"""

from __future__ import annotations

import io
from itertools import islice
from typing import TYPE_CHECKING, Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from queries.table import Table
from queries.terms import compact, is_number
from queries.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.rows import Rows

MOST: Final = 200
"""Rows that a table shows if nobody asks for more."""
_WIDE: Final = 10_000
"""Cells of a page on which nothing wraps, for output that is not a terminal."""


def plain(answer: Table | Rows, width: int | None, most: int = MOST, more: str = "") -> Iterator[str]:
    """Yield a table as lines of text, folded to ``width`` cells if given, then its number of rows below.

    Of more than ``most`` rows the first are shown; ``more`` says how to get the others.
    """
    terms = iter(answer.terms)
    first = Table(answer.columns, tuple(islice(terms, most)))
    yield _grid(first.shown, width)
    rest = sum(1 for _ in terms)
    yield f"\n{_count(len(first), rest, more)}\n"


def _grid(table: Table, width: int | None) -> str:
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, column in enumerate(table.columns):
        numeric = any(is_number(row[index]) for row in table.terms)
        grid.add_column(Text(column), justify="right" if numeric else "left", overflow="fold")
    for row in table.terms:
        grid.add_row(*(Text(visible(compact(term))) for term in row))
    page = io.StringIO()
    Console(file=page, width=width or _WIDE, color_system=None, legacy_windows=False).print(grid)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _count(shown: int, rest: int, more: str) -> str:
    if rest:
        return f"{shown} of {shown + rest} rows" + (f": {more}" if more else "")
    return "1 row" if shown == 1 else f"{shown} rows"
