"""Paths as people give them: one or several, files or folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from build_graph.sources import is_address

Paths = str | Path | Sequence[str] | Sequence[Path] | Sequence[str | Path]
"""One path or several."""


def as_paths(paths: Paths) -> list[Path]:
    """Return one path or several as a list."""
    return [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]


def as_source(named: str | Path) -> Path | str:
    """Return a path, or an address (``s3://…``), which stays as it is."""
    return str(named) if is_address(named) else Path(named)


def as_sources(paths: Paths) -> list[Path | str]:
    """Return one path or several as a list, addresses as they are."""
    return [as_source(paths)] if isinstance(paths, str | Path) else [as_source(each) for each in paths]
