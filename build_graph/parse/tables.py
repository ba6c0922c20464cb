"""Tables: rows of cells separated by pipes or tabs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from build_graph.parse.spans import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.parse.lines import Line

_SEPARATOR = re.compile(r"[|\t]")


class Cell(NamedTuple):
    """One cell: its column, its clean span and its text."""

    column: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row, with the span of its whole line."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header row and the rows below it."""

    header: Row
    rows: tuple[Row, ...]

    def column(self, *names: str) -> int | None:
        """Return the number of the first column whose heading holds one of ``names``."""
        return next((c.column for c in self.header.cells if any(name in c.text for name in names)), None)


def row_of(text: str, line: Line) -> Row:
    """Return the cells of a line; empty ones at its ends are those of outer pipes and left out."""
    cells, start = [], line.span.start
    marks = [m.start() for m in _SEPARATOR.finditer(text, line.span.start, line.span.end)]
    for end in [*marks, line.span.end]:
        span = trimmed(text, Span(start, end))
        cells.append((span, text[span.start : span.end]))
        start = end + 1
    if cells and not cells[0][1]:  # | a | b |: the outer pipes make no cells
        cells.pop(0)
    if cells and not cells[-1][1]:
        cells.pop()
    return Row(line.span, tuple(Cell(i, span, content) for i, (span, content) in enumerate(cells)))


def tables(text: str, lines: Iterable[Line]) -> Iterator[Table]:
    """Yield the tables: runs of at least two lines with separators; the first of them is the header.

    A heading between two rows (二、县级任务) is a row of one cell.
    """
    run: list[Row] = []
    parts: Row | None = None
    for line in lines:
        if _SEPARATOR.search(line.text):
            run += [parts] if parts else []
            run.append(row_of(text, line))
            parts = None
        elif run and parts is None and line.looks_like_heading:
            parts = row_of(text, line)
        elif run:
            yield from _table(run)
            run, parts = [], None
    yield from _table(run)


def _table(run: list[Row]) -> Iterator[Table]:
    if len(run) > 1 and len(run[0].cells) > 1:
        yield Table(run[0], tuple(run[1:]))
