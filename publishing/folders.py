"""A folder that takes the place of an earlier one in one step."""

from __future__ import annotations

from contextlib import contextmanager
from errno import EBUSY, EXDEV
from secrets import token_hex
from typing import TYPE_CHECKING, Final

from publishing.claims import claimed
from publishing.durable import flush_names, flush_tree
from publishing.exchange import exchange
from publishing.leftovers import EARLIER, clear

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIXED: Final = "it is a mount point or lies in a lower layer, which cannot be replaced: name a folder in it with -o"


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """Claim a path, and give a new empty folder beside it to write into; :func:`put` lets it take its place.

    Nothing that was not put in place remains, and what a killed run left there is removed. ``target`` is resolved,
    so it is no link.

    Raises:
        HeldError: if another program writes there.
        OSError: if the system refuses.
    """
    if target.is_mount():
        raise OSError(EBUSY, _FIXED)
    with claimed(target) as part:
        clear(part)
        work = part / f"new-{token_hex(4)}"
        work.mkdir()
        yield work


def put(work: Path, target: Path) -> None:
    """Let a staged folder take the place of ``target``, which lies beside the one that was claimed, or is it.

    After a power cut there is the old folder or the new one. Where the system can exchange two folders, one of
    them is there at every moment; else the old one lies aside between two renames, and the next run brings it back.

    Raises:
        OSError: if the system refuses; the old folder is where it was.
    """
    flush_tree(work)
    try:
        if not target.exists():
            work.rename(target)
        elif not exchange(work, target):
            _rename_twice(work, target)
    except OSError as error:
        if error.errno in {EBUSY, EXDEV}:
            raise OSError(error.errno, _FIXED) from error
        raise
    flush_names(target.parent)


def _rename_twice(work: Path, target: Path) -> None:
    aside = work.parent / EARLIER / target.name
    aside.parent.mkdir(exist_ok=True)
    target.rename(aside)
    try:
        work.rename(target)
    except BaseException:
        aside.rename(target)
        raise
