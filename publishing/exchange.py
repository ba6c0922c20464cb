"""Two paths change places in one step, where the system can do that."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_AT_FDCWD: Final = -100
"""Linux: relative paths start at the working folder."""
_RENAME_EXCHANGE: Final = 2
"""Flag of renameat2(2), Linux 3.15 and later."""
_RENAME_SWAP: Final = 2
"""Flag of renamex_np(2), macOS 10.12 and later."""
_UNABLE: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""Answers of kernels and file systems (NFS, some in user space) that know no exchange."""


def exchange(one: Path, other: Path) -> bool:
    """Let two paths of one file system change places, so that neither is missing at any moment.

    Returns whether the system can do that; if not, nothing has happened.

    Raises:
        OSError: if it can, and refuses: a path is missing, a mount point, or not to be written.
    """
    call = _call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNABLE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))


@cache
def _call() -> Callable[[bytes, bytes], int] | None:
    """The function of the system; none where there is none. Returns 0, or leaves its reason in errno."""
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        return lambda one, other: int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    if hasattr(library, "renamex_np"):
        return lambda one, other: int(library.renamex_np(one, other, _RENAME_SWAP))
    return None
