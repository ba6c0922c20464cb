"""The tables that are exported, as their files declare them: ``data/tables/*.rq``.

A file starts with lines that begin with ``#+`` and together are YAML: ``title`` and ``description`` in both
languages; ``class``, if its rows are the things of one class; ``key``, the columns that name a row; ``about``, the
column that the properties are of, if it is not the key; and ``columns``. A column has titles (``zh``, ``en``) and,
where they fit,

``type``      string (the default), iri, integer, decimal, boolean, year, or date: a year, month or day
``many``      a cell may hold several values
``to``        the table whose key its values are
``list``      the controlled list whose concepts its values are
``property``  the property that its values are of, ``about`` the column whose property it is, ``lang`` the language

Below stands a SELECT query with the same columns. It may give several rows for one key, which become one row:
so a column of several values is best a branch of a UNION of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from queries.header import header

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    titles: Mapping[str, str]
    """What it holds, by language tag (zh, en)."""
    type: str = "string"
    many: bool = False
    to: str | None = None
    list: str | None = None
    property: str | None = None
    about: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table that is exported."""

    name: str
    title: Mapping[str, str]
    """Its title by language tag."""
    description: Mapping[str, str]
    of_class: str | None
    """The class of the things that its rows are, as a prefixed name."""
    key: tuple[str, ...]
    """The columns that together name a row."""
    about: str | None
    """The column that holds what the properties of the other columns are of."""
    columns: tuple[Column, ...]
    sparql: str
    """The whole file, header included."""


@cache
def table_files() -> tuple[TableFile, ...]:
    """Return the tables, sorted by name."""
    folder = files("exports").joinpath("data", "tables")
    found = (file for file in folder.iterdir() if file.name.endswith(".rq"))
    return tuple(_read(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in sorted(found, key=str))


def table_file(name: str) -> TableFile:
    """Return the table of this name; raises KeyError if there is none."""
    return {table.name: table for table in table_files()}[name]


def _read(name: str, text: str) -> TableFile:
    record = header(text)
    key = tuple(record["key"])
    return TableFile(
        name=name,
        title=record["title"],
        description=record["description"],
        of_class=record.get("class"),
        key=key,
        about=record.get("about", key[0] if len(key) == 1 else None),
        columns=tuple(_column(column, declared) for column, declared in record["columns"].items()),
        sparql=text,
    )


def _column(name: str, declared: dict[str, Any]) -> Column:
    titles = {language: declared.pop(language) for language in ("zh", "en")}
    return Column(name, titles, **declared)
