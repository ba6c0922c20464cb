"""Memory that nobody uses any more goes back to the system.

The allocator of Linux's C library keeps what was freed between pieces that are still in use: after a large step as much
again as is needed. Others give it back by themselves, or not at all.
"""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Give the system what was freed."""
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        if hasattr(library, "malloc_trim"):  # of glibc alone
            library.malloc_trim(0)
