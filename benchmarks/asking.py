"""Asking many questions of one loaded graph, each in a child of its own, so that a slow one can be stopped."""

from __future__ import annotations

import os
import select
import signal
from typing import TYPE_CHECKING, Final

from benchmarks.clock import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_QUICK: Final = 2
"""Seconds."""


def asked(questions: Mapping[str, Callable[[], object]], limit: float) -> dict[str, float | None]:
    """Return the processor seconds of each question; None for one that does not finish in ``limit`` seconds.

    Raises RuntimeError for a question that fails.
    """
    return {name: _in_a_child(name, question, limit) for name, question in questions.items()}


def _in_a_child(name: str, question: Callable[[], object], limit: float) -> float | None:
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        _ask(question, writer)
    os.close(writer)
    ready, _, _ = select.select([reader], [], [], limit)
    said = os.read(reader, 64).decode() if ready else ""
    os.close(reader)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if ready and not said:
        raise RuntimeError(f"the question {name} fails")
    return float(said) if said else None


def _ask(question: Callable[[], object], writer: int) -> None:
    """Ask, tell the seconds and end: the median of three if it is quick, so that the clock can tell.

    Then what the child pays once, for copies of the pages of memory that it shares with its parent, is left out, too.
    """
    try:
        times = [seconds(question)]
        while len(times) < 3 and times[0] < _QUICK:
            times.append(seconds(question))
        os.write(writer, str(sorted(times)[len(times) // 2]).encode())
    finally:
        os._exit(0)
