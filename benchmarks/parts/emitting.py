"""Emitting: facts to N-Quads, and N-Quads to the other syntaxes, by a million statements."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from benchmarks.parts.attempt import attempt
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench, Told

_SYNTAXES: Final = {
    "Turtle": ("turtle", "turtle", "turtle"),
    "TriG": ("trig", "trig", ""),
    "JSON-LD": ("jsonld", "json-ld", ""),
}
"""Name -> what we, rdflib and maplib call it; empty for who has no such thing for several graphs."""


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds by a million statements."""
    size = bench.sizes["triples"][0]
    folder, number = bench.graph(size), bench.statements(size)

    def per_million(told: Told) -> float:
        return float(told.figures["seconds"] / number * 1e6)

    unit, some = "s per million", f"{number:,} statements"
    row, told = attempt(
        Row("emitting", "facts to N-Quads", OURS, unit, note=f"{some}; memory with the facts held"),
        lambda: bench.job("emitting", folder), per_million,
    )  # fmt: skip
    yield row
    if told:
        yield Row("emitting", "reconciling", OURS, unit, told["reconciling"] / number * 1e6, row.peak, row.runs, some)
    small = bench.sizes["peer_triples"]
    for store in ("rdflib", "oxrdflib"):
        yield _dataset(bench, "facts to N-Quads", store, "emit", small)
    for name, (ours, theirs, maplib) in _SYNTAXES.items():
        measured = f"N-Quads to {name}"
        row, _ = attempt(
            Row("emitting", measured, OURS, unit, note=some),
            partial(bench.job, "converting", folder, ours),
            per_million,
        )
        yield row
        for store in ("rdflib", "oxrdflib"):
            yield _dataset(bench, measured, store, theirs, small)
        if maplib:
            row, _ = attempt(
                Row("emitting", measured, "maplib", unit, note=f"{some} of one graph"),
                partial(bench.job, "maplib_model", folder, maplib, peer=True), per_million,
            )  # fmt: skip
            yield row


def _dataset(bench: Bench, measure: str, store: str, what: str, size: int) -> Row:
    """Return the figure of rdflib's Dataset over one of its stores, on a graph that it can hold."""
    number = bench.statements(size)
    row, _ = attempt(
        Row("emitting", measure, store, "s per million", note=f"{number:,} statements"),
        lambda: bench.job(
            "datasets", bench.graph(size), "Oxigraph" if store == "oxrdflib" else "default", what, peer=True
        ),
        lambda told: told.figures["seconds"] / number * 1e6,
    )
    return row
