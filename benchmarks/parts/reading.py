"""Reading: bytes to facts, beside the least that any reader does, and beside others who find places alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.parts.attempt import attempt
from benchmarks.run.bench import ROOT
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.run.bench import Bench, Told

_FEW: Final = 100
"""Documents for who is slow; a rate does not hang on their number."""
_SHIPPED: Final = "the five documents"


def measure(bench: Bench) -> Iterator[Row]:
    """Yield MB (10^6 bytes of UTF-8) a second of one core."""
    few = bench.corpus(min(_FEW, bench.sizes["corpus"])) / "documents"
    texts = {
        "made-up corpus": bench.corpus(bench.sizes["corpus"]) / "documents",
        _SHIPPED: ROOT / "documents",
    }
    for name, folder in texts.items():
        yield _rate(bench, name, OURS, "reading", folder, "after the tables are loaded")
        yield _rate(bench, name, "floor", "floor", folder, "decode, convert, one scan for 50,000 names")
        yield _rate(bench, name, "cpca", "places_cpca", folder, "places alone", peer=True)
        some = folder if name == _SHIPPED else few
        yield _rate(
            bench,
            name,
            "jionlp",
            "places_jionlp",
            some,
            f"places alone, of {len(list(some.iterdir()))} documents",
            peer=True,
        )


def _rate(bench: Bench, name: str, by: str, job: str, folder: Path, note: str, *, peer: bool = False) -> Row:
    def rate(told: Told) -> float:
        return float(told.figures["bytes"] / 1e6 / told.figures["seconds"])

    row, _ = attempt(Row("reading", name, by, "MB/s", note=note), lambda: bench.job(job, folder, peer=peer), rate)
    return row
