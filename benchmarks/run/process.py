"""One command in processes of its own: what they cost, as the system counts it, all that it started included."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from tempfile import TemporaryFile
from threading import Timer
from time import perf_counter
from typing import IO, TYPE_CHECKING, Any, Final

from benchmarks.run.together import Together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from resource import struct_rusage

_ADOPT: Final = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2)."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    cpu: float
    """Processor seconds, of itself and of all that it started."""
    wall: float
    """Seconds from start to end, by the clock."""
    peak: float
    """Most memory that one of its processes held, in MB (10^6 bytes)."""
    together: float
    """Most memory that all its processes held at once, in MB, what they share counted once; looked at twice a second,
    and never less than ``peak``."""
    status: int
    """Exit status; negative: the signal that ended it."""
    output: str
    """What it printed."""
    complaint: str
    """The last line of what it complained."""
    stopped: bool
    """It took longer than it was given."""

    def told(self) -> dict[str, Any]:
        """Return the JSON object that is the last line of its output."""
        found: dict[str, Any] = json.loads(self.output.splitlines()[-1])
        return found


def run(
    command: Sequence[str],
    *,
    limit: float,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    processors: int | None = None,
) -> Cost:
    """Run a command to its end, or stop it, and all that it started, after ``limit`` seconds.

    It may use so many ``processors``, or all.

    The process that calls this should be small: the system counts the memory of a process from its fork on. It becomes
    the parent of what the command leaves behind: the server that worker processes are forked from ends after it, and
    what they did would be counted nowhere.
    """
    with TemporaryFile() as output, TemporaryFile() as complaints, _adopting():
        start = perf_counter()
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=complaints,
            cwd=folder,
            env=environment,
            start_new_session=True,
            preexec_fn=partial(_keep_to, processors) if processors else None,  # noqa: PLW1509  (no threads run)
        )
        with _stopped_after(limit, process.pid) as stopped, Together(process.pid) as memory:
            _, status, used = os.wait4(process.pid, 0)
            every = [used, *_left(process.pid)]
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu, peak = _added_up(every)
        wall = perf_counter() - start
        return Cost(
            cpu=cpu,
            wall=wall,
            peak=peak,
            together=max(peak, memory.most),
            status=process.returncode,
            output=_text(output),
            complaint=_last_line(complaints),
            stopped=bool(stopped),
        )


@contextmanager
def _stopped_after(limit: float, group: int) -> Iterator[list[int]]:
    """Stop a group of processes that is still there after so many seconds; then the list that is given holds it."""
    stopped: list[int] = []

    def stop() -> None:
        stopped.append(group)
        os.killpg(group, signal.SIGKILL)

    timer = Timer(limit, stop)
    timer.start()
    try:
        yield stopped
    finally:
        timer.cancel()


def _added_up(every: Sequence[struct_rusage]) -> tuple[float, float]:
    """Return the processor seconds of all processes, and the MB that the largest of them took."""
    cpu = sum(each.ru_utime + each.ru_stime for each in every)
    return cpu, max(each.ru_maxrss for each in every) * 1024 / 1e6


def _last_line(file: IO[bytes]) -> str:
    """Return the last line that was written to a file, or nothing."""
    said = _text(file).strip().splitlines()
    return said[-1] if said else ""


def _text(file: IO[bytes]) -> str:
    """Return all that was written to a file."""
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _keep_to(processors: int) -> None:
    """Let this process, and all that it starts, use so many processors and no more (Linux)."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:processors])


@contextmanager
def _adopting() -> Iterator[None]:
    """Be the parent of processes whose own has ended while a block runs, where the system knows of it (Linux)."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is None:
        yield
        return
    prctl(_ADOPT, 1, 0, 0, 0)
    try:
        yield
    finally:
        prctl(_ADOPT, 0, 0, 0, 0)


def _left(group: int) -> Iterator[struct_rusage]:
    """Wait for what is left of a group of processes, and yield what each, with its children, has used."""
    while True:
        try:
            yield os.wait4(-group, 0)[2]
        except ChildProcessError:
            return
