"""A path that one program alone may write, and the folder beside it in which that program works.

The claim of ``out`` is the folder ``.out.part`` with the file ``lock`` in it. The lock is the kernel's and goes with
its process, so a killed program leaves nothing that would have to be believed: whoever gets the lock next finds what
is left, and removes it. The file only tells people who holds the lock.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from datetime import datetime
from errno import EEXIST, EWOULDBLOCK
from typing import TYPE_CHECKING, Final

from publishing.leftovers import LOCK, clear
from publishing.readers import same_file

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_held: Final[set[int]] = set()
"""Descriptors of the locks that this process holds."""


class HeldError(BlockingIOError):
    """A path that another program writes; its ``strerror`` says which, since when, and what to do."""


@contextmanager
def claimed(target: Path) -> Iterator[Path]:
    """Claim a path, and give the folder beside it to work in; everything in that is removed at the end.

    Only what somebody still reads stays, for a later claim to remove. The folder may hold what an earlier,
    killed claim left; see :func:`~publishing.leftovers.clear`.

    Raises:
        HeldError: if another program has claimed the path.
        OSError: if the folder cannot be made, or is somebody else's.
    """
    part = target.with_name(f".{target.name}.part")
    descriptor = _lock(part, target)
    _held.add(descriptor)
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, _signature().encode())
        yield part
    finally:
        clear(part)
        _give_up(part)
        _held.discard(descriptor)
        os.close(descriptor)


def _give_up(part: Path) -> None:
    """Remove an empty claim: the lock first, while it is held, so that nobody can get one that is to be removed."""
    with suppress(OSError):
        if [path.name for path in part.iterdir()] == [LOCK]:
            (part / LOCK).unlink()
            part.rmdir()


def _lock(part: Path, target: Path) -> int:
    """Return the descriptor of the locked file; the one at the path, not one that was removed meanwhile."""
    while True:
        with suppress(FileExistsError):
            part.mkdir()
        with suppress(FileNotFoundError):  # its holder ended, and removed it, between two steps
            _refuse_strangers(part)
            descriptor = os.open(part / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                _take(descriptor, target)
                if same_file(descriptor, part / LOCK):
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)


def _refuse_strangers(part: Path) -> None:
    """Raise FileExistsError if the folder is none of ours.

    Ours is no link, and has a lock where it has other files: the lock is made first and removed last.
    """
    if part.is_symlink():
        raise FileExistsError(EEXIST, f"{part} is a link, and no folder of this program: move it away")
    found = [path for path in part.iterdir() if path.name != LOCK]
    if found and not (part / LOCK).exists() and found[0].exists():  # not gone together with its lock
        raise FileExistsError(EEXIST, f"{part} holds files that reformgraph did not write: move them away")


def _take(descriptor: int, target: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 200, 0).decode(errors="replace") or "another process"
        raise HeldError(
            EWOULDBLOCK, f"{holder} is writing {target}: wait until it ends, or choose another name with -o"
        ) from None


def _signature() -> str:
    return f"process {os.getpid()} (since {datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z})"


def _forget() -> None:
    """Close the locks in a forked child: the parent's locks must go when the parent goes, though children live on."""
    while _held:
        os.close(_held.pop())


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_forget)
