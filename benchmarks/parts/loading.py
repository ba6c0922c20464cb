"""Loading a graph into memory and onto disk, by a million statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.parts.attempt import attempt
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench, Told


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds by a million statements."""
    size = bench.sizes["triples"][0]
    folder, number = bench.graph(size), bench.statements(size)

    def per_million(told: Told) -> float:
        return float(told.figures["seconds"] / number * 1e6)

    unit, some = "s per million", f"{number:,} statements"
    memory = Row("loading", "in memory", OURS, unit, note=f"{some}; with the union that questions are asked of")
    yield attempt(memory, lambda: bench.job("loading", folder, "memory"), per_million)[0]
    disk = Row("loading", "on disk", OURS, unit, note=f"{some}; with the union that questions are asked of")
    yield attempt(disk, lambda: bench.job("loading", folder, "disk"), per_million)[0]
    bare = Row("loading", "on disk", "Oxigraph", unit, note=f"{some}; the named graphs alone (RocksDB)")
    yield attempt(bare, lambda: bench.job("loading", folder, "bare"), per_million)[0]
    small = bench.sizes["peer_triples"]
    fewer = bench.statements(small)
    for by, store in (("rdflib", "default"), ("oxrdflib", "Oxigraph")):
        row = Row("loading", "in memory", by, unit, note=f"{fewer:,} statements")
        yield attempt(
            row, lambda store=store: bench.job("datasets", bench.graph(small), store, "load", peer=True),  # type: ignore[misc]
            lambda told: told.figures["seconds"] / fewer * 1e6,
        )[0]  # fmt: skip
    row = Row("loading", "in memory", "maplib", unit, note=f"{some} of one graph")
    yield attempt(row, lambda: bench.job("maplib_model", folder, "load", peer=True), per_million)[0]
