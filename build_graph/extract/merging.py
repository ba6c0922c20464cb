"""A fact said twice is one fact with two passages."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

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
