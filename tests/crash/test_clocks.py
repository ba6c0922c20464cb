"""No decision hangs on a clock: the wrong year, times that run backwards and files from the future change nothing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.crash.killing import ROOT, contents, environment, reformgraph

CLOCK = """
import datetime, itertools, os, time
start, step = int(os.environ["CLOCK_START"]), int(os.environ["CLOCK_STEP"])
ticks = itertools.count()
def now():
    return start + step * next(ticks)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(now(), tz)
    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)
time.time, time.time_ns = (lambda: float(now())), (lambda: now() * 10**9)
datetime.datetime = Moment
"""
"""A sitecustomize.py: a clock that starts at a second of the Unix epoch and takes a step each time somebody looks."""

CLOCKS = {"1970": (0, 1), "backwards": (1_800_000_000, -86_400), "2038": (2**31 - 1, 1), "2100": (4_102_444_800, 0)}


def with_clock(folder: Path, start: int, step: int, *command: object) -> subprocess.CompletedProcess[str]:
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(CLOCK)
    path = os.pathsep.join((str(folder), str(ROOT)))
    told = environment(PYTHONPATH=path, CLOCK_START=str(start), CLOCK_STEP=str(step))
    return subprocess.run(reformgraph(*command), env=told, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("start", "step"), CLOCKS.values(), ids=CLOCKS)
def test_a_wild_clock_changes_no_byte(
    start: int, step: int, pages: tuple[Path, Path], graphs: tuple[Path, Path], tmp_path: Path
) -> None:
    for _ in range(2):  # the second over the first, which is younger by a clock that runs backwards
        done = with_clock(tmp_path / "clock", start, step, "build", pages[0], "-o", tmp_path / "out", "--no-time")
        assert (done.returncode, done.stderr) == (0, "")
        assert contents(tmp_path / "out") == contents(graphs[0])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clock", "out"]


def test_the_clock_of_these_tests_is_the_one_that_a_build_reads(pages: tuple[Path, Path], tmp_path: Path) -> None:
    done = with_clock(tmp_path / "clock", 0, 0, "build", pages[0], "-o", tmp_path / "out", "-q")
    assert done.returncode == 0
    assert '"1970-01-01T00:00:00Z"' in (tmp_path / "out" / "graph.nq").read_text("utf-8")


@pytest.mark.parametrize("second", [0, -(2**31), 2**31, 2**33, 15_000_000_000], ids=str)
def test_times_of_files_and_of_the_earlier_output_play_no_part(
    second: int, pages: tuple[Path, Path], graphs: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    for file in pages[0].iterdir():
        (tmp_path / "in" / file.name).write_bytes(file.read_bytes())
        os.utime(tmp_path / "in" / file.name, (second, second))
    command = reformgraph("build", tmp_path / "in", "-o", tmp_path / "out", "--no-time")
    for _ in range(2):
        subprocess.run(command, env=environment(), check=True, capture_output=True)
        for path in (*(tmp_path / "out").rglob("*"), tmp_path / "out"):
            os.utime(path, (second, second))
    assert contents(tmp_path / "out") == contents(graphs[0])
