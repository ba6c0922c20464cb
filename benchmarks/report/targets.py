"""What the figures are held against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from benchmarks.run.bench import ROOT
from benchmarks.run.results import OURS

if TYPE_CHECKING:
    from benchmarks.run.results import Row


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure has to be at most, or at least."""

    at_most: bool
    figure: float
    unit: str

    def met(self, value: float) -> bool:
        """Return whether a figure is good enough."""
        return value <= self.figure if self.at_most else value >= self.figure

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {self.figure:,g} {self.unit}"


@cache
def targets() -> dict[str, Target]:
    """Return the targets by the name of what is measured."""
    lines = (ROOT / "benchmarks" / "targets.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {name: Target(relation == "<=", float(figure), unit) for name, relation, figure, unit in rows[1:]}


def verdict(row: Row) -> str:
    """Return met, missed or not measured for a figure of ours that has a target; empty for others."""
    target = targets().get(row.name)
    if row.by != OURS or target is None:
        return ""
    if row.value is None:
        return "not measured"
    return "met" if target.met(row.value) else "missed"
