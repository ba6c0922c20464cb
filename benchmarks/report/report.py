"""The report of what was measured: ``results.json`` for programs, ``RESULTS.md`` and the charts for readers."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import yaml

from benchmarks.parts import PARTS
from benchmarks.report.charts import charts
from benchmarks.report.paper import paper
from benchmarks.report.targets import targets, verdict
from benchmarks.report.templates import template
from benchmarks.run.bench import SEED
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from benchmarks.run.measured import Measured, Memory

_CHARTS: Final = {
    "growth": ("growth.svg",),
    "reading": ("reading.svg",),
    "emitting": ("emitting.svg",),
    "loading": ("loading.svg",),
    "profile": ("profile.svg",),
}
_MOST_QUESTIONS: Final = 10
"""Questions that the report shows of each engine and size, the slowest; ``results.json`` has all."""


def write(memory: Memory, run: Mapping[str, Any], folder: Path) -> None:
    """Write the report of what was measured into a folder.

    Args:
        memory: the figures of parts.
        run: ``machine`` (facts by name), ``quick`` (whether sizes were small), ``sizes`` (how much was measured).
        folder: gets ``results.json``, ``RESULTS.md`` and ``results/`` with the charts.
    """
    parts = {part: found for part in PARTS if (found := memory.of(part))}
    rows = [row for found in parts.values() for row in found.rows]
    (folder / "results").mkdir(parents=True, exist_ok=True)
    drawn = dict(charts(rows))
    for name, text in drawn.items():
        (folder / "results" / name).write_text(text, "utf-8", newline="\n")
    told = {**run, "parts": {part: asdict(found) for part, found in parts.items()}}
    (folder / "results.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    page = template("results.md.j2").render(
        **run, seed=SEED, counts=Counter(filter(None, map(verdict, rows))), held=list(_held(rows)), paper=paper(rows),
        parts=[_part(part, found, drawn) for part, found in parts.items()], left_out=list(_left_out(rows)),
        commits=sorted({found.commit for found in parts.values()}),
        minutes=sum(found.seconds for found in parts.values()) / 60,
    )  # fmt: skip
    (folder / "RESULTS.md").write_text(page, "utf-8", newline="\n")


def _held(rows: Sequence[Row]) -> Iterator[dict[str, str]]:
    """Yield a line for each target, in the order of the parts."""
    for name, target in targets().items():
        row = next((row for row in rows if row.name == name and row.by == OURS), None)
        if row:
            others = ", ".join(
                f"{each.by} {number(each.value)}"
                for each in rows
                if each.name == name and each.by != OURS and each.value is not None
            )
            yield {**_line(row, {}), "what": name, "target": str(target), "verdict": verdict(row), "others": others}


def _left_out(rows: Sequence[Row]) -> Iterator[dict[str, str]]:
    """Yield what has no figure; of the questions, which are told in their part, only whole runs."""
    for row in rows:
        if row.value is None and not (row.part == "questions" and not row.measure.startswith("slowest")):
            yield {**_line(row, {}), "what": row.name}


def _part(part: str, found: Measured, drawn: Mapping[str, str]) -> dict[str, Any]:
    ours = {row.measure: row.value for row in found.rows if row.by == OURS}
    return {
        **_said()[part], "lines": [_line(row, ours) for row in _shown(found.rows) if row.value is not None],
        "seconds": f"{found.seconds:,.0f}", "whole": found.whole,
        "charts": [each for each in _CHARTS.get(part, ()) if each in drawn],
    }  # fmt: skip


@cache
def _said() -> dict[str, dict[str, str]]:
    """Return the title of each part and what is said above its figures."""
    found: dict[str, dict[str, str]] = yaml.safe_load((files("benchmarks.report") / "parts.yml").read_text("utf-8"))
    return found


def _shown(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that the report shows: of the questions, the slowest of each engine and size."""
    seen: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row.part == "questions" and not row.measure.startswith("slowest"):
            key = (row.by, row.measure.split(", ", 1)[1])
            seen[key] += 1
            if seen[key] > _MOST_QUESTIONS:
                continue
        yield row


def _line(row: Row, ours: Mapping[str, float | None]) -> dict[str, str]:
    figure = ours.get(row.measure)
    ratio = row.value / figure if row.by != OURS and row.value is not None and figure else None
    return {
        "what": row.measure, "by": row.by, "unit": row.unit, "note": row.note.replace("|", "\\|"),
        "figure": "not measured" if row.value is None else number(row.value),
        "times": "" if ratio is None else number(ratio),
        "peak": "" if row.peak is None else f"{row.peak:,.0f}",
        "runs": "" if row.value is None else str(row.runs),
    }  # fmt: skip


def number(value: float) -> str:
    """Return three figures of a number: 0.123, 1.23, 12.3, 1,235."""
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"
