"""Opening the store of a built folder so that it can be asked to the end, whatever a build puts in its place.

The engine opens the files of a store when it first needs them. Where they have been removed by then it does not stop:
it collects errors until the memory is full. So all files are opened here at once, which takes milliseconds, and the
engine is given names that lead to what is open. That needs ``/proc/self/fd`` (Linux); elsewhere the store is opened as
it lies. Nothing is written into the folder.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pyoxigraph import Store

_OPEN_FILES: Final = Path("/proc/self/fd")
_TRIES: Final = 3
"""A build may put another folder in place between the first file and the last."""

_held: Final[dict[tuple[int, int], tuple[Store, ExitStack]]] = {}
"""The stores that are open, by device and number of their folder, until the process ends: nobody can say earlier when
the last question about one has been asked."""


def held(folder: Path) -> Store:
    """Return the store in a folder, to be read; raises OSError if it cannot be opened."""
    if not _OPEN_FILES.is_dir():
        return Store.read_only(str(folder))
    for _ in range(_TRIES - 1):
        try:
            return _opened(folder)
        except FileNotFoundError:
            continue
    return _opened(folder)


def _opened(folder: Path) -> Store:
    with ExitStack() as stack:
        directory = _open(stack, folder, os.O_DIRECTORY)
        at = os.fstat(directory)
        key = (at.st_dev, at.st_ino)
        if key not in _held:
            names = Path(stack.enter_context(TemporaryDirectory(prefix="reformgraph-")))
            for name in _names(directory):
                (names / name).symlink_to(_OPEN_FILES / str(_open(stack, name, 0, directory)))
            _held[key] = (Store.read_only(str(names)), stack.pop_all())
    return _held[key][0]


def _names(directory: int) -> list[str]:
    with os.scandir(directory) as entries:
        return [entry.name for entry in entries]


def _open(stack: ExitStack, path: Path | str, flags: int, directory: int | None = None) -> int:
    opened = os.open(path, os.O_RDONLY | flags, dir_fd=directory)
    stack.callback(os.close, opened)
    return opened
