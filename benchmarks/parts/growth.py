"""Growth: time, memory and disk of a whole build of more and more documents."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

from benchmarks.parts.attempt import skipped
from benchmarks.run.bench import NotMeasuredError
from benchmarks.run.builds import built, no_room
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.run.bench import Bench
    from benchmarks.run.builds import Built

_LEAST_DOCUMENTS: Final = 1000
"""From here on the start no longer counts: fewer documents say nothing about how time grows."""


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds, memory and disk for each number of documents, and how they grow.

    What would not finish in the time that is left, or does not fit on the disk, as the sizes before tell, is left out.
    """
    done: list[Built] = []
    for count in bench.sizes["growth"]:
        name = f"{count:,} documents"
        try:
            _must_fit(bench, done, count)
            each = built(bench, count)
        except NotMeasuredError as error:
            yield skipped("growth", name, OURS, "s", str(error))
            yield skipped("growth", f"{name}, memory", OURS, "MB", str(error))
            continue
        each.remove()
        done.append(each)
        yield from _told(name, each)
    if done:
        last = done[-1]
        note = f"of {last.count:,} documents"
        yield Row("growth", "statements a document", OURS, "", last.quads / last.count, note=note)
        yield Row(
            "growth",
            "disk a statement",
            OURS,
            "bytes",
            last.bytes / last.quads,
            note=f"all syntaxes and the store; {note}",
        )
    yield exponent([(each.count, each.cost.cpu) for each in done])
    yield _per_document(done)


def _told(name: str, each: Built) -> Iterator[Row]:
    cost = each.cost
    note = f"{cost.wall:,.1f} s by the clock; a single run, with an empty cache; {each.quads:,} statements"
    yield Row("growth", name, OURS, "s", cost.cpu, cost.together, note=note)
    note = f"all processes together; the largest alone {cost.peak:,.0f} MB"
    yield Row("growth", f"{name}, memory", OURS, "MB", cost.together, note=note)
    yield Row(
        "growth", f"{name}, disk", OURS, "GB", each.bytes / 1e9, note="the output, in all syntaxes, with its store"
    )


def _must_fit(bench: Bench, done: Sequence[Built], count: int) -> None:
    seconds = expected([(each.count, each.cost.wall) for each in done], count)
    if seconds > bench.left:
        why = f"left out: it would take about {seconds:,.0f} s by the clock, and the run had {bench.left:,.0f} s left"
        raise NotMeasuredError(why)
    if done and (why := no_room(bench, done[-1], count)):
        raise NotMeasuredError(why)


def expected(points: Sequence[tuple[int, float]], count: int) -> float:
    """Return the seconds that a size will take if time grows as it did between the last two."""
    if len(points) < 2:
        return 0.0
    (fewer, less), (more, longer) = points[-2:]
    power = max(1.0, log(longer / less) / log(more / fewer))
    return float(longer * (count / more) ** power)


def exponent(points: Sequence[tuple[int, float]]) -> Row:
    """Return the slope of the least-squares line through the logarithms of the largest sizes, three at most."""
    some = points[-3:]
    if len(some) < 2 or some[-1][0] < _LEAST_DOCUMENTS:
        return skipped("growth", "exponent of time", OURS, "slope", "too few documents to tell")
    xs, ys = [log(x) for x, _ in some], [log(y) for _, y in some]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - middle_x) ** 2 for x in xs
    )
    note = f"processor seconds, {some[0][0]:,} to {some[-1][0]:,} documents; 1 is linear"
    return Row("growth", "exponent of time", OURS, "slope", slope, note=note)


def _per_document(done: Sequence[Built]) -> Row:
    """Return what a document more costs the process that coordinates, which is the largest."""
    measure = "memory that a document more takes"
    if len(done) < 2 or done[-2].count < _LEAST_DOCUMENTS:
        return skipped("growth", measure, OURS, "KB", "too few documents to tell")
    fewer, more = done[-2:]
    kilobytes = (more.cost.peak - fewer.cost.peak) * 1000 / (more.count - fewer.count)
    note = f"of the largest process, from {fewer.count:,} to {more.count:,} documents"
    return Row("growth", measure, OURS, "KB", kilobytes, note=note)
