"""The store of a graph in parts: that of the earlier publication with what has changed, or a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.emit.store import write_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from build_graph.publication.earlier import Earlier
    from build_graph.publication.parts import Part


def store_parts(parts: Sequence[Part], folder: Path, earlier: Earlier | None) -> None:
    """Write the store of a graph into a new folder.

    Args:
        parts: those of the graph.
        folder: the folder.
        earlier: what was published there before.
    """
    old = earlier.store(folder.name) if earlier else None
    write_store([part.file for part in parts], folder)
