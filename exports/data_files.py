"""The data files of the exports: queries, tables that people can read and correct, texts."""

from __future__ import annotations

import csv
import gzip
from functools import cache
from importlib.resources import files


@cache
def text(name: str) -> str:
    """Return the text of a file of ``exports/data``, named with ``/``: ``text("site/things.rq")``."""
    return files("exports").joinpath("data", name).read_text("utf-8")


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a tab-separated table of ``exports/data``; lines that begin with # are remarks."""
    lines = (line for line in text(name).splitlines() if not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t"))


@cache
def packed(name: str) -> str:
    """Return the text of a compressed file of ``exports/data``: ``packed("division_points.tsv.gz")``."""
    return gzip.decompress(files("exports").joinpath("data", name).read_bytes()).decode()
