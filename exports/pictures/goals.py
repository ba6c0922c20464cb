"""The goals of a graph and when they are due: what the time line shows.

A deadline is as fine as the document states it. A year is all of its days, a month all of its days: both are spans of
time; only a day is a moment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from exports import data_files
from queries.run import select

if TYPE_CHECKING:
    from pyoxigraph import Store

    from queries.table import Row

_DEADLINE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
"""A year, month or day of XML Schema; a time zone after it says nothing that a picture shows."""
KINDS: Final = ("target", "milestone", "measure", "qualitative", "unknown")


@dataclass(frozen=True, slots=True)
class Span:
    """When a goal is due: the first day, and the day after the last one."""

    first: date
    after: date

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.after - self.first == timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of a program."""

    text: str
    kind: str
    """One of ``KINDS``."""
    deadline: str
    """As the graph writes it; nothing if it has none."""
    span: Span | None
    """None without a deadline, or with one that is no year, month or day of our calendar."""
    is_inferred: bool
    program: str
    """Node of the program; nothing if no program is named."""
    names: dict[str, str]
    """Name of the program by language; in English only where the graph has one."""


def goals(store: Store) -> list[Goal]:
    """Return the goals by deadline, then by text; a program with several names does not repeat its goals."""
    found: dict[tuple[object, ...], Goal] = {}
    for row in select(store, data_files.text("goals_in_time.rq")):
        found.setdefault((row["goal"], row["deadline"], row["program"]), _goal(row))
    return list(found.values())


def span(deadline: str) -> Span | None:
    """Return the days of a year (2025), a month (2025-06) or a day (2025-06-30); None for anything else.

    >>> span("2024-02").after
    datetime.date(2024, 3, 1)
    """
    found = _DEADLINE.match(deadline)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if day:
            return Span(first, first + timedelta(days=1))
        after = date(first.year + 1, 1, 1) if not month or month == 12 else date(first.year, month + 1, 1)
    except (ValueError, OverflowError):  # 2023-02-30 or the year 9999: a graph may hold it, no calendar does
        return None
    return Span(first, after)


def _goal(row: Row) -> Goal:
    kind, deadline = str(row["kind"] or ""), str(row["deadline"] or "")
    chinese = str(row["chinese"] or row["program"] or "")
    return Goal(
        str(row["text"]),
        kind if kind in KINDS else "unknown",
        deadline,
        span(deadline),
        row["inferred"] is True,
        str(row["program"] or ""),
        {"zh": chinese, "en": str(row["english"] or chinese)},
    )
