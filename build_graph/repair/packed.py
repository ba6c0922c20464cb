"""The generated tables, which are compressed: rows of tab-separated cells, read when they are first needed."""

from __future__ import annotations

import gzip
from importlib.resources import files


def packed_rows(name: str) -> list[list[str]]:
    """Return the rows of ``tables/<name>.tsv.gz``. Lines that start with ``#`` are comments."""
    data = files("build_graph.repair").joinpath("tables", f"{name}.tsv.gz").read_bytes()
    lines = gzip.decompress(data).decode("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
