"""An answer as a table for people: columns stand straight though Chinese characters are two cells wide."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from queries.terms import compact, is_number
from queries.visible import visible

if TYPE_CHECKING:
    from queries.table import Table

_WIDE: Final = 10_000
"""Cells of a page on which nothing wraps, for output that is not a terminal."""


def plain(table: Table, width: int | None) -> str:
    """Return a table as lines of text, folded to ``width`` cells if given, with its number of rows below."""
    table = table.shown
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, column in enumerate(table.columns):
        numeric = any(is_number(row[index]) for row in table.terms)
        grid.add_column(Text(column), justify="right" if numeric else "left", overflow="fold")
    for row in table.terms:
        grid.add_row(*(Text(visible(compact(term))) for term in row))
    page = io.StringIO()
    Console(file=page, width=width or _WIDE, color_system=None, legacy_windows=False).print(grid)
    lines = [line.rstrip() for line in page.getvalue().splitlines()]
    return "\n".join([*lines, "", _count(len(table)), ""])


def _count(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows} rows"
