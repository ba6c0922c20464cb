"""How worker processes are started."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.synchronize import RLock

_WARM: Final = "build_graph.work.warm"


class Starting:
    """A way to start processes whose locks live as long as it does.

    Pebble forgets the locks of a pool that ends before it ends the processes: one that is just starting would look for
    them in vain, and print that.
    """

    def __init__(self) -> None:
        self._context = _context()
        self._locks: list[RLock] = []

    def RLock(self) -> RLock:  # noqa: N802  (its name in the standard library)
        """Return a new lock, and keep it."""
        lock = self._context.RLock()
        self._locks.append(lock)
        return lock

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (all else is that of the standard library)
        return getattr(self._context, name)


def _context() -> BaseContext:
    """Return how processes are started: never by a fork of this one, which may have threads."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_WARM])
    return context
