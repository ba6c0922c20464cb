"""Every stored question, at each size of graph, in memory and on disk; beside it rdflib, where it holds the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.parts.attempt import skipped
from benchmarks.run.bench import NotMeasuredError
from benchmarks.run.results import OURS, Row, named, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from benchmarks.run.bench import Bench

_MANY: Final = 60
"""Questions, more than there are: so many times the limit of one is the limit of all."""
_LOOK_UPS: Final = ("is-this-place-a-pilot", "passages-of-a-fact")
"""Questions about one thing."""


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds: the slowest question and the slowest look-up of each size, then every question."""
    small = bench.sizes["peer_triples"]
    texts = bench.work / "questions.json"
    yield from _ours(bench, small, named(small), bench.graph(small), texts)
    for size in bench.sizes["triples"]:
        if size != small:
            yield from _ours(bench, size, named(size), bench.graph(size))
        yield from _ours(bench, size, f"{named(size)} on disk", bench.stored(size))
    limit = bench.sizes["peer_question_limit"]
    try:
        told = bench.job(
            "questions_rdflib", bench.graph(small), limit, texts, peer=True, once=True, limit=_MANY * limit
        )
    except NotMeasuredError as error:
        yield skipped("questions", f"slowest, {named(small)}", "rdflib", "s", str(error))
        return
    some = size_of(bench.statements(small))
    yield from _rows(told.figures["seconds"], named(small), "rdflib", limit, told.peak, some)


def _ours(bench: Bench, size: int, name: str, folder: Path, *file: Path) -> Iterator[Row]:
    limit = bench.sizes["question_limit"]
    try:
        told = bench.job("questions", folder, limit, *file, once=True)
    except NotMeasuredError as error:
        yield skipped("questions", f"slowest, {name}", OURS, "s", str(error))
        return
    yield from _rows(told.figures["seconds"], name, OURS, limit, told.peak, size_of(bench.statements(size)))


def _rows(
    seconds: Mapping[str, float | None], size: str, by: str, limit: float, peak: float, some: str
) -> Iterator[Row]:
    """Yield the rows of one engine at one size; a question that was stopped counts as the limit, which is told."""
    slow = [question for question, time in seconds.items() if time is None]
    slowest = max(seconds, key=lambda question: seconds[question] or limit)
    note = f"{slowest}; {some}; {len(seconds)} questions"
    if slow:
        note = f"at least: {len(slow)} of {len(seconds)} questions were stopped after {limit:g} s; {some}"
    yield Row("questions", f"slowest, {size}", by, "s", seconds[slowest] or limit, peak, note=note)
    look_ups = {question: seconds[question] or limit for question in _LOOK_UPS}
    slowest = max(look_ups, key=lambda question: look_ups[question])
    note = f"{slowest}; {some}"
    yield Row("questions", f"slowest look-up of one fact, {size}", by, "s", look_ups[slowest], note=note)
    for question, time in sorted(seconds.items(), key=lambda pair: -(pair[1] or limit)):
        note = "" if time else f"was stopped after {limit:g} s by the clock"
        yield Row("questions", f"{question}, {size}", by, "s", time, note=note)
