"""A file that takes the place of an earlier one in one step."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from publishing.claims import claimed
from publishing.durable import flush_names
from publishing.leftovers import clear

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def replaced(target: Path) -> Iterator[BinaryIO]:
    """Open a new file beside ``target`` for writing, which takes its place if the block ends well.

    ``target`` is resolved, so it is no link.

    Raises:
        HeldError: if another program writes there.
        OSError: if the system refuses; what lay there is untouched.
    """
    with claimed(target) as part:
        clear(part)
        new = part / "new"
        with new.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
        flush_names(target.parent)
