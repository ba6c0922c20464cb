"""Every stored question, at each size of graph, and beside it rdflib on a graph that it can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.run.bench import NotMeasuredError
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.run.bench import Bench

_LOOK_UPS: Final = ("is-this-place-a-pilot", "passages-of-a-fact")
"""Questions about one thing."""


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds: the slowest question and the slowest look-up of each size, then every question."""
    small = bench.sizes["peer_triples"]
    name = _named(small)
    texts = bench.work / "questions.json"
    for size in sorted({small, *bench.sizes["triples"]}):
        yield from _of_ours(bench, size, _named(size), *([str(texts)] if size == small else []))
    limit = bench.sizes["question_limit"]
    try:
        told = bench.job("questions_rdflib", bench.graph(small), limit, texts, peer=True, limit=100 * limit)
    except NotMeasuredError as error:
        yield Row("questions", f"slowest, {name}", "rdflib", "s", note=str(error))
        return
    yield from _rows(
        told.figures["seconds"], name, "rdflib", limit, told.peak, f"{bench.statements(small):,} statements"
    )


def _of_ours(bench: Bench, size: int, name: str, *file: str) -> Iterator[Row]:
    limit = bench.sizes["question_limit"]
    try:
        folder = bench.graph(size)
        told = bench.job("questions", folder, limit, *file)
    except NotMeasuredError as error:
        yield Row("questions", f"slowest, {name}", OURS, "s", note=str(error))
        return
    yield from _rows(told.figures["seconds"], name, OURS, limit, told.peak, f"{bench.statements(size):,} statements")


def _rows(
    seconds: Mapping[str, float | None], size: str, by: str, limit: float, peak: float, some: str
) -> Iterator[Row]:
    slow = [question for question, time in seconds.items() if time is None]
    slowest = max(seconds, key=lambda question: seconds[question] or limit)
    note = f"{slowest}; {some}" + (f"; {len(slow)} of {len(seconds)} do not finish in {limit:g} s" if slow else "")
    yield Row("questions", f"slowest, {size}", by, "s", seconds[slowest] or limit, peak, note=note)
    look_ups = {question: seconds[question] or limit for question in _LOOK_UPS}
    slowest = max(look_ups, key=lambda question: look_ups[question])
    yield Row("questions", f"slowest look-up of one fact, {size}", by, "s", look_ups[slowest], note=slowest)
    for question, time in sorted(seconds.items(), key=lambda pair: -(pair[1] or limit)):
        yield Row(
            "questions", f"{question}, {size}", by, "s", time, note="" if time else f"does not finish in {limit:g} s"
        )


def _named(size: int) -> str:
    return f"{size // 1_000_000} million" if size >= 1_000_000 else f"{size:,}"
