"""A fact said twice is one fact with two passages."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

from build_graph.model import Program

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from build_graph.model import Fact

F = TypeVar("F", bound="Fact")
_HOW_SAID = {"passages", "rule", "as_written"}


def merged(facts: Iterable[F]) -> list[F]:
    """Join facts that differ only in how and where they are said; the first one's words stay."""
    found: dict[Hashable, F] = {}
    for fact in facts:
        key = (type(fact), *(getattr(fact, f.name) for f in fields(fact) if f.name not in _HOW_SAID))
        first = found.get(key)
        passages = fact.passages if first is None else tuple(sorted({*first.passages, *fact.passages}))
        found[key] = replace(first or fact, passages=passages)
    return list(found.values())


def one_per_program(facts: Iterable[Fact]) -> list[Fact]:
    """Join the programs of one name that several stories of a page speak of; all other facts stay as they are."""
    found: dict[Hashable, Fact] = {}
    for number, fact in enumerate(facts):
        key = fact.name if isinstance(fact, Program) else number
        first = found.get(key)
        found[key] = _both(first, fact) if isinstance(first, Program) and isinstance(fact, Program) else fact
    return list(found.values())


def _both(first: Program, other: Program) -> Program:
    """The first story's word counts where two stories differ; what only one of them says holds."""
    return replace(
        first,
        aliases=tuple(dict.fromkeys([*first.aliases, *other.aliases])),
        passages=tuple(sorted({*first.passages, *other.passages})),
        batches=tuple(dict.fromkeys([*first.batches, *other.batches])),
        areas=tuple(dict.fromkeys([*first.areas, *other.areas])),
        tier=first.tier or other.tier,
        later_name=first.later_name or other.later_name,
        event=first.event or other.event,
        jurisdiction=first.jurisdiction or other.jurisdiction,
    )
