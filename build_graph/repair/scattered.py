"""Tables that lost their borders: one cell a line becomes a row again, its cells separated by tabs.

Such a table is known by its headings, which stand in lines of their own. The rows are known by their running
numbers, or by the provinces that begin them; what does not come out even is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from build_graph.repair.page import lines_of
from build_graph.repair.tracked import Edit
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.repair.page import Line
    from build_graph.repair.tracked import Tracked

KIND = "scattered tables"
_MOST_COLUMNS = 8
_FEWEST_ROWS = 3
_LONGEST_HEADING = 12  # code points
_LONGEST_CELL = 40
_PROVINCE = re.compile(
    r"[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,6}自治区|(?:北京|天津|上海|重庆)市?|新疆生产建设兵团|兵团"
)
_NOT_A_CELL = re.compile(r"[。！？；|\t]")

Row = list["Line"]


@dataclass(frozen=True, slots=True)
class _Found:
    """A table: its headings, its rows, and how many lines they take."""

    headings: Row
    rows: list[Row]

    @property
    def lines(self) -> int:
        return len(self.headings) + sum(map(len, self.rows))

    @property
    def width(self) -> int:
        return len(self.headings or self.rows[0])


def gather_cells(text: Tracked) -> Tracked:
    """Put the cells of a row into one line, wherever a table stands one cell a line."""
    lines = [line for line in lines_of(text.text) if line.text]
    edits: list[Edit] = []
    at = 0
    while at < len(lines):
        found = None
        if is_heading(lines[at].text):  # most lines are none
            found = _table_at(lines, at)
        elif lines[at].text == "1":
            found = _without_headings(lines, at)
        if found:
            edits += (edit for row in (found.headings, *found.rows) for edit in _joined(row, found.width, text.text))
        at += found.lines if found else 1
    return text.repair(KIND, edits)


def is_heading(text: str) -> bool:
    """Tell whether a cell is the heading of a column in a list of units."""
    return _any_heading().fullmatch(text) is not None


def heading_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the heading of a column that stands at a place, whatever follows it; it is not empty."""
    return _any_heading().match(text, start, end)


def _table_at(lines: Sequence[Line], at: int) -> _Found | None:
    """Return the table whose headings begin at ``at``."""
    kinds = _kinds_from(lines, at)
    if len(kinds) < 2:
        return None
    start = at + len(kinds)
    rows: list[Row] = []
    if kinds[0] == "number":
        start = _first_row(lines, start, at + _MOST_COLUMNS)
        rows = list(_numbered_rows(lines, start, start - at))
    elif kinds[0] == "first":
        rows = list(_rows_by_province(lines, start, len(kinds)))
    return _Found(list(lines[at:start]), rows) if len(rows) >= _FEWEST_ROWS else None


def _first_row(lines: Sequence[Line], start: int, stop: int) -> int:
    """Where the row of number 1 begins, behind headings of columns that no table of words knows; else ``start``."""
    for at in range(start, min(stop, len(lines))):
        if lines[at].text == "1":
            return at
        if len(lines[at].text) > _LONGEST_HEADING or not _is_cell(lines[at]):
            break
    return start


def _without_headings(lines: Sequence[Line], at: int) -> _Found | None:
    """Return the table of even rows that begins with the number 1 and has lost its headings, or has none."""
    width = next((n for n in range(2, _MOST_COLUMNS) if at + n < len(lines) and lines[at + n].text == "2"), 0)
    rows = list(takewhile(lambda row: len(row) == width, _numbered_rows(lines, at, width))) if width > 2 else []
    return _Found([], rows) if len(rows) >= _FEWEST_ROWS else None


def _kinds_from(lines: Sequence[Line], at: int) -> list[str]:
    kinds: list[str] = []
    for line in lines[at : at + _MOST_COLUMNS]:
        kind = _kind(line.text)
        if kind is None:
            break
        kinds.append(kind)
    return kinds


def _numbered_rows(lines: Sequence[Line], at: int, columns: int) -> Iterator[Row]:
    """Yield the rows from ``at`` on that begin with 1, 2, 3, …; one may lack cells that stand in the one above."""
    number = 1
    while at < len(lines) and lines[at].text == str(number):
        stop, most = at + 1, min(at + columns, len(lines))
        while stop < most and _is_cell(lines[stop]) and lines[stop].text != str(number + 1):
            stop += 1
        if stop - at < 2:
            return
        yield list(lines[at:stop])
        at, number = stop, number + 1


def _rows_by_province(lines: Sequence[Line], start: int, columns: int) -> Iterator[Row]:
    """Yield the rows from ``start`` on that begin with the name of a province and have all their cells."""
    for at in range(start, len(lines) - columns + 1, columns):
        row = list(lines[at : at + columns])
        if not _PROVINCE.fullmatch(row[0].text) or not all(_is_cell(cell) for cell in row[1:]):
            return
        yield row


def _is_cell(line: Line) -> bool:
    return len(line.text) <= _LONGEST_CELL and not _NOT_A_CELL.search(line.text)


def _joined(row: Row, columns: int, text: str) -> Iterator[Edit]:
    """Yield the edits that put a row into one line; cells that it lacks are left empty behind the first one."""
    for number, (left, right) in enumerate(pairwise(row)):
        start = left.start + len(text[left.start : left.end].rstrip())
        end = right.end - len(text[right.start : right.end].lstrip())
        yield Edit(start, end, "\t" * (1 if number else 1 + columns - len(row)))


def _kind(text: str) -> str | None:
    """Return what a heading heads; None if the text is none."""
    if not is_heading(text):
        return None
    return next(kind for kind, pattern in _headings() if pattern.fullmatch(text))


@cache
def _any_heading() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _headings()))


@cache
def _headings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["kind"], re.compile(row["pattern"])) for row in table("build_graph.repair", "columns"))
