"""What one document offers where another has lost a number: a suggestion with its passage, never a fact."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.extract.mentioned import Gap  # noqa: TC001  (msgspec reads the types)
from build_graph.model import DeclaredCount, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_graph.extract.mentioned import Called
    from build_graph.model import DocumentFacts


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that a second document states for what the first one has lost."""

    gap: Gap
    value: str
    offered_by: str
    """Id of the document that states the value."""
    passage: Passage
    """Where it does."""


def gaps_by_program(gaps: Iterable[Gap], program_of: Mapping[Called, str]) -> dict[str, tuple[Gap, ...]]:
    """Return the gaps of each program that has any, in a fixed order."""
    found: dict[str, list[Gap]] = defaultdict(list)
    for gap in sorted(gaps, key=lambda gap: (gap.document, gap.passages, gap.of)):
        found[program_of[gap.called]].append(gap)
    return {program: tuple(each) for program, each in found.items()}


def offers(
    facts: DocumentFacts, programs: Mapping[str, str], gaps: Mapping[str, tuple[Gap, ...]]
) -> Iterator[Suggestion]:
    """Yield what a document offers for the gaps of others: counts of the same thing in the same program.

    Args:
        facts: what the document says.
        programs: names of programs in the document -> their ids.
        gaps: id of a program -> what has been lost about it.
    """
    for fact in facts.facts if gaps else ():
        if isinstance(fact, DeclaredCount) and _tells_a_number(fact):
            for gap in gaps.get(programs.get(fact.program or "", ""), ()):
                if gap.document != facts.document.id and _same_thing(gap.of, fact.of):
                    yield Suggestion(gap, f"{fact.value:g}", facts.document.id, fact.passages[0])


def _tells_a_number(count: DeclaredCount) -> bool:
    return isinstance(count.value, int | float) and count.rule != "count-changed-from"


def _same_thing(lost: str, stated: str) -> bool:
    """…建设试点县 and 试点县 are counted alike; a bare 县 is too little to go by."""
    shorter, longer = sorted((lost, stated), key=len)
    return len(shorter) > 1 and longer.endswith(shorter)
