"""A job, or why it could not be measured, as a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.run.bench import NotMeasuredError
from benchmarks.run.results import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.run.bench import Told


def attempt(row: Row, run: Callable[[], Told], figure: Callable[[Told], float]) -> tuple[Row, dict[str, Any]]:
    """Return the row with the figure of a job, and what the job told; without a figure if it could not be run."""
    try:
        told = run()
    except NotMeasuredError as error:
        note = f"{row.note}; {error}" if row.note else str(error)
        return skipped(row.part, row.measure, row.by, row.unit, note), {}
    done = Row(row.part, row.measure, row.by, row.unit, figure(told), told.peak, told.runs, row.note)
    return done, dict(told.figures)


def skipped(part: str, measure: str, by: str, unit: str, why: str) -> Row:
    """Return the row of what has no figure."""
    return Row(part, measure, by, unit, note=why)
