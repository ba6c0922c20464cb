"""Telling a person what a build did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.validate.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from build_graph.pipeline import Summary


def told(summary: Summary) -> str:
    """Return a summary as lines of text."""
    results = ", ".join(f"{summary.report.count(severity)} {severity}" for severity in SEVERITIES)
    lines = [
        f"documents      {summary.documents} read, {_not_readable(len(summary.failed), len(summary.damaged))}",
        f"facts          {_counts(summary.facts)}",
        f"repairs        {_counts(summary.repairs)}",
        f"ignored        {_counts(summary.ignored)}",
        f"discrepancies  {_counts(summary.discrepancies)}",
        *([f"corrections    {_entries(summary.corrections)}"] if summary.corrections else []),
        f"validation     {results}",
        f"quads          {summary.quads}",
    ]
    verb = "published in" if summary.published else "not published; report in"
    return "\n".join([*lines, f"{verb} {summary.folder}/", ""])


def _not_readable(files: int, parts: int) -> str:
    """Return what could not be read: ``0 not readable``, ``1 file and 2 parts of files not readable``."""
    if not parts:
        return f"{files} not readable"
    of_files = f"{_counted(parts, 'part')} of files"
    return f"{_counted(files, 'file')} and {of_files} not readable" if files else f"{of_files} not readable"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _entries(corrections: Mapping[str, Sequence[str]]) -> str:
    """Return what became of entries of corrections: ``4 entries: 3 applied, 1 stale``."""
    total = sum(map(len, corrections.values()))
    parts = ", ".join(f"{len(lines)} {status}" for status, lines in corrections.items())
    return f"{total} {'entry' if total == 1 else 'entries'}: {parts}"


def _counts(numbers: Mapping[str, int]) -> str:
    """Return counts with their total: ``12: 8 goal, 4 task``."""
    if not numbers:
        return "0"
    parts = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in numbers.items())
    return f"{sum(numbers.values())}: {parts}"
