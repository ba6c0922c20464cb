"""Pilot units in tables: 省份 | 试点城市; what a column holds is told by its heading and by its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.units.grid import grids
from build_graph.extract.units.names import Named
from build_graph.extract.units.series import Element, series_at
from build_graph.extract.units.series_patterns import level_of
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_graph.extract.units.grid import Grid, GridRow
    from build_graph.extract.units.headings import Heading
    from build_graph.extract.units.names import Names
    from build_graph.model import Level
    from build_graph.parse.tables import Cell

_MOSTLY = 0.6  # share of a column's cells that are names of places
_LOOKED_AT = 60  # cells of a column that tell what it holds
_SHORT_NAME = re.compile("[一-鿿]{2,3}省?")
_LONGEST_NAME = 40  # code points
_NUMBER = re.compile(r"\s*(?:\d{1,3}\s*[.．、]\s*|\d{1,3}\s+|（\d{1,3}）\s*|[一二三四五六七八九十]{1,3}、\s*)")
_BRACKET = re.compile(r"（[^（）]*）$|[：:]$")
_WHOLE = re.compile(r"[整全](省|市)(?:域|范围)?(?:推进|试点|开展|实施)*")
_BEHIND_NAME = re.compile(r"（.*|\d+$")
_AROUND_LEVEL = re.compile(r".*试点|（.*")
_COUNT_BEHIND = re.compile(r"（[^（）]*）$|\d+$")
_FIGURES = re.compile(r"[\d\s.个—-]+")
_MARK = re.compile(r"[、，；\s]")
_SUM = re.compile(r"(?:合|总|小|共)\s*计")
_BLANK = re.compile(r"[\s—–\-/\\无]*")


def in_tables(names: Names, heading: Callable[[str], Heading | None]) -> Iterator[Named]:
    """Yield the names in the columns of units, each with its row and the province of the row."""

    def is_name(text: str) -> bool:
        return names.is_known(_BRACKET.sub("", _NUMBER.sub("", text, count=1)))

    before: _TableReader | None = None
    for grid in grids(names.reading, is_name):
        reader = _TableReader(names, heading, grid)
        if before and reader.goes_on(before):
            reader.caption = before.caption
        before = reader
        yield from reader.named()


@cache
def _word(kind: str) -> re.Pattern[str]:
    return re.compile(either(__package__, "unit_words", kind))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table that matter."""

    units: tuple[int, ...]
    provinces: tuple[int, ...]
    cities: tuple[int, ...]
    levels: dict[int, str]
    """The level of the places in a column."""

    @property
    def first(self) -> int | None:
        """The first column that says where the units lie."""
        return min((*self.provinces, *self.cities), default=None)

    @property
    def all(self) -> tuple[int, ...]:
        """All of them."""
        return (*self.provinces, *self.cities, *self.units)


@dataclass(slots=True)
class _Above:
    """What the rows so far say of those below them."""

    group: str | None
    provinces: dict[int, str]
    cities: dict[int, str]


