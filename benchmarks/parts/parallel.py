"""Parallel: the same build by one worker and by two."""

from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING

from benchmarks.parts.attempt import skipped
from benchmarks.parts.incremental import same
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench


def measure(bench: Bench) -> Iterator[Row]:
    """Yield how many times as fast two workers are, by the clock, and whether they give the same bytes."""
    name, files = "two workers against one", "files that differ from one worker"
    count = bench.sizes["parallel"]
    documents = bench.corpus(count) / "documents"
    costs, outs = {}, {jobs: bench.work / f"parallel-{jobs}" for jobs in (1, 2)}
    for jobs, out in outs.items():
        rmtree(out, ignore_errors=True)
        costs[jobs] = bench.command(
            "build", documents, "-o", out, "--no-time", "--quiet", "--no-cache", "--jobs", str(jobs)
        )
        if costs[jobs].status:
            yield skipped("parallel", name, OURS, "times as fast", f"failed: {costs[jobs].complaint}")
            return
    note = f"{count:,} documents, a whole build, by the clock, a single run: " + ", ".join(
        f"--jobs {jobs} {each.wall:.1f} s ({each.cpu:.1f} processor seconds)" for jobs, each in costs.items()
    )
    yield Row(
        "parallel", name, OURS, "times as fast", costs[1].wall / costs[2].wall, costs[2].together, note=note
    )  # fmt: skip
    yield same(bench, "parallel", files, outs[1], outs[2])
    for out in outs.values():
        rmtree(out)
