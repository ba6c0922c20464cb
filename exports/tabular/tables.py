"""A table for each class, with typed cells: what the CSV and Parquet exports write.

A row stands for one key. Where a column holds one value and the graph has several, because documents disagree, the
first in order stands in the cell; ``reformgraph validate`` warns of each such disagreement.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from exports.errors import ExportError
from ontology import LIST
from queries.run import select
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pyoxigraph import Store

    from exports.tabular.table_files import Column, TableFile

Value = str | int | bool | Decimal
Cell = Value | tuple[Value, ...] | None
"""A value; several, sorted, in a column of many; None where there is none."""
Row = dict[str, Cell]

DATE_PATTERN: Final = r"-?\d{4,}(-\d{2}(-\d{2})?)?"
"""A year, a month of a year, or a day: xsd:gYear, xsd:gYearMonth and xsd:date without time zone."""


_TRUE: Final = frozenset({"true", "1"})
_FALSE: Final = frozenset({"false", "0"})
"""The lexical forms of xsd:boolean."""


def rows(table: TableFile, store: Store) -> list[Row]:
    """Return the rows of a table, sorted by their keys.

    Raises ExportError for a value that does not fit the type of its column.
    """
    found: dict[tuple[str, ...], dict[str, set[str]]] = {}
    answer = select(store, table.sparql)
    for terms in answer.terms:
        given = {column: lexical(term) for column, term in zip(answer.columns, terms, strict=True) if term is not None}
        row = found.setdefault(tuple(given[column] for column in table.key), {})
        for column, text in given.items():
            row.setdefault(column, set()).add(text)
    return [_row(table, found[key]) for key in sorted(found)]


def _row(table: TableFile, texts: Mapping[str, set[str]]) -> Row:
    return {column.name: _cell(table, column, texts.get(column.name, set())) for column in table.columns}


def _cell(table: TableFile, column: Column, texts: set[str]) -> Cell:
    try:
        values = [_READERS[column.type](_key(column, text)) for text in sorted(texts)]
    except (ValueError, InvalidOperation):
        wrong = ", ".join(sorted(texts))
        raise ExportError(
            f"table {table.name}, column {column.name}: {wrong!r} is no {column.type}: "
            f"`reformgraph validate` shows where it stands"
        ) from None
    if column.many:
        return tuple(values)
    return values[0] if values else None


def _key(column: Column, text: str) -> str:
    """Return the name of a concept in its list; anything else, also another list's concept, as it is."""
    return text.removeprefix(f"{LIST}{column.list}/") if column.list else text


def _boolean(text: str) -> bool:
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    raise ValueError(text)


def _decimal(text: str) -> Decimal:
    number = Decimal(text)
    if number.is_finite():
        return number
    raise ValueError(text)


def _date(text: str) -> str:
    if re.fullmatch(DATE_PATTERN, text):
        return text
    raise ValueError(text)


_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    "string": str,
    "iri": str,
    "integer": int,
    "decimal": _decimal,
    "boolean": _boolean,
    "year": int,
    "date": _date,
}
"""How the values of a column of each type are read from their lexical form."""
