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
_FEWEST: Final = 30
"""Documents for what is slow, and for who is very slow; a rate does not hang on their number."""
_BEFORE: Final = 50
"""Documents that are read first, so that tables and patterns are there; they do not count."""
_FLOOR: Final = "decode, convert to simplified characters, one scan for 50,000 names"


def measure(bench: Bench) -> Iterator[Row]:
    """Yield MB (10^6 bytes) a second of one core."""
    few = bench.corpus(min(_FEW, bench.sizes["corpus"])) / "documents"
    fewest = bench.corpus(min(_FEWEST, bench.sizes["corpus"])) / "documents"
    many = bench.corpus(bench.sizes["corpus"]) / "documents"
    before = bench.corpus(min(_BEFORE, bench.sizes["corpus"] // 2)) / "documents"
    shipped = ROOT / "documents"
    for name, folder, slow in (("made-up corpus", many, fewest), ("the five documents", shipped, shipped)):
        yield _rate(bench, name, OURS, "reading", folder, "bytes to facts, all kinds", before)
        yield _rate(bench, name, "floor", "floor", folder, _FLOOR)
        yield _rate(bench, name, "cpca (places alone)", "places_cpca", folder, "line by line", peer=True)
        yield _rate(bench, name, "jionlp (places alone)", "places_jionlp", slow, "text by text", peer=True)
    yield _rate(
        bench, "web pages of 60 KB", OURS, "reading_html", few, "MB of HTML; the text of the made-up corpus inside"
    )


def _rate(bench: Bench, name: str, by: str, job: str, folder: Path, note: str, *more: Path, peer: bool = False) -> Row:
    def rate(told: Told) -> float:
        return float(told.figures["bytes"] / 1e6 / told.figures["seconds"])

    documents = len(list(folder.glob("*.txt")))
    row = Row("reading", name, by, "MB/s", note=f"{note}; {documents:,} documents")
    return attempt(row, lambda: bench.job(job, folder, *more, peer=peer, once=peer), rate)[0]
