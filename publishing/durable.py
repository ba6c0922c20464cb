"""Bytes on the disk: what has been flushed is there after a power cut.

A rename can reach the disk before the bytes of what was renamed. So everything new is flushed first, then renamed,
then the folder that holds the name is flushed.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def flush_tree(folder: Path) -> None:
    """Flush a folder with everything below it.

    Linux flushes the whole file system in one call: file by file, a folder of 2,000 small files takes ten to two
    hundred times as long.

    Raises:
        OSError: if the disk takes the bytes no more; a full disk may say so only now.
    """
    if sys.platform == "linux":
        with _opened(folder) as descriptor:
            if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) != 0:
                code = ctypes.get_errno()
                raise OSError(code, os.strerror(code), str(folder))
        return
    for path, _, files in os.walk(folder):
        for file in files:
            _flush(os.path.join(path, file))  # noqa: PTH118  (os.walk gives strings)
        _flush(path)


def flush_names(folder: Path) -> None:
    """Flush which names a folder holds, not what lies behind them."""
    _flush(folder)


def _flush(path: Path | str) -> None:
    if sys.platform != "win32":  # Windows opens no folders, and keeps the order of its renames itself
        with _opened(path) as descriptor:
            os.fsync(descriptor)


@contextmanager
def _opened(path: Path | str) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
