"""Growth: time and memory of a whole build of more and more documents."""

from __future__ import annotations

from math import log
from shutil import rmtree
from typing import TYPE_CHECKING, Final

from benchmarks.run.bench import NotMeasuredError
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.run.bench import Bench

_LEAST_DOCUMENTS: Final = 1000
"""From here on the start no longer counts: fewer documents say nothing about how time grows."""
_REJECTED: Final = 1
"""Status of a build whose graph violates the shapes."""


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds and memory for each number of documents, and the exponent of their growth.

    What would not finish within the limit, as the two sizes before tell, is left out.
    """
    points: list[tuple[int, float]] = []
    for count in bench.sizes["growth"]:
        name = f"{count:,} documents"
        expected = _expected(points, count)
        if expected > bench.sizes["limit"]:
            note = (
                f"left out: at this rate it would take about {expected:,.0f} s; the limit is {bench.sizes['limit']:,} s"
            )
            yield Row("growth", name, OURS, "s", note=note)
            yield Row("growth", f"{name}, memory", OURS, "MB", note="left out")
            continue
        try:
            documents = bench.corpus(count) / "documents"
        except NotMeasuredError as error:
            yield Row("growth", name, OURS, "s", note=str(error))
            continue
        out = bench.work / "growth-out"
        cost = bench.command("build", documents, "-o", out, "--no-time", "--quiet")
        for folder in (out, out.with_name(f"{out.name}-rejected")):
            rmtree(folder, ignore_errors=True)
        if cost.stopped or cost.status not in (0, _REJECTED):
            why = f"does not finish in {bench.sizes['limit']:,} s" if cost.stopped else f"failed: {cost.complaint}"
            yield Row("growth", name, OURS, "s", note=why)
            break
        points.append((count, cost.cpu))
        note = f"{cost.wall:.1f} s by the clock"
        if cost.status == _REJECTED:
            note += "; the shapes rejected the graph, so that only N-Quads were written"
        yield Row("growth", name, OURS, "s", cost.cpu, cost.peak, note=note)
        yield Row("growth", f"{name}, memory", OURS, "MB", cost.peak)
    yield _exponent(points)


def _expected(points: Sequence[tuple[int, float]], count: int) -> float:
    """Return the seconds that a size will take if time grows as it did between the last two."""
    if len(points) < 2:
        return 0.0
    (fewer, less), (more, longer) = points[-2:]
    power = max(1.0, log(longer / less) / log(more / fewer))
    return float(longer * (count / more) ** power)


def _exponent(points: Sequence[tuple[int, float]]) -> Row:
    """Return the slope of the least-squares line through the logarithms of the largest sizes, three at most."""
    some = points[-3:]
    if len(some) < 2 or some[-1][0] < _LEAST_DOCUMENTS:
        return Row("growth", "exponent of time", OURS, "slope", note="too few documents to tell")
    xs, ys = [log(x) for x, _ in some], [log(y) for _, y in some]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - middle_x) ** 2 for x in xs
    )
    note = f"from {some[0][0]:,} to {some[-1][0]:,} documents; 1 is linear"
    return Row("growth", "exponent of time", OURS, "slope", slope, note=note)
