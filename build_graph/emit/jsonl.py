"""Facts as JSON Lines: one object a fact, the contract of ``reformgraph facts``."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from build_graph.model import (
    Condition,
    Consortium,
    DeclaredCount,
    Discrepancy,
    Goal,
    Issuer,
    PilotUnit,
    PolicyDocument,
    Program,
    Task,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.model import DocumentFacts, Fact, Passage

KINDS: dict[type[Fact], str] = {
    Program: "program",
    Issuer: "issuer",
    PilotUnit: "pilot_unit",
    Goal: "goal",
    Condition: "condition",
    Task: "task",
    DeclaredCount: "declared_count",
    Consortium: "consortium",
    PolicyDocument: "policy_document",
    Discrepancy: "discrepancy",
}
_FIRST = ("document", "kind", "program")
_LAST = ("passages", "counter_passages")


def json_lines(facts: DocumentFacts) -> Iterator[str]:
    """Yield the facts of a document as lines of JSON, without line ends."""
    for fact in facts.listed:
        yield json.dumps(_object(facts.document.name, fact), ensure_ascii=False)


def _object(document: str, fact: Fact) -> dict[str, Any]:
    head = {"document": document, "kind": KINDS[type(fact)], "program": fact.program}
    own = {f.name: getattr(fact, f.name) for f in fields(fact) if f.name not in {*_FIRST, *_LAST, "is_heading"}}
    tail = {name: [_passage(p) for p in getattr(fact, name)] for name in _LAST if getattr(fact, name, None)}
    return {**head, **own, **tail}


def _passage(passage: Passage) -> dict[str, Any]:
    found: dict[str, Any] = {"start": passage.start, "end": passage.end, "exact": passage.exact}
    return {**found, "guessed": True} if passage.guessed else found
