"""Loading a graph into memory and onto disk, by a million statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.parts.attempt import attempt, skipped
from benchmarks.run.results import OURS, Row, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.run.bench import Bench

_UNIT: Final = "s per million"
_UNION: Final = "the union that questions are asked of"
_BOTH: Final = "the named graphs and their union"


def measure(bench: Bench) -> Iterator[Row]:
    """Yield processor seconds by a million statements."""
    size, small = bench.sizes["triples"][0], bench.sizes["peer_triples"]
    folder = bench.graph(size)
    yield _loaded(bench, "in memory", OURS, size, f"; {_UNION}", "loading", folder, "memory")
    yield _loaded(bench, "in memory, with named graphs", OURS, size, f"; {_BOTH}", "loading", folder, "graphs")
    for by, store in (("rdflib", "default"), ("oxrdflib", "Oxigraph")):
        yield _loaded(bench, "in memory", by, small, "", "datasets", bench.graph(small), store, "load")
    yield _loaded(bench, "in memory", "maplib", size, "; one graph, N-Triples", "maplib_model", folder, "load")
    yield _loaded(bench, "on disk", OURS, size, f"; {_BOTH}", "loading", folder, "disk")
    yield _loaded(bench, "on disk", "Oxigraph", size, "; the named graphs alone", "loading", folder, "bare")
    yield skipped("loading", "on disk", "rdflib", _UNIT, "its store on disk needs Berkeley DB, which no package brings")
    file = bench.stored(size)
    row, _ = attempt(
        Row("loading", "open the store on disk, and ask one fact", OURS, "s", note=size_of(bench.statements(size))),
        lambda: bench.job("opening", file),
        lambda told: float(told.figures["seconds"]),
    )
    yield row


def _loaded(bench: Bench, measure: str, by: str, size: int, note: str, job: str, *arguments: object) -> Row:
    number = bench.statements(size)
    row, _ = attempt(
        Row("loading", measure, by, _UNIT, note=f"{size_of(number)}{note}"),
        lambda: bench.job(job, *arguments, peer=job != "loading"),
        lambda told: told.figures["seconds"] / number * 1e6,
    )
    return row
