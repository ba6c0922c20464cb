"""Start: the help of the command, and the five documents from files to a published folder."""

from __future__ import annotations

from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.parts.attempt import skipped
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds; the note tells seconds by the clock."""
    with TemporaryDirectory() as work:
        commands = {
            "reformgraph --help": (("--help",), ""),
            "the five documents, end to end": (
                ("build", "documents", "-o", f"{work}/out", "--no-time", "--quiet"), "; the cache is empty",
            ),
        }  # fmt: skip
        for name, (command, note) in commands.items():
            costs = [bench.command(*command) for _ in range(bench.sizes["repeats"])]
            if any(cost.status for cost in costs):
                yield skipped("start", name, OURS, "s", f"failed: {costs[0].complaint}")
                continue
            cpu, wall, peak = (
                median(getattr(cost, figure) for cost in costs) for figure in ("cpu", "wall", "together")
            )
            yield Row("start", name, OURS, "s", cpu, peak, len(costs), f"{wall:.2f} s by the clock{note}")
