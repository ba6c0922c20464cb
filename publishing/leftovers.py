"""What the folder of a claim holds when its run begins or ends, and what becomes of it."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from publishing.readers import is_read

if TYPE_CHECKING:
    from pathlib import Path

LOCK: Final = "lock"
"""The file of a claim that is locked and says by whom."""
EARLIER: Final = "earlier"
"""Where a folder waits between two renames, under its own name."""


def clear(part: Path) -> None:
    """Remove what lies in the folder of a claim; what was published last is brought back first, if it waits there.

    The lock stays, and what cannot be removed: folders that somebody reads, and what the system keeps. A later run
    will find it.
    """
    with suppress(OSError):
        _bring_back(part)
        for path in part.iterdir():
            if path.name != LOCK:
                _remove(path)


def _bring_back(part: Path) -> None:
    """Put back what a run that was cut off between two renames left; raises OSError before anything is removed."""
    with suppress(FileNotFoundError):
        for path in (part / EARLIER).iterdir():
            target = part.with_name(path.name)
            if not target.exists():
                path.rename(target)


def _remove(path: Path) -> None:
    if not path.is_dir():
        path.unlink()
    elif not is_read(path):
        shutil.rmtree(path, ignore_errors=True)
