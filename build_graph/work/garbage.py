"""How often garbage is collected where documents are read: seldom.

What a document makes goes by itself when nothing refers to it any more. The collector finds only what refers to itself
in a circle, which is next to nothing; for that it would look, in the middle of a document, at all that has been kept
since it looked last, and ever again at the tables of places and at what is remembered of them: a seventh of the time.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_OBJECTS: Final = 50_000
"""So many objects may have been made, and still be there, before garbage is looked for: some megabytes."""


def collect_rarely() -> None:
    """Let this process look for garbage seldom from now on; where it does not look at all, it stays so."""
    first, *further = gc.get_threshold()
    if 0 < first < _OBJECTS:
        gc.set_threshold(_OBJECTS, *further)


@contextmanager
def collected_rarely() -> Iterator[None]:
    """Look for garbage seldom while a block runs."""
    before = gc.get_threshold()
    collect_rarely()
    changed = gc.get_threshold() != before
    try:
        yield
    finally:
        if changed:  # else another block does so, which outlasts this one or ended before
            gc.set_threshold(*before)
