"""Whole builds of made-up corpora, each made once: what growth tells of one, the part on changes works on."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from shutil import disk_usage, rmtree
from typing import TYPE_CHECKING, Final

from benchmarks.run.bench import NotMeasuredError
from benchmarks.run.process import Cost
from benchmarks.run.state import program
from build_graph.emit.publish import MARKER

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.run.bench import Bench

_SPARE: Final = 1.2
"""What a build needs of the disk, in sizes of its output: files that it sorts by go before the end."""


@dataclass(frozen=True, slots=True)
class Built:
    """A build with a cache that was empty before."""

    count: int
    """Number of documents."""
    cost: Cost
    quads: int
    """In its graph."""
    bytes: int
    """On disk, the output alone."""
    home: Path
    """Holds ``out`` and ``cache``, unless they were removed."""

    @property
    def out(self) -> Path:
        """The built folder."""
        return self.home / "out"

    @property
    def cache(self) -> Path:
        """The cache that the build has filled."""
        return self.home / "cache"

    def remove(self) -> None:
        """Make room on the disk; what it cost stays known."""
        for each in (self.out, self.cache):
            rmtree(each, ignore_errors=True)


def built(bench: Bench, count: int, *, kept: bool = False) -> Built:
    """Return the build of a corpus, made now unless this program has made it before.

    Args:
        bench: the run.
        count: number of documents.
        kept: its folder is needed, not only what it cost.

    Raises:
        NotMeasuredError: if it fails, or does not finish in the time that is left.
    """
    home = bench.work / f"built-{count}"
    told = home / "told.json"
    if told.exists():
        earlier = json.loads(told.read_text("utf-8"))
        if earlier["program"] == program() and not (kept and not (home / "out" / MARKER).exists()):
            return Built(count, Cost(**earlier["cost"]), earlier["quads"], earlier["bytes"], home)
    documents = bench.corpus(count) / "documents"
    rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    out = home / "out"
    cost = bench.command("build", documents, "-o", out, "--no-time", "--quiet", cache=home / "cache", limit=bench.left)
    if cost.stopped or cost.status:
        rmtree(home)
        raise NotMeasuredError(
            f"was stopped after {cost.wall:,.0f} s by the clock" if cost.stopped else f"failed: {cost.complaint}"
        )
    quads = json.loads((out / MARKER).read_text("utf-8"))["quads"]
    done = Built(count, cost, quads, on_disk(out), home)
    told.write_text(
        json.dumps({"program": program(), "cost": asdict(cost), "quads": quads, "bytes": done.bytes}), "utf-8"
    )
    return done


def on_disk(folder: Path) -> int:
    """Return the bytes that the files of a folder take, each file once."""
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            status = os.stat(os.path.join(at, name))  # noqa: PTH116, PTH118  (ten thousands of files)
            found[status.st_ino] = status.st_blocks * 512
    return sum(found.values())


def no_room(bench: Bench, before: Built, count: int) -> str:
    """Return why a larger build does not fit on the disk, as the one before tells; empty if it does."""
    needed = before.bytes * count / before.count * _SPARE
    free = disk_usage(bench.work).free
    return (
        "" if needed < free else f"left out: it needs about {needed / 1e9:,.0f} GB of disk, {free / 1e9:,.0f} are free"
    )
