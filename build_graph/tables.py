"""Knowledge tables: tab-separated files beside the code that reads them.

A table starts with ``#`` comment lines that say what it holds, then a header row, then one entry a row.
A policy researcher can read and correct them without reading any code. Generated tables are compressed.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def table(package: str, name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of ``tables/<name>.tsv`` of ``package``, each a mapping from column to cell."""
    source = files(package).joinpath("tables", f"{name}.tsv")
    lines = [line for line in source.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(_row(header, line, f"{package}/tables/{name}.tsv") for line in lines[1:])


def _row(header: list[str], line: str, where: str) -> Mapping[str, str]:
    cells = line.split("\t")
    if len(cells) != len(header):
        raise ValueError(f"{where}: {len(cells)} cells instead of {len(header)} in {line!r}")
    return dict(zip(header, cells, strict=True))


def packed(package: str, name: str) -> str:
    """Return the text of a generated, compressed table of ``package``, named with its folder."""
    return gzip.decompress(files(package).joinpath(name).read_bytes()).decode("utf-8")


def packed_rows(package: str, name: str) -> list[list[str]]:
    """Return the cells of the rows of ``tables/<name>.tsv.gz``; lines that start with ``#`` are comments."""
    lines = packed(package, f"tables/{name}.tsv.gz").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@cache
def words(package: str, name: str, kind: str) -> tuple[str, ...]:
    """Return the words of one ``kind`` in a table with the columns ``kind`` and ``word``, longest first."""
    found = (row["word"] for row in table(package, name) if row["kind"] == kind)
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def either(package: str, name: str, kind: str) -> str:
    """Return the words of one kind as a regular expression that matches any of them, longest first.

    Raises ValueError if the table has none: the expression would match everywhere.
    """
    found = words(package, name, kind)
    if not found:
        raise ValueError(f"{package}/tables/{name}.tsv has no words of the kind {kind!r}")
    return "(?:" + "|".join(map(re.escape, found)) + ")"
