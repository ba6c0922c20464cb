"""What the exported tables hold, in the terms of the W3C's Metadata Vocabulary for Tabular Data (CSVW)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from exports.tabular.table_files import table_file
from exports.tabular.tables import DATE_PATTERN
from ontology import LIST, expanded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exports.tabular.table_files import Column, TableFile

METADATA_FILE: Final = "csv-metadata.json"
"""The name under which readers look for it (section 5.4 of Model for Tabular Data and Metadata on the Web)."""

SEPARATORS: Final = (";", "|", "\t")
"""What may stand between the values of a cell, the first choice first."""

_LANGUAGES: Final = {"zh": "zh-Hans", "en": "en"}

_DATATYPES: Final[Mapping[str, str | Mapping[str, str]]] = {
    "string": "string",
    "iri": "anyURI",
    "integer": "integer",
    "decimal": "decimal",
    "boolean": "boolean",
    "year": "gYear",
    "date": {
        "base": "string",
        "format": DATE_PATTERN,
        "dc:description": "as precise as stated: a year (2024), a month of a year (2024-06) or a date (2024-06-30)",
    },
}
"""Type of a column -> CSVW datatype. No datatype of CSVW holds years, months and days together: they are text."""

_NOTES: Final = {
    "zh": "文档对只容一个值的单元格说法不一时，取排在最前的一个；reformgraph validate 会指出每一处。"
    "以 = + - @、制表符或换行符开头的文本，前面加一个撇号，以免电子表格当作公式计算；程序读取时去掉即可。",
    "en": "Where documents disagree about a cell that holds one value, the first in order stands there; "
    "reformgraph validate tells of each. A text that begins with = + - @, a tab or a line break has an apostrophe in "
    "front, so that no spreadsheet calculates it; programs take it away.",
}
_RIGHTS: Final = {
    "zh": "所引原文的权利属于各来源文档的作者和发布者，见 source_documents。",
    "en": "The rights in quoted passages are those of the authors and publishers of the documents in source_documents.",
}


def group_metadata(tables: Sequence[Mapping[str, Any]], licences: Sequence[str]) -> dict[str, Any]:
    """Return the metadata of the folder, for that of its tables and the licences that the graph states."""
    stated = {"dc:license": [{"@id": licence} for licence in licences]} if licences else {}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": _texts({"zh": "改革试点知识图谱的表格", "en": "Tables of a knowledge graph of reform pilots"}),
        "dc:description": _texts(_NOTES),
        **stated,
        "dc:rights": _texts(_RIGHTS),
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "tables": list(tables),
    }


def table_metadata(table: TableFile, separators: Mapping[str, str], silent: set[str]) -> dict[str, Any]:
    """Return the metadata of a table.

    ``separators`` has those of its columns of several values; ``silent`` the columns whose cells make no statements:
    concepts whose IRIs cannot be built from the cell, and texts of which one has an apostrophe in front.
    """
    columns = [_column(table, column, separators, silent) for column in table.columns]
    schema: dict[str, Any] = {"columns": columns + _class_column(table), "primaryKey": list(table.key)}
    references = [_foreign_key(column) for column in table.columns if column.to]
    if references:
        schema["foreignKeys"] = references
    if table.about:
        schema["aboutUrl"] = _template(table.about)
    return {
        "url": f"{table.name}.csv",
        "dc:title": _texts(table.title),
        "dc:description": _texts(table.description),
        "tableSchema": schema,
    }


def _column(table: TableFile, column: Column, separators: Mapping[str, str], silent: set[str]) -> dict[str, Any]:
    # the header has the name, which needs no language; so the name is a title too
    titles = {"und": column.name, **{_LANGUAGES[tag]: text for tag, text in column.titles.items()}}
    described: dict[str, Any] = {
        "name": column.name,
        "titles": titles,
        "datatype": _DATATYPES[column.type],
        "null": "",
    }
    if column.name in table.key:
        described["required"] = True
    if column.many:
        described["separator"] = separators[column.name]
    if column.lang:
        described["lang"] = column.lang
    return described | _statement(column, silent)


def _statement(column: Column, silent: set[str]) -> dict[str, Any]:
    """Return what makes the column's cells statements of the graph; without a property they make none."""
    if column.property is None or column.name in silent:
        return {"suppressOutput": True}
    made: dict[str, Any] = {"propertyUrl": expanded(column.property)}
    if column.about:
        made["aboutUrl"] = _template(column.about)
    if column.list:
        made["valueUrl"] = f"{LIST}{column.list}/{_template(column.name)}"
    elif column.type == "iri":
        made["valueUrl"] = _template(column.name)
    return made


def _class_column(table: TableFile) -> list[dict[str, Any]]:
    """Return the virtual column that says of which class the things of a table are."""
    if table.of_class is None:
        return []
    made = {"propertyUrl": "rdf:type", "valueUrl": expanded(table.of_class)}
    return [{"name": "class", "virtual": True, **made}]


def _foreign_key(column: Column) -> dict[str, Any]:

    (key,) = table_file(column.to or "").key
    return {
        "columnReference": column.name,
        "reference": {"resource": f"{column.to}.csv", "columnReference": key},
    }


def _template(column: str) -> str:
    """Return the URI template (RFC 6570) whose value is that of a column, kept as it is."""
    return f"{{+{column}}}"


def _texts(by_language: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@value": text, "@language": _LANGUAGES[tag]} for tag, text in by_language.items()]
