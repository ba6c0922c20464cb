"""A published folder that stays as it was opened while another takes its place.

A file that is open stays readable when it is removed. A disk store opens its files when it first needs them, by name;
so its reader needs names that go on leading to the same folder, and a folder that is not removed yet.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

_DESCRIPTORS: Final = Path("/proc/self/fd")
"""Where Linux shows what a process has open; a path through it leads to the folder itself, whatever its name is now."""


@contextmanager
def held(folder: Path) -> Iterator[Path]:
    """Give a path at which a folder stays readable as it is now while the block runs, whatever is published meanwhile.

    The path is for this process only. Where the system shows no open folders (macOS, Windows) it is the folder's own,
    and only what is opened before the next publication stays.

    Raises:
        OSError: if there is no such folder.
    """
    if not _DESCRIPTORS.is_dir():
        yield folder
        return
    descriptor = _shared(folder)
    try:
        yield _DESCRIPTORS / str(descriptor)
    finally:
        os.close(descriptor)


def _shared(folder: Path) -> int:
    """Return the descriptor of a folder that nobody removes; the one at the path, not one that was replaced."""
    while True:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        with suppress(OSError):  # a file system without locks: the folder can be read all the same
            fcntl.flock(descriptor, fcntl.LOCK_SH)
        if same_file(descriptor, folder):
            return descriptor
        os.close(descriptor)


def is_read(folder: Path) -> bool:
    """Return whether a reader holds a folder."""
    if not _DESCRIPTORS.is_dir():
        return False
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return False


def same_file(descriptor: int, path: Path) -> bool:
    """Return whether a path still leads to what is open."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
