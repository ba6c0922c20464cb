"""Parallel: the same build by one worker and by two."""

from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING

from benchmarks.parts.folders import differing
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench


def measure(bench: Bench) -> Iterator[Row]:
    """Yield how many times as fast two workers are, by the clock, and whether they give the same bytes."""
    name, files = "two workers against one", "files that differ from one worker"
    if "--jobs" not in bench.build_help:
        for measure_, unit in ((name, "times as fast"), (files, "files")):
            yield Row("parallel", measure_, OURS, unit, note="`reformgraph build` has no --jobs")
        return
    documents = bench.corpus(bench.sizes["parallel"]) / "documents"
    cache = ("--no-cache",) if "--no-cache" in bench.build_help else ()
    costs = {}
    for jobs in (1, 2):
        out = bench.work / f"parallel-{jobs}"
        rmtree(out, ignore_errors=True)
        costs[jobs] = bench.command("build", documents, "-o", out, "--no-time", "--quiet", "--jobs", str(jobs), *cache)
        if costs[jobs].status:
            yield Row("parallel", name, OURS, "times as fast", note=f"failed: {costs[jobs].complaint}")
            return
    note = "by the clock; " + ", ".join(
        f"{jobs}: {each.wall:.1f} s, {each.cpu:.1f} of processors" for jobs, each in costs.items()
    )
    yield Row("parallel", name, OURS, "times as fast", costs[1].wall / costs[2].wall, costs[2].peak, note=note)
    yield Row("parallel", files, OURS, "files", differing(bench.work / "parallel-1", bench.work / "parallel-2"))
