"""What was measured: a figure of somebody, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

OURS = "reformgraph"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    part: str
    """The part of the benchmark: reading, emitting, …"""
    measure: str
    """What was measured. Who is compared has the same measure."""
    by: str
    """``reformgraph``, a floor, or a peer."""
    unit: str
    value: float | None = None
    """None if it was not measured; then the note says why."""
    peak: float | None = None
    """Most memory held, in MB."""
    runs: int = 1
    """Of how many runs this is the median."""
    note: str = ""

    @property
    def name(self) -> str:
        """What the table of targets calls it."""
        return f"{self.part}: {self.measure}"


def size_of(statements: int) -> str:
    """Return how notes tell the size of a graph."""
    return f"{statements:,} statements"


def named(size: int) -> str:
    """Return how measures tell a size that was asked for: 100,000; 1 million."""
    return f"{size // 1_000_000} million" if size >= 1_000_000 else f"{size:,}"
