"""Rows of tables as lines of text, for documents that have no markup to point back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BORDER = " | "


def row_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield each row as a line, spanned cells written out.

    A row whose cells all say the same is one cell over the whole width: a line of its own above the table, and in it
    a row with empty cells. Rows without text are left out.
    """
    in_table = False
    for cells in rows:
        if not any(cells):
            continue
        whole = len(set(cells)) == 1
        in_table = in_table or not whole
        if whole and not in_table:
            yield cells[0]
        else:
            yield BORDER.join([cells[0], *("" for _ in cells[1:])] if whole else cells)


def one_line(text: str | None) -> str:
    """Return the text of a cell without line breaks; Chinese that was wrapped is joined."""
    lines = [" ".join(line.split()) for line in (text or "").splitlines()]
    joined = ""
    for line in filter(None, lines):
        joined += f" {line}" if joined and joined[-1].isascii() and line[0].isascii() else line
    return joined
