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