class _TableReader:
    """Reads one table."""

    def __init__(self, names: Names, heading: Callable[[str], Heading | None], grid: Grid) -> None:
        self.names, self.grid = names, grid
        found = (heading(line.text) for line in reversed(grid.above))
        self.caption: Heading | None = next((heading for heading in found if heading), None)
        first, *rows = grid.rows
        self.headless = any(self._level_of_cell(cell.text) for cell in first.filled)
        self.header = {} if self.headless else {column: cell.text for column, cell in first.cells.items()}
        self.rows = grid.rows if self.headless else rows

    def goes_on(self, before: _TableReader) -> bool:
        """Tell whether this is the rest of a table, behind a line that parts it: without headings, or with such."""
        is_behind = any(line.is_row or "\t" in line.text for line in self.grid.above)
        is_headed = self.header == before.header or any(map(level_of, self.header.values()))
        return self.caption is None and is_behind and (self.headless or is_headed)

    def named(self) -> Iterator[Named]:
        """Yield the units."""
        columns = self._columns()
        if columns is None:
            return
        above = _Above(self.caption.province if self.caption else None, {}, {})
        for row in self.rows:
            group = self._group(row)
            if group is not None:
                above = _Above(group, {}, {})
                continue
            if self._has_lost_place(row, columns):
                yield from self._in_cell(row, row.filled[0], columns.units[0], None, None)
                continue
            aligned = self._aligned(row, columns)
            if aligned:
                _hold(aligned, columns.provinces, above.provinces)
                _hold(aligned, columns.cities, above.cities)
            yield from self._units_of(aligned, row, columns, above)

    def _units_of(self, aligned: GridRow | None, row: GridRow, columns: Columns, above: _Above) -> Iterator[Named]:
        for unit in columns.units:
            cell = _cell_at(aligned, unit) if aligned else self._fitting_cell(row, unit, columns)
            whole = _WHOLE.fullmatch(cell.text) if cell is not None else None
            if whole:
                yield from self._whole(row, unit, columns.provinces if whole[1] == "省" else columns.cities)
            elif cell is not None:
                province = _nearest(columns.provinces, unit, above.provinces) or above.group
                city = _nearest(columns.cities, unit, above.cities)
                if not aligned and self._is_illegible(row, cell):
                    province = city = None
                yield from self._in_cell(row, cell, unit, province, city)

    def _in_cell(self, row: GridRow, cell: Cell, unit: int, province: str | None, city: str | None) -> Iterator[Named]:
        level = self._level(unit)
        number = _NUMBER.match(self.names.reading.text, *cell.span)
        span = Span(number.end() if number else cell.span.start, cell.span.end)
        series = series_at(self.names, span.start, span.end, level, province)
        for element in series.elements if series else (Element(span),):
            yield Named(
                element.span,
                row.span,
                "unit-table-row",
                self._designation(unit),
                element.province or province,
                element.level or level,
                element.city or city,
            )

    def _whole(self, row: GridRow, unit: int, columns: tuple[int, ...]) -> Iterator[Named]:
        """甲省 | 整省试点: the unit is the province of the row."""
        cell = next((row.cells[column] for column in columns if row.cells.get(column)), None)
        if cell is not None and cell.text:
            span = Span(cell.span.start, cell.span.start + len(_BEHIND_NAME.sub("", cell.text)))
            level = self._level_of_cell(self.names.reading.slice(span))
            yield Named(span, row.span, "unit-table-row", self._designation(unit), level=level)

    def _designation(self, unit: int) -> str:
        heading = self.header.get(unit, "")
        if self.caption and not _word("pilot").search(heading):
            return self.caption.designation or heading
        return heading

    def _level(self, unit: int) -> Level | None:
        words = _AROUND_LEVEL.sub("", self.header.get(unit, ""))
        return level_of(words) or (self.caption.level if self.caption else None)

    # --- what the columns hold

    def _columns(self) -> Columns | None:
        kinds = {column: self._kind(column) for column in self.grid.columns}
        where = {column for column, heading in self.header.items() if _word("where").search(heading)}
        provinces = [column for column, kind in kinds.items() if kind == "province"]
        places = [column for column, kind in kinds.items() if kind not in ("province", "")]
        units = self._units([column for column in places if column not in where], provinces, kinds)
        if not units:
            return None
        around = [column for column in (*provinces, *places) if column not in units]
        return Columns(
            tuple(units),
            tuple(column for column in around if column in provinces),
            tuple(column for column in around if column in places),
            kinds,
        )

    def _units(self, places: list[int], provinces: list[int], kinds: dict[int, str]) -> list[int]:
        marked = [column for column in places or provinces if _word("pilot").search(self.header.get(column, ""))]
        if marked or not self._designates():
            return marked
        if not places:
            return provinces
        same = self.header.get(places[-1], kinds[places[-1]])
        return [column for column in places if self.header.get(column, kinds[column]) == same]

    def _designates(self) -> bool:
        """Without 试点 in a heading or a caption only a table of names and nothing else lists units."""
        headings = self.header.values()
        if any(_word("measured").search(text) for text in headings):
            return False
        if self.caption is not None or self.headless:
            return self.caption is not None
        known = all(_word("column").search(text) or _word("index").search(text) or "省" in text for text in headings)
        return known and any(_word("column").search(text) for text in headings)

    def _kind(self, column: int) -> str:
        """The level of the places in a column, ``province`` or another; nothing if it holds no places."""
        heading = self.header.get(column, "")
        if _word("index").search(heading) and not _word("column").search(heading):
            return ""
        cells = [row.cells[column].text for row in self.rows if row.full and column in row.cells]
        cells = [text for text in cells if text and not _FIGURES.fullmatch(text)][:_LOOKED_AT]
        levels = [level for level in map(self._level_of_cell, cells) if level]
        enough = 1 if _word("pilot").search(heading) else max(1, _MOSTLY * len(cells))
        if len(levels) < enough:
            return ""
        return max(sorted(set(levels)), key=levels.count) if set(levels) != {"province"} else "province"

    def _level_of_cell(self, text: str) -> Level | None:
        """The level of the first name in a cell; None if it is no name."""
        bare = _NUMBER.sub("", text, count=1)
        first = _BRACKET.sub("", _MARK.split(bare)[0])
        if not first or len(first) > _LONGEST_NAME:
            return None
        found = self.names.resolution(first)
        return found.place.level if found.place else ("county" if found.candidates else None)

    # --- rows

    def _group(self, row: GridRow) -> str | None:
        """A row with a province alone (一、河北省（3个）) heads the rows below it."""
        if len(row.filled) != 1 or len(self.grid.columns) < 2:
            return None
        written = _BRACKET.sub("", _NUMBER.sub("", row.filled[0].text, count=1))
        place = self.names.resolution(written).place
        return written if place is not None and (place.level == "province" or place.kind == "corps") else None

    def _aligned(self, row: GridRow, columns: Columns) -> GridRow | None:
        """A row with its cells below the headings that they belong to; None if that cannot be told."""
        return row if row.full or self._lacks_its_end(row, columns) else self._moved(row, columns)

    def _lacks_its_end(self, row: GridRow, columns: Columns) -> bool:
        """Tell whether a short row lacks cells at its end only: it begins with the place in which its units lie."""
        cell = row.cells.get(columns.first) if columns.first is not None else None
        return cell is not None and self._level_of_cell(cell.text) == columns.levels[cell.column]

    def _moved(self, row: GridRow, columns: Columns) -> GridRow | None:
        """A row that lacks cells of the one above (rowspan), moved to where the levels of its places say."""
        width, first = len(self.grid.columns), columns.first
        if first is None or not 1 < len(row.cells) < width:
            return None
        before = (cell for cell in row.cells.values() if cell.column < first)
        if not all(_FIGURES.fullmatch(cell.text) for cell in before):
            return None
        shift = width - len(row.cells)
        cells = {cell.column + shift * (cell.column >= first): cell for cell in row.cells.values()}
        below = {column for column in columns.all if column >= first + shift}
        if below.isdisjoint(columns.units) or not below.issubset(cells):
            return None
        fits = all(self._level_of_cell(cells[column].text) == columns.levels[column] for column in below)
        return replace(row, cells=cells) if fits else None

    def _fitting_cell(self, row: GridRow, unit: int, columns: Columns) -> Cell | None:
        """The cell that names a place in a row that lacks the cells above (rowspan)."""
        fitting = [cell for cell in row.filled if self._fits(cell, columns)]
        position = columns.units.index(unit)
        return fitting[position] if position < len(fitting) else None

    def _has_lost_place(self, row: GridRow, columns: Columns) -> bool:
        """Tell whether a row holds units alone where the place should stand in which they lie: nobody knows which."""
        if not row.full or len(row.filled) != 1:
            return False
        only = row.filled[0]
        return only.column not in columns.units and "、" in only.text and self._fits(only, columns)

    def _is_illegible(self, row: GridRow, cell: Cell) -> bool:
        """Tell whether what stands before the units should name the place in which they lie, but is no name."""
        before = [each.text for each in row.filled if each.column < cell.column]
        return bool(before) and _SHORT_NAME.fullmatch(before[-1]) is not None and not self._level_of_cell(before[-1])

    def _fits(self, cell: Cell, columns: Columns) -> bool:
        level = self._level_of_cell(cell.text)
        return bool(level) and (level != "province" or not columns.provinces)


def _hold(row: GridRow, columns: tuple[int, ...], held: dict[int, str]) -> None:
    """An empty cell means: the same as above."""
    for column in columns:
        if column in row.cells and row.cells[column].text:
            held[column] = _COUNT_BEHIND.sub("", row.cells[column].text)


def _cell_at(row: GridRow, unit: int) -> Cell | None:
    found = row.cells.get(unit)
    return found if found is not None and not _BLANK.fullmatch(found.text) and not _is_sum(row) else None


def _nearest(columns: tuple[int, ...], unit: int, held: dict[int, str]) -> str | None:
    """What is held of the last of some columns to the left of a unit's; else of the first."""
    left = [column for column in columns if column < unit]
    column = left[-1] if left else next(iter(columns), None)
    return held.get(column) if column is not None else None


def _is_sum(row: GridRow) -> bool:
    return any(_SUM.match(cell.text) for cell in row.filled)
