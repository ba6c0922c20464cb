"""Asking many questions of one loaded graph, each in a child of its own, so that a slow one can be stopped."""

from __future__ import annotations

import os
import select
import signal
from typing import TYPE_CHECKING, Final

from benchmarks.clock import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TIMES: Final = 3


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
    told, ended = _told(reader, limit)
    os.close(reader)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if ended and not told:
        raise RuntimeError(f"the question {name} fails")
    return sorted(told)[len(told) // 2] if told else None


def _told(reader: int, limit: float) -> tuple[list[float], bool]:
    """Return the seconds that a child tells, each within the limit, and whether it has ended."""
    told: list[float] = []
    while select.select([reader], [], [], limit)[0]:
        said = os.read(reader, 64)
        if not said:
            return told, True
        told += map(float, said.decode().split())
    return told, False


def _ask(question: Callable[[], object], writer: int) -> None:
    """Ask, tell the seconds, and end.

    The later times are without what only a child of the bench pays, and once: copies of the memory that it shares with
    its parent, which the engine's counters write to as they are read.
    """
    try:
        for _ in range(_TIMES):
            os.write(writer, f"{seconds(question)}\n".encode())
    finally:
        os._exit(0)
