"""One command in a process of its own: its processor time and memory as the system counts them, children included."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from dataclasses import dataclass
from tempfile import TemporaryFile
from threading import Timer
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    cpu: float
    """Processor seconds, of itself and of the children that it waited for."""
    wall: float
    """Seconds from start to end."""
    peak: float
    """Most memory that it, or one of its children, held, in MB (10^6 bytes)."""
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
    command: Sequence[str], *, limit: float, folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> Cost:
    """Run a command to its end, or stop it, and all that it started, after ``limit`` seconds.

    The process that calls this should be small: the system counts the memory of a process from its fork on.
    """
    stopped: list[int] = []
    with TemporaryFile() as output, TemporaryFile() as complaints:
        start = perf_counter()
        process = subprocess.Popen(
            command, stdout=output, stderr=complaints, cwd=folder, env=environment, start_new_session=True
        )

        def stop() -> None:
            stopped.append(process.pid)
            os.killpg(process.pid, signal.SIGKILL)

        timer = Timer(limit, stop)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = perf_counter() - start
        output.seek(0)
        complaints.seek(0)
        said = complaints.read().decode("utf-8", "replace").strip().splitlines()
        return Cost(
            cpu=used.ru_utime + used.ru_stime,
            wall=wall,
            peak=used.ru_maxrss * 1024 / 1e6,
            status=process.returncode,
            output=output.read().decode("utf-8", "replace"),
            complaint=said[-1] if said else "",
            stopped=bool(stopped),
        )
