"""What a build did, counted while it reads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from build_graph.correct.outcome import by_status
from build_graph.model import KINDS
from build_graph.read import PartError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from build_graph.correct import Outcome
    from build_graph.read import ReadError, Skipped
    from build_graph.validate import Report
    from build_graph.work.card import Counted


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did."""

    documents: int
    facts: Mapping[str, int]
    """Number of facts by kind."""
    repairs: Mapping[str, int]
    ignored: Mapping[str, int]
    """Number of stretches left out, by reason."""
    discrepancies: Mapping[str, int]
    failed: tuple[str, ...]
    """One line for each file that could not be read."""
    damaged: tuple[str, ...]
    """One line for each record or page that could not be read in a file of which others were."""
    corrections: Mapping[str, tuple[str, ...]]
    """What became of the entries of corrections: applied, stale, no longer needed, mistaken, not in the build; one
    line for each entry."""
    quads: int
    report: Report
    published: bool
    folder: Path
    """Where the output lies; for a rejected build, where the report lies."""


@dataclass(slots=True)
class Tally:
    """What has been read so far."""

    documents: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    repairs: Counter[str] = field(default_factory=Counter)
    ignored: Counter[str] = field(default_factory=Counter)
    discrepancies: Counter[str] = field(default_factory=Counter)
    errors: list[ReadError] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def add(self, counted: Counted) -> None:
        """Count a document."""
        self.documents += 1
        self.facts.update(counted.facts)
        self.discrepancies.update(counted.discrepancies)
        self.repairs.update(counted.repairs)
        self.ignored.update(counted.ignored)

    def add_all(self, other: Tally) -> None:
        """Count the documents of another tally, too."""
        self.documents += other.documents
        for own, others in (
            (self.facts, other.facts),
            (self.repairs, other.repairs),
            (self.ignored, other.ignored),
            (self.discrepancies, other.discrepancies),
        ):
            own.update(others)
        self.errors += other.errors
        self.outcomes += other.outcomes

    def skip(self, skipped: Skipped) -> None:
        """Count what is no document."""
        self.ignored[skipped.reason] += 1

    def told(self) -> dict[str, Any]:
        """Return what a summary says of it."""
        parts = [isinstance(error, PartError) for error in self.errors]
        lines = list(zip(parts, map(str, self.errors), strict=True))
        return {
            "documents": self.documents,
            "facts": {kind: self.facts[kind] for kind in KINDS.values() if self.facts[kind]},
            "repairs": dict(sorted(self.repairs.items())),
            "ignored": dict(sorted(self.ignored.items())),
            "discrepancies": dict(sorted(self.discrepancies.items())),
            "failed": tuple(line for part, line in lines if not part),
            "damaged": tuple(line for part, line in lines if part),
            "corrections": by_status(self.outcomes),
        }
