"""Tables as lists of units need them: rows under their headings, also where pages lost cells or lines between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.extract.units.stacked import width_of
from build_graph.parse.spans import Span, trimmed
from build_graph.parse.tables import Cell, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading

_SEPARATOR = re.compile(r"[|\t]")
_RULE = re.compile(r"[|\s:\-—=+]+")  # | --- | --- |
_LONGEST_BETWEEN = 24  # code points of a line without separators inside a table


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its line and its cells by column."""

    span: Span
    cells: dict[int, Cell]
    full: bool
    """It has as many cells as the first row; in others the cells may stand too far to the left."""

    @property
    def filled(self) -> list[Cell]:
        """The cells that hold anything."""
        return [cell for cell in self.cells.values() if cell.text]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table, the first one included, and the lines above it."""

    rows: tuple[GridRow, ...]
    above: tuple[Line, ...]

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of the first row."""
        return tuple(self.rows[0].cells)


def grids(reading: Reading, is_name: Callable[[str], bool]) -> Iterator[Grid]:
    """Yield the tables of a page. ``is_name`` tells lines with one name alone, which may stand inside a table."""
    lines = reading.lines
    index = 0
    while index < len(lines):
        end = _end_of_run(lines, index, is_name)
        if end - index > 1:
            rows = tuple(_rows_of(reading, lines[index:end], is_name))
            if rows and rows[0].cells:
                yield Grid(rows, lines[max(0, index - 3) : index])
        index = max(end, index + 1)


def _end_of_run(lines: Sequence[Line], start: int, is_name: Callable[[str], bool]) -> int:
    if not _SEPARATOR.search(lines[start].text):
        return start
    end = index = start
    while index < len(lines):
        line = lines[index].text
        if _SEPARATOR.search(line):
            end = index + 1
        elif len(line) > _LONGEST_BETWEEN or not is_name(line):
            break
        index += 1
    return index if index > end and end - start > 1 and _is_short_row(lines, start) else end


def _is_short_row(lines: Sequence[Line], start: int) -> bool:
    """A table of two columns may end with names alone, of the province above."""
    return len(_SEPARATOR.split(lines[start].text)) == 2


def _rows_of(reading: Reading, lines: Sequence[Line], is_name: Callable[[str], bool]) -> Iterator[GridRow]:
    width = width_of([line.text for line in lines], is_name)
    return _stacked(reading, lines, width) if width else _rows(reading, lines)


def _stacked(reading: Reading, lines: Sequence[Line], width: int) -> Iterator[GridRow]:
    """Rows of so many lines with one cell each."""
    text = reading.text
    for first in range(0, len(lines), width):
        row = lines[first : first + width]
        spans = [trimmed(text, line.span, " \t|") for line in row]
        cells = {column: Cell(column, span, text[span.start : span.end]) for column, span in enumerate(spans)}
        yield GridRow(Span(row[0].span.start, row[-1].span.end), cells, full=len(row) == width)


def _rows(reading: Reading, lines: Sequence[Line]) -> Iterator[GridRow]:
    width, margin = 0, 0
    for line in lines:
        if _RULE.fullmatch(line.text):
            continue
        row = row_of(reading.text, line)
        shift = _empty_at_start(reading.text, line)
        if not width:
            width, margin = len(row.cells), shift
        shift = max(0, shift - margin)
        cells = {cell.column + shift: cell for cell in row.cells}
        yield GridRow(row.span, cells, full=len(cells) + shift >= width)


def _empty_at_start(text: str, line: Line) -> int:
    """The number of empty cells at the start of a line that the reading of rows leaves out."""
    if line.text.startswith("|"):
        return 1
    before = line.span.start
    while before > 0 and text[before - 1] in " \t":
        before -= 1
    return text.count("\t", before, line.span.start)
