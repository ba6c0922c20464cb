"""Whether two built folders hold the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def differing(one: Path, other: Path) -> int:
    """Return how many files are in one of two folders only, or differ; a store on disk (``graph/``) is not compared.

    A store decides itself how it lays out its files.
    """
    left, right = _files(one), _files(other)
    return len(left.keys() ^ right.keys()) + sum(
        left[name].read_bytes() != right[name].read_bytes() for name in left.keys() & right.keys()
    )


def _files(folder: Path) -> dict[str, Path]:
    found = {file.relative_to(folder): file for file in folder.rglob("*") if file.is_file()}
    return {str(name): file for name, file in found.items() if name.parts[0] != "graph"}
