"""The store of a graph in parts: the one that was published before with what has changed, or a new one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING, Final

from build_graph.emit.store import write_store
from build_graph.emit.store_changes import SHARE, difference, renewed_store
from build_graph.publication.parts import QUADS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from build_graph.publication.earlier import Earlier
    from build_graph.publication.parts import Part

_IN_MEMORY: Final = 1 << 28
"""Bytes of parts that are compared."""


@contextmanager
def storing(parts: Sequence[Part], folder: Path, earlier: Earlier | None) -> Iterator[Event]:
    """Write the store of a graph into a new folder while the block runs, and give what the block sets to give it up.

    If the block fails it is given up, too. Half a store is left then. The engine takes a processor of its own, so the
    block should leave its work to other processes.

    Args:
        parts: those of the graph.
        folder: the folder.
        earlier: what was published there before.
    """
    given_up = Event()
    with ThreadPoolExecutor(1) as thread:
        stored = thread.submit(_store, parts, folder, earlier, given_up)
        try:
            yield given_up
        except BaseException:
            given_up.set()
            raise
        stored.result()


def _store(parts: Sequence[Part], folder: Path, earlier: Earlier | None, given_up: Event) -> None:
    old = earlier.store(folder.name) if earlier else None
    if earlier and old and (files := _changed(parts, earlier)):
        renewed_store(old, folder, *difference(*map(_lines, files)))
    else:
        write_store([part.file for part in parts], folder, given_up)


def _changed(parts: Sequence[Part], earlier: Earlier) -> tuple[list[Path], list[Path]] | None:
    """Return the files of the parts that are gone and of those that are new, if these are few."""
    before, now = set(earlier.keys(QUADS)), {part.key for part in parts}
    if not all(earlier.has(key, [QUADS]) for key in before - now):
        return None
    gone = [earlier.file(key, QUADS) for key in sorted(before - now)]
    new = [part.file for part in parts if part.key not in before]
    changed = max(_size(gone), _size(new))
    return (gone, new) if changed < min(_IN_MEMORY, _size(part.file for part in parts) * SHARE) else None


def _size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files)


def _lines(files: Iterable[Path]) -> Iterator[bytes]:
    return (line for file in files for line in file.read_bytes().splitlines(keepends=True))
