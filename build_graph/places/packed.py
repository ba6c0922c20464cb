"""Reading the generated, compressed tables of ``data/``; those written by hand lie in ``tables/``."""

from __future__ import annotations

import gzip
from importlib.resources import files


def packed(name: str) -> str:
    """Return the text of a compressed table."""
    return gzip.decompress(files("build_graph.places").joinpath("data", name).read_bytes()).decode("utf-8")
