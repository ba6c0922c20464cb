"""Worker processes: calls in their order, as many at once as there are processes.

A call that takes too long is stopped with its process, and one that runs out of memory or brings its process down loses
only itself: another process takes its place. Processes are forked from a server that has loaded the program and its
tables once, or started anew where the system has no such server.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from build_graph.work.bounds import Bounds
from build_graph.work.garbage import collect_rarely, collected_rarely
from build_graph.work.starting import Starting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

R = TypeVar("R")

_AHEAD: Final = 8
"""Calls that wait for each process: enough to keep it busy, few enough to keep in memory."""


class LostError(Exception):
    """A call without a result: its text says why."""


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Call(NamedTuple):
    """A call that is to be made, beside others that need none."""

    argument: Any


class Caller(Protocol):
    """Makes calls."""

    def results(
        self, function: Callable[[Any], R], values: Iterable[R | Call], *, timed: bool = True
    ) -> Iterator[R | LostError]:
        """Yield the values in their order, for each call its result, or why it has none.

        Args:
            function: what is called; a worker process imports it by its name.
            values: results that are known already, and calls that are to be made.
            timed: whether a call may take no longer than a document.
        """

    def renew(self) -> None:
        """Give the system back what earlier calls have left in memory; none may be on its way."""


class Here:
    """Makes calls in this process, one after the other, without bounds."""

    def results(
        self, function: Callable[[Any], R], values: Iterable[R | Call], *, timed: bool = True
    ) -> Iterator[R | LostError]:
        """Yield the values in their order, for each call its result."""
        del timed  # nobody could stop this process
        with collected_rarely():
            for value in values:
                yield function(value.argument) if isinstance(value, Call) else value

    def renew(self) -> None:
        """Do nothing: what this process holds others may need."""


class Pool:
    """Makes calls in processes of their own, several at once."""

    def __init__(self, jobs: int, bounds: Bounds) -> None:
        self._jobs = jobs
        self._bounds = bounds
        self._processes = self._new()

    def results(
        self, function: Callable[[Any], R], values: Iterable[R | Call], *, timed: bool = True
    ) -> Iterator[R | LostError]:
        """Yield the values in their order, for each call its result, or why it has none.

        Few values are taken ahead of the results: there can be any number.
        """
        ahead: deque[Callable[[], R | LostError]] = deque()
        for value in values:
            if isinstance(value, Call):
                begin = partial(self._begun, function, value.argument, timed=timed)
                ahead.append(partial(self._result, begin, begin()))
            else:
                ahead.append(partial(_same, value))
            if len(ahead) > self._jobs * _AHEAD:
                yield ahead.popleft()()
        while ahead:
            yield ahead.popleft()()

    def renew(self) -> None:
        """End the processes; later calls are made in new ones. No call may be on its way."""
        self.close()
        self._processes = self._new()

    def close(self) -> None:
        """End the processes when they have done what they are asked."""
        self._processes.close()  # type: ignore[no-untyped-call]
        self._processes.join()

    def stop(self) -> None:
        """End the processes now."""
        self._processes.stop()  # type: ignore[no-untyped-call]
        self._processes.join()

    def _new(self) -> ProcessPool:
        """Return processes that start when the first call is made."""
        size = self._bounds.megabytes * 2**20
        return ProcessPool(max_workers=self._jobs, context=Starting(), initializer=_make_ready, initargs=(size,))

    def _begun(self, function: Callable[[Any], R], argument: object, *, timed: bool) -> Future[R]:
        seconds = self._bounds.seconds if timed else None
        begun: Future[R] = self._processes.schedule(function, args=[argument], timeout=seconds)
        return begun

    def _result(self, begin: Callable[[], Future[R]], begun: Future[R]) -> R | LostError:
        """Return the result of a call. One that was lost with its process is made again: others may have ended that."""
        try:
            return begun.result()
        except ProcessExpired:
            return self._last(begin())
        except Exception as error:
            return self._lost(error)

    def _last(self, begun: Future[R]) -> R | LostError:
        try:
            return begun.result()
        except Exception as error:  # a mistake of ours must not cost a build of a million documents
            return self._lost(error)

    def _lost(self, error: Exception) -> LostError:
        if isinstance(error, TimeoutError):
            return LostError(f"takes longer than {self._bounds.seconds:g} seconds")
        if isinstance(error, MemoryError):
            return LostError(f"takes more than {self._bounds.megabytes} MB of memory")
        if isinstance(error, ProcessExpired):
            return LostError(f"brings its process down (exit code {error.exitcode})")
        return LostError(f"makes the program fail ({type(error).__name__}: {error})")


def _same(value: R) -> R:
    return value


@contextmanager
def pool(jobs: int, bounds: Bounds | None = None) -> Iterator[Pool]:
    """Give ``jobs`` processes; they end with the block, whatever ends it."""
    processes = Pool(jobs, bounds or Bounds())
    try:
        yield processes
    except BaseException:
        processes.stop()
        raise
    processes.close()


def _make_ready(size: int) -> None:
    """Make a worker process ready."""
    collect_rarely()
    _bound(size)


def _bound(size: int) -> None:
    """Bound the address space of this process, where the system knows such bounds."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (not on Windows)

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit: Any = size if hard == resource.RLIM_INFINITY else min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
