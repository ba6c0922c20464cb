"""Describing a folder that is going to be published."""

from __future__ import annotations

from pathlib import Path

from exports.dataset.describe import describe as write_description
from exports.dataset.description import Description

__all__ = ["Description", "describe"]


def describe(folder: str | Path = "out", about: str | Path | None = None) -> Description:
    """Write ``dataset.ttl`` (DCAT 3, VoID) and ``dataset.jsonld`` (schema.org) into a folder with a built graph.

    Args:
        folder: the folder that is published; all its files are described.
        about: YAML in which the publisher says what cannot be counted (title, licence, addresses …).

    Returns:
        What was written; its ``missing`` says what a portal would miss.

    Raises:
        ExportError: for a mistake in ``about``, a file that cannot be read or written, a graph that no run made.
        QueryError: for a folder without a graph.
    """
    return write_description(Path(folder), Path(about) if about is not None else None)
