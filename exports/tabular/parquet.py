"""A folder of Parquet files, one for each class: the tables of ``csv-tables``, typed for data frames.

A cell of several values is a list. A year is an integer; a date that may be a year, a month or a day is text.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from exports.errors import ExportError
from exports.tabular.table_files import table_files
from exports.tabular.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from polars import DataType

    from exports.tabular.table_files import TableFile
    from exports.tabular.tables import Row
    from queries.store import GraphFile

DECIMAL_PLACES: Final = 10
"""Places after the point of the decimals; the graph's figures are counts, amounts and percentages."""
_DIGITS: Final = 38


def write_folder(graph: GraphFile, folder: Path) -> None:
    """Write the tables as Parquet.

    Raises ExportError where polars is not installed, and for a decimal that has too many digits.
    """
    polars = _polars()
    for table in table_files():
        found = rows(table, graph.store)
        _check_decimals(table, found)
        frame = polars.DataFrame(found, schema=_schema(table), orient="row")
        frame.write_parquet(folder / f"{table.name}.parquet", compression="zstd", statistics=False)


def _polars() -> Any:  # noqa: ANN401
    try:
        import polars  # noqa: PLC0415  (an optional dependency)
    except ImportError as error:
        raise ExportError("parquet needs polars: pip install 'reformgraph[frames]'") from error
    return polars


def _schema(table: TableFile) -> dict[str, DataType]:
    polars = _polars()
    types: dict[str, DataType] = {
        "string": polars.String(),
        "iri": polars.String(),
        "integer": polars.Int64(),
        "decimal": polars.Decimal(_DIGITS, DECIMAL_PLACES),
        "boolean": polars.Boolean(),
        "year": polars.Int64(),
        "date": polars.String(),
    }
    return {
        column.name: polars.List(types[column.type]) if column.many else types[column.type] for column in table.columns
    }


def _check_decimals(table: TableFile, found: Iterable[Row]) -> None:
    """Raise ExportError for a decimal that Parquet would round."""
    for row in found:
        for name, cell in row.items():
            if isinstance(cell, Decimal) and not _fits(cell):
                raise ExportError(
                    f"table {table.name}, column {name}: {cell:f} has more digits than this format keeps "
                    f"({DECIMAL_PLACES} after the point, {_DIGITS} in all): choose csv-tables"
                )


def _fits(number: Decimal) -> bool:
    _, digits, exponent = number.as_tuple()
    places = -exponent if isinstance(exponent, int) else _DIGITS
    return places <= DECIMAL_PLACES and len(digits) - places <= _DIGITS - DECIMAL_PLACES
