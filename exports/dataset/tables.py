"""The data files of descriptions: tables, queries, texts."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any, cast

import yaml


def data(name: str) -> str:
    """Return the text of a file of ``exports/data``."""
    return files("exports").joinpath("data", name).read_text("utf-8")


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table; lines that begin with # are notes."""
    lines = (line for line in data(name).splitlines() if not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t"))


def standing_texts() -> dict[str, Any]:
    """Return what a description says where its publisher says nothing else, by key."""
    return cast("dict[str, Any]", yaml.safe_load(data("dataset_texts.yml")))
