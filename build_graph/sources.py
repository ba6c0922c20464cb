"""What people name to be read: a path of this machine, or an address of any file system."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_address(named: Path | str) -> bool:
    """Tell whether something is an address, and no path of this machine.

    >>> is_address("s3://bucket/pages"), is_address("pages/a.txt")
    (True, False)
    """
    return "://" in str(named)
