"""Parallel: the same build on one processor and on two, and on two by one worker."""

from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING, Final

from benchmarks.parts.attempt import skipped
from benchmarks.parts.incremental import same
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench

_WAYS: Final = {"one processor": (1, 1), "two processors": (2, 2), "one worker": (1, 2)}
"""Workers, and processors that all processes of the build may use."""


def measure(bench: Bench) -> Iterator[Row]:
    """Yield how many times as fast two processors are, by the clock, and whether they give the same bytes."""
    documents = bench.corpus(bench.sizes["parallel"]) / "documents"
    outs = {way: bench.work / f"parallel-{way.replace(' ', '-')}" for way in _WAYS}
    costs = {}
    for way, (jobs, processors) in _WAYS.items():
        rmtree(outs[way], ignore_errors=True)
        options = ("--no-time", "--quiet", "--no-cache", "--jobs", str(jobs))
        costs[way] = bench.command("build", documents, "-o", outs[way], *options, processors=processors)
        if costs[way].status:
            yield skipped("parallel", "two processors against one", OURS, "times as fast", costs[way].complaint)
            return
    note = f"{bench.sizes['parallel']:,} documents, a whole build, by the clock, a single run"
    for way, name in (("one processor", "two processors against one"), ("one worker", "two workers against one")):
        before, after = costs[way], costs["two processors"]
        told = f"{note}: {before.wall:.1f} s and {after.wall:.1f} s"
        if way == "one worker":
            told += "; the store is written, and results are collected, beside the one worker"
        yield Row("parallel", name, OURS, "times as fast", before.wall / after.wall, after.together, note=told)
    yield same(bench, "parallel", "files that differ from one worker", outs["one worker"], outs["two processors"])
    for out in outs.values():
        rmtree(out)
