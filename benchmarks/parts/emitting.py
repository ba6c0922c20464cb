"""Emitting: facts to N-Quads, and N-Quads to the other syntaxes, by a million statements; memory against size."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from benchmarks.parts.attempt import attempt, skipped
from benchmarks.run.results import OURS, Row, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench, Told

_SYNTAXES: Final = {
    "Turtle": ("turtle", "turtle", "turtle"),
    "TriG": ("trig", "trig", ""),
    "JSON-LD": ("jsonld", "json-ld", "json-ld"),
}
"""Name -> what we, rdflib and maplib call it; empty for who does not write it."""
_UNIT: Final = "s per million"


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds by a million statements, then memory for each size."""
    small, size = bench.sizes["peer_triples"], bench.sizes["triples"][0]
    peaks: list[Row] = []
    for each in sorted({small, *bench.sizes["triples"]}):
        row, told = _ours(bench, "facts to N-Quads", each, "emitting", bench.graph(each))
        peaks.append(row)
        if each == size:
            yield row
            if told:
                reconciling = told["reconciling"] / bench.statements(size) * 1e6
                yield Row("emitting", "reconciling", OURS, _UNIT, reconciling, row.peak, row.runs, row.note)
    for store in ("rdflib", "oxrdflib"):
        yield _dataset(bench, "facts to N-Quads", store, "emit")
    yield skipped("emitting", "facts to N-Quads", "maplib", _UNIT, "it makes graphs of tables, not of facts")
    for name, (ours, theirs, maplib) in _SYNTAXES.items():
        measured = f"N-Quads to {name}"
        for each in sorted({small, size}):
            row, _ = _ours(bench, measured, each, "converting", bench.graph(each), ours)
            peaks.append(row)
        yield row
        for store in ("rdflib", "oxrdflib"):
            yield _dataset(bench, measured, store, theirs)
        yield _maplib(bench, measured, maplib, size)
    for row in peaks:
        count = row.note.split(";")[0]
        if row.peak is not None:
            yield Row("emitting", f"{row.measure}, memory, {count}", OURS, "MB", row.peak, runs=row.runs)


def _ours(bench: Bench, measure: str, size: int, job: str, *arguments: object) -> tuple[Row, dict[str, float]]:
    number = bench.statements(size)
    return attempt(
        Row("emitting", measure, OURS, _UNIT, note=size_of(number)),
        lambda: bench.job(job, *arguments),
        lambda told: told.figures["seconds"] / number * 1e6,
    )


def _dataset(bench: Bench, measure: str, store: str, what: str) -> Row:
    """Return the figure of rdflib's Dataset over one of its stores, on a graph that it can hold."""
    size = bench.sizes["peer_triples"]
    number = bench.statements(size)
    row, _ = attempt(
        Row("emitting", measure, store, _UNIT, note=size_of(number)),
        lambda: bench.job(
            "datasets", bench.graph(size), "Oxigraph" if store == "oxrdflib" else "default", what, peer=True
        ),
        lambda told: told.figures["seconds"] / number * 1e6,
    )
    return row


def _maplib(bench: Bench, measure: str, syntax: str, size: int) -> Row:
    if not syntax:
        return skipped("emitting", measure, "maplib", _UNIT, "it does not write this syntax")
    number = bench.statements(size)

    def per_million(told: Told) -> float:
        return float(told.figures["seconds"] / number * 1e6)

    row = Row("emitting", measure, "maplib", _UNIT, note=f"{size_of(number)}; of one graph, read from N-Triples")
    return attempt(row, partial(bench.job, "maplib_model", bench.graph(size), syntax, peer=True), per_million)[0]
