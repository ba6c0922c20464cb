"""What became of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_graph.correct.entry import Entry

Status = Literal["applied", "stale", "no longer needed", "mistaken", "not in the build"]
STATUSES: Final[tuple[Status, ...]] = ("applied", "stale", "no longer needed", "mistaken", "not in the build")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry, and why."""

    status: Status
    entry: Entry
    told: str
    """For a person: what was changed, or why nothing was and what to do."""

    def __str__(self) -> str:
        return f"{self.entry.where}: {self.told}"


def by_status(outcomes: Iterable[Outcome]) -> dict[str, tuple[str, ...]]:
    """Return a line for each entry, by what became of it; what became of none is left out."""
    found: dict[str, list[str]] = {status: [] for status in STATUSES}
    for outcome in outcomes:
        found[outcome.status].append(str(outcome))
    return {status: tuple(lines) for status, lines in found.items() if lines}
