"""A folder of CSV files, one for each class, with ``csv-metadata.json`` that says what they hold (W3C CSVW).

A text that a spreadsheet would take for a formula gets an apostrophe in front, because these files are opened in
spreadsheets whatever they are meant for. The metadata say so, and that the cells of such a column make no statements:
what a reader of CSVW makes of the others is exactly what the graph says. Parquet keeps every text as it is. The files
have no byte-order mark; the format ``csv`` is the one for spreadsheets.
"""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from exports import data_files
from exports.errors import ExportError
from exports.tabular.csvw_metadata import METADATA_FILE, SEPARATORS, group_metadata, table_metadata
from exports.tabular.table_files import table_files
from exports.tabular.tables import rows
from queries.formulas import neutral
from queries.run import select
from queries.terms import lexical

if TYPE_CHECKING:
    from pathlib import Path

    from exports.tabular.table_files import Column, TableFile
    from exports.tabular.tables import Cell, Row, Value
    from queries.store import GraphFile

_TRUTH: Final = {True: "true", False: "false"}


def write_folder(graph: GraphFile, folder: Path) -> None:
    """Write the tables as CSV in UTF-8 and their description as CSVW metadata."""
    described = []
    for table in table_files():
        found = rows(table, graph.store)
        separators = {column.name: _separator(table, column, found) for column in table.columns if column.many}
        neutralised = _write(folder / f"{table.name}.csv", table, found, separators)
        described.append(table_metadata(table, separators, _of_other_lists(table, found) | neutralised))
    document = json.dumps(group_metadata(described, _licences(graph)), ensure_ascii=False, indent=2)
    (folder / METADATA_FILE).write_text(document + "\n", encoding="utf-8")


def _licences(graph: GraphFile) -> list[str]:
    answer = select(graph.store, data_files.text("licences.rq"))
    return [lexical(licence) for (licence,) in answer.terms]


def _write(file: Path, table: TableFile, found: list[Row], separators: dict[str, str]) -> set[str]:
    """Write a table; return the columns in which a text would have been a formula."""
    texts = {column.name for column in table.columns if column.type == "string"}
    neutralised: set[str] = set()
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")  # RFC 4180; so a cell with either character is quoted
        writer.writerow(column.name for column in table.columns)
        for row in found:
            cells = {name: _cell(cell, separators.get(name, "")) for name, cell in row.items()}
            safe = {name: neutral(cell) if name in texts else cell for name, cell in cells.items()}
            neutralised |= {name for name, cell in cells.items() if cell != safe[name]}
            writer.writerow(safe.values())
    return neutralised


def _cell(cell: Cell, separator: str) -> str:
    if isinstance(cell, tuple):
        return separator.join(_text(value) for value in cell)
    return "" if cell is None else _text(cell)


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return _TRUTH[value]
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _separator(table: TableFile, column: Column, found: list[Row]) -> str:
    """Return the first separator that no value of the column holds."""
    cells = [_cell(row[column.name], "") for row in found]
    for separator in SEPARATORS:
        if not any(separator in cell for cell in cells):
            return separator
    raise ExportError(
        f"table {table.name}, column {column.name}: its values hold every separator that CSV could use "
        f"({' '.join(SEPARATORS)}): choose parquet"
    )


def _of_other_lists(table: TableFile, found: list[Row]) -> set[str]:
    """Return the columns of concepts of which some are in a list of somebody else."""
    listed = [column for column in table.columns if column.list]
    return {column.name for column in listed if any("://" in _cell(row[column.name], " ") for row in found)}
