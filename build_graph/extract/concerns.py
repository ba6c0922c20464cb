"""Which facts a discrepancy concerns: those of its kind that are said where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.model import DeclaredCount, Discrepancy, Goal, PilotUnit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.model import Fact, Passage

_CONCERNED: dict[str, tuple[type[Fact], ...]] = {
    "wrong_province": (PilotUnit,),
    "count_mismatch": (DeclaredCount,),
    "lost_digits": (DeclaredCount, Goal),
}


def concerned(discrepancy: Discrepancy, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts of the same document on which a discrepancy casts its doubt."""
    kinds = _CONCERNED.get(discrepancy.type, ())
    places = (*discrepancy.passages, *discrepancy.counter_passages)
    for fact in facts:
        if isinstance(fact, kinds) and any(_meet(passage, place) for passage in fact.passages for place in places):
            yield fact


def _meet(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end
