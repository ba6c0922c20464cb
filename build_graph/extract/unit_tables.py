"""Pilot units in tables: 省份 | 试点城市."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.extract.unit_names import Named, list_elements
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading
    from build_graph.parse.tables import Table


def in_tables(reading: Reading) -> Iterator[Named]:
    """Yield the names in the columns of units, each with its row and the province of the row."""
    for table in reading.tables:
        provinces = table.column("省份", "省（", "省", "地区", "区域")
        units = _unit_column(table, provinces)
        if units is None:
            continue
        designation = table.header.cells[units].text
        yield from _rows(reading, table, provinces, units, designation)


def _unit_column(table: Table, provinces: int | None) -> int | None:
    others = [cell for cell in table.header.cells if cell.column != provinces]
    named = [c.column for c in others if re.search(either(__package__, "unit_words", "column"), c.text)]
    return named[0] if named else None


def _rows(reading: Reading, table: Table, provinces: int | None, units: int, designation: str) -> Iterator[Named]:
    province: str | None = None
    for row in table.rows:
        cells = {cell.column: cell for cell in row.cells}
        if provinces is not None and provinces in cells and cells[provinces].text:
            province = cells[provinces].text  # an empty cell means: the same province as above
        if units not in cells:
            continue
        for element in list_elements(reading, cells[units].span):
            yield Named(element, row.span, "unit-table-row", designation, province)
