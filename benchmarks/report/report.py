"""The report of one run: ``results.json`` holds every figure; ``RESULTS.md`` and the charts are made of it alone."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from benchmarks.report.charts import charts
from benchmarks.report.targets import targets, verdict
from benchmarks.report.templates import template
from benchmarks.run.bench import SEED
from benchmarks.run.results import OURS, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_TITLES: Final = {
    "start": "Start", "reading": "Reading", "profile": "Where the time of reading goes",
    "accuracy": "How right the reading of the made-up corpus is", "emitting": "Emitting", "loading": "Loading",
    "questions": "Questions", "validating": "Validating", "growth": "Growth", "incremental": "Incremental",
    "parallel": "Parallel",
}  # fmt: skip
_CHARTS: Final = {
    "growth": ("growth.svg",),
    "reading": ("reading.svg",),
    "emitting": ("statements.svg",),
    "profile": ("profile.svg",),
}
_MOST_QUESTIONS: Final = 10
"""Questions that the report shows of each engine and size, the slowest; ``results.json`` has all."""


def write(rows: Sequence[Row], run: Mapping[str, Any], folder: Path) -> None:
    """Write the report of a run into a folder.

    Args:
        rows: what was measured.
        run: ``machine`` (facts by name), ``quick`` (whether sizes were small), ``corpus`` (number of documents).
        folder: gets ``results.json``, ``RESULTS.md`` and ``results/`` with the charts.
    """
    (folder / "results").mkdir(parents=True, exist_ok=True)
    told = {**run, "rows": [asdict(row) for row in rows]}
    (folder / "results.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    drawn = dict(charts(rows))
    for name, text in drawn.items():
        (folder / "results" / name).write_text(text, "utf-8", newline="\n")
    page = template("results.md.j2").render(
        **run, seed=SEED, counts=Counter(filter(None, map(verdict, rows))), held=list(_held(rows)),
        parts=[_part(part, rows, drawn) for part in _TITLES if any(row.part == part for row in rows)],
    )  # fmt: skip
    (folder / "RESULTS.md").write_text(page, "utf-8", newline="\n")


def read(folder: Path) -> list[Row]:
    """Return the rows of an earlier report, none if there is none."""
    file = folder / "results.json"
    return [Row(**row) for row in json.loads(file.read_text("utf-8"))["rows"]] if file.exists() else []


def _held(rows: Sequence[Row]) -> Iterator[dict[str, str]]:
    """Yield a line for each target."""
    for name, target in targets().items():
        row = next((row for row in rows if row.name == name and row.by == OURS), None)
        if row:
            yield {**_line(row, {}), "what": name, "target": str(target), "verdict": verdict(row)}


def _part(part: str, rows: Sequence[Row], drawn: Mapping[str, str]) -> dict[str, Any]:
    ours = {row.measure: row.value for row in rows if row.part == part and row.by == OURS}
    lines = [_line(row, ours) for row in _shown([row for row in rows if row.part == part])]
    return {"title": _TITLES[part], "lines": lines, "charts": [each for each in _CHARTS.get(part, ()) if each in drawn]}


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
        "figure": "not measured" if row.value is None else _number(row.value),
        "times": "" if ratio is None else _number(ratio),
        "peak": "" if row.peak is None else f"{row.peak:,.0f}",
        "runs": "" if row.value is None else str(row.runs),
    }  # fmt: skip


def _number(value: float) -> str:
    """Return three figures of a number: 0.123, 1.23, 12.3, 1,235."""
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"
