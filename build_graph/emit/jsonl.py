"""Facts as JSON Lines: one object a fact, the contract of ``reformgraph facts``."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from build_graph.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.model import Correction, DocumentFacts, Fact, Passage

_FIRST = ("document", "kind", "program")
_LAST = ("passages", "counter_passages")
_APART = {*_FIRST, *_LAST, "is_heading", "corrections"}


def json_lines(facts: DocumentFacts) -> Iterator[str]:
    """Yield the facts of a document as lines of JSON, without line ends."""
    for fact in facts.listed:
        yield json.dumps(_object(facts.document.name, fact), ensure_ascii=False)


def _object(document: str, fact: Fact) -> dict[str, Any]:
    head = {"document": document, "kind": KINDS[type(fact)], "program": fact.program}
    own = {f.name: getattr(fact, f.name) for f in fields(fact) if f.name not in _APART}
    tail = {name: [_passage(p) for p in getattr(fact, name)] for name in _LAST if getattr(fact, name, None)}
    corrected = {"corrections": [_correction(each) for each in fact.corrections]} if fact.corrections else {}
    return {**head, **own, **tail, **corrected}


def _correction(correction: Correction) -> dict[str, Any]:
    changes = [{"attribute": c.attribute, "before": c.before, "after": c.after} for c in correction.changes]
    who = {"action": correction.action, "who": correction.who, "why": correction.why, "date": correction.date}
    return {**who, "changes": changes}


def _passage(passage: Passage) -> dict[str, Any]:
    found: dict[str, Any] = {"start": passage.start, "end": passage.end, "exact": passage.exact}
    return {**found, "guessed": True} if passage.guessed else found
