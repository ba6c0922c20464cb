"""The reader of Parquet: each row is the record that it would be as a line of JSON Lines.

A row has no decoded text of its own: the text of its document is that line of JSON, and passages count in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from build_graph.read.errors import ReadError
from build_graph.read.json_files import record_of
from build_graph.read.records import Origin
from build_graph.read.source import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_graph.model import Document

_ROWS: Final = 500
"""Rows in memory at a time."""


def read_parquet(path: Path, encoding: str | None = None) -> Iterator[Document | ReadError]:
    """Yield the documents of a file of Parquet, some rows in memory at a time.

    Raises:
        ReadError: if the file cannot be opened, or polars is not installed.
    """
    number = 0
    for row in _rows(path):
        number += 1
        line = json.dumps(row, ensure_ascii=False, default=str)
        where = f"{path}, row {number}"
        yield record_of(line, Origin(where, f"{path.stem}-{number}", "utf-8", digest(line.encode("utf-8", "replace"))))
    if not number:
        yield ReadError(f"{path} is empty; give a file with one record a row")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        import polars  # noqa: PLC0415  (an extra, and Parquet only)
    except ImportError as error:
        raise ReadError(f"{path} needs polars: pip install 'reformgraph[frames]'") from error
    try:
        table = polars.scan_parquet(path)
        at = 0
        while rows := table.slice(at, _ROWS).collect().to_dicts():
            yield from rows
            at += len(rows)
    except (OSError, polars.exceptions.PolarsError, polars.exceptions.PanicException) as error:
        raise ReadError(f"{path} is no file of Parquet, or it is damaged") from error
