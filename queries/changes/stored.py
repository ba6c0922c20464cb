"""The queries of this room that belong to no kind of fact."""

from __future__ import annotations

from importlib.resources import files


def stored_query(name: str) -> str:
    """Return the SPARQL of a file under ``data/``."""
    return files(__package__).joinpath("data", f"{name}.rq").read_text("utf-8")
