"""Killing a command again and again while it writes over good output, and looking at what is left each time.

The command is a parameter. It is killed with all the processes that it has started, as one process group.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).parent.parent.parent
HOOKS = Path(__file__).parent / "hooks"
"""A folder for PYTHONPATH: its sitecustomize.py counts what a process does with files, and kills at a given count."""

Command = Sequence[str]
Kill = Callable[[Command, float], None]
"""Starts a command, of which an undisturbed run takes so many seconds, and kills it."""


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a command of this program, with its hooks."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(HOOKS), str(ROOT))), **more}


def reformgraph(*arguments: object) -> Command:
    """Return a command line of this program."""
    return (sys.executable, "-m", "reformgraph", *map(str, arguments))


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, by name."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@dataclass(frozen=True)
class Writer:
    """Two commands that write two different contents to one folder, which lies in a folder of its own."""

    commands: tuple[Command, Command]
    out: Path
    may_be_aside: bool = False
    """Where the system cannot exchange folders, the old one may lie aside, until the next run brings it back."""

    def survives(self, kills: Iterable[Kill]) -> int:
        """Kill the commands in turns, each over the output of the other; return how many had replaced it by then.

        Fails if after a kill anything else is there than one of the two contents, whole, or if the run after it
        does not end well or leaves anything beside its output.
        """
        seconds = 0.0
        good: list[dict[str, bytes]] = []
        for number in (0, 1):
            seconds = self.run(number)
            good.append(contents(self.out))
        assert good[0] != good[1]
        replaced = 0
        for turn, kill in enumerate(kills):
            number = turn % 2
            kill(self.commands[number], seconds)
            if not (self.may_be_aside and not self.out.exists()):
                assert contents(self.out) in good, f"after kill {turn} there is neither old nor new"
                replaced += contents(self.out) == good[number]
            seconds = self.run(number)
            assert contents(self.out) == good[number], f"the run after kill {turn} wrote something else"
        return replaced

    def run(self, number: int) -> float:
        """Let one of the commands end, and leave nothing but its output; return how many seconds it took."""
        start = time.perf_counter()
        done = subprocess.run(self.commands[number], env=environment(), capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert [path.name for path in self.out.parent.iterdir()] == [self.out.name]
        return time.perf_counter() - start


def random_moments(number: int, seed: int) -> list[Kill]:
    """Return kills at random moments, one in each of so many equal parts of a run's time, in random order."""
    chance = random.Random(seed)
    shares = [(part + chance.random()) / number for part in range(number)]
    chance.shuffle(shares)
    return [_at_share(share) for share in shares]


def _at_share(share: float) -> Kill:
    def kill(command: Command, seconds: float) -> None:
        started = _start(command, {})
        with suppress(subprocess.TimeoutExpired):
            started.wait(share * seconds)
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
        _await_end(started)

    return kill


def at_operation(number: int, below: Path) -> Kill:
    """Return a kill just before the operation of this number that the first process makes on files below a folder."""

    def kill(command: Command, _: float) -> None:
        started = _start(command, {"DIE_AT": str(number), "DIE_BELOW": str(below)})
        _await_end(started)
        assert started.returncode == -signal.SIGKILL, f"there is no operation {number}"

    return kill


def operations(command: Command, below: Path, log: Path) -> list[str]:
    """Return what the first process of a command does with files below a folder, in its order."""
    log.unlink(missing_ok=True)
    more = {"DIE_BELOW": str(below), "DIE_LOG": str(log)}
    subprocess.run(command, env=environment(**more), capture_output=True, check=True, start_new_session=True)
    return log.read_text().splitlines()


def survive_in_parallel(writers: Sequence[Writer], kills: Sequence[Kill]) -> int:
    """Share kills among writers, one for each core; return how many had replaced the earlier output by then."""
    with ThreadPoolExecutor(len(writers)) as threads:
        shares = [kills[number :: len(writers)] for number in range(len(writers))]
        return sum(threads.map(Writer.survives, writers, shares))


def _start(command: Command, more: Mapping[str, str]) -> subprocess.Popen[bytes]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, env=environment(**more), start_new_session=True, **quiet)


def _await_end(started: subprocess.Popen[bytes]) -> None:
    """Wait until no process of the group is left."""
    started.wait(120)
    with suppress(ProcessLookupError):
        while True:
            os.killpg(started.pid, 0)
            time.sleep(0.01)
