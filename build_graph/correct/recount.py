"""Declared numbers, counted again against the list: a unit that a person added or rejected is one of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from build_graph.extract.counts import with_listed
from build_graph.extract.discrepancies import counts_off
from build_graph.model import Consortium, DeclaredCount, Discrepancy, PilotUnit, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.model import Document, Fact

_LISTED: Final = (PilotUnit, Consortium, Task)
RULE: Final = "declared-is-not-listed"


def recounted(document: Document, before: Sequence[Fact], after: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return facts with the numbers of what is listed, and the discrepancies that hang on them, as they are now.

    Where no list has changed nothing does. A discrepancy that a person rejected does not come back.

    Args:
        document: the document that they stand in.
        before: the facts as they were read.
        after: the facts as people corrected them.
    """
    if _lists(before) == _lists(after) and _numbers(before) == _numbers(after):
        return after
    counts = [fact for fact in after if isinstance(fact, DeclaredCount)]
    others = [fact for fact in after if not isinstance(fact, DeclaredCount)]
    new = with_listed(document, counts, others)
    gone = {_place(fact) for fact in before if _is_off(fact)} - {_place(fact) for fact in after if _is_off(fact)}
    kept = [fact for fact in others if not _is_off(fact) or fact.corrections]
    standing = {_place(fact) for fact in kept if _is_off(fact)}
    off = [fact for fact in counts_off(new) if _place(fact) not in gone | standing]
    return tuple(sorted([*kept, *new, *off], key=lambda fact: (fact.passages[0], type(fact).__name__)))


def _lists(facts: Sequence[Fact]) -> list[object]:
    return [(type(fact), fact.program, fact.passages) for fact in facts if isinstance(fact, _LISTED)]


def _numbers(facts: Sequence[Fact]) -> list[object]:
    return [(fact.of, fact.value, fact.passages) for fact in facts if isinstance(fact, DeclaredCount)]


def _is_off(fact: Fact) -> bool:
    return isinstance(fact, Discrepancy) and fact.rule == RULE


def _place(fact: Fact) -> object:
    return fact.passages[0].start, fact.passages[0].end
