"""What one document offers where another has lost a number: a suggestion with its passage, never a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.model import DeclaredCount, Discrepancy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from build_graph.model import DocumentFacts, Passage


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that a second document states for what the first one has lost."""

    document: str
    """Id of the document with the gap."""
    discrepancy: Discrepancy
    value: str
    offered_by: str
    """Id of the document that states the value."""
    passage: Passage
    """Where it does."""


def suggestions(
    documents: Sequence[DocumentFacts], program_of: Mapping[tuple[str, str], str]
) -> tuple[Suggestion, ...]:
    """Return the suggestions for lost numbers: counts of the same thing in the same program elsewhere."""
    stated = [
        (facts.document.id, count)
        for facts in documents
        for count in _counts(facts)
        if isinstance(count.value, int | float) and count.rule != "count-changed-from"
    ]
    found = []
    for facts in documents:
        for lost in (count for count in _counts(facts) if count.rule == "count-lost"):
            gap = _discrepancy_at(facts, lost)
            program = program_of.get((facts.document.id, lost.program or ""))
            for document, count in stated:
                same = program is not None and program == program_of.get((document, count.program or ""))
                if gap and same and document != facts.document.id and _same_thing(lost.of, count.of):
                    found.append(Suggestion(facts.document.id, gap, f"{count.value:g}", document, count.passages[0]))
    return tuple(found)


def _counts(facts: DocumentFacts) -> Iterator[DeclaredCount]:
    return (fact for fact in facts.facts if isinstance(fact, DeclaredCount))


def _discrepancy_at(facts: DocumentFacts, lost: DeclaredCount) -> Discrepancy | None:
    gaps = (f for f in facts.facts if isinstance(f, Discrepancy) and f.type == "lost_digits")
    return next((gap for gap in gaps if set(gap.passages) & set(lost.passages)), None)


def _same_thing(lost: str, stated: str) -> bool:
    """…建设试点县 and 试点县 are counted alike; a bare 县 is too little to go by."""
    shorter, longer = sorted((lost, stated), key=len)
    return len(shorter) > 1 and longer.endswith(shorter)
