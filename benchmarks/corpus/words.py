"""The tables of words and sentences, as ``data/`` holds them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def data(name: str) -> Any:  # noqa: ANN401  (whatever the table holds)
    """Return what ``data/<name>.yml`` holds."""
    return yaml.load(_text(f"{name}.yml"), yaml.CSafeLoader)


@cache
def pairs(name: str) -> dict[str, str]:
    """Return the rows of the two-column table ``data/<name>.tsv``, without its comments and header."""
    lines = [line for line in _text(f"{name}.tsv").splitlines() if line and not line.startswith("#")]
    return dict(line.split("\t") for line in lines[1:])


def _text(name: str) -> str:
    return files(__package__).joinpath("data", name).read_text("utf-8")
