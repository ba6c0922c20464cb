"""Documents in which nothing tells how to reach a person: what is kept or shown of them beside their facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_graph.extract.privacy import masked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_graph.model import Content, Document, DocumentFacts
    from build_graph.repair.tracked import Span


def without_personal(facts: DocumentFacts) -> DocumentFacts:
    """Return the facts of a document with its personal data masked, character for character."""
    personal = facts.traces.personal
    return replace(facts, document=masked_document(facts.document, personal)) if personal else facts


def masked_document(document: Document, personal: tuple[Span, ...]) -> Document:
    """Return a document in which no character of the raw spans can be read, nor any that stands for one of them."""
    content = document.content and _masked_content(document.content, personal)
    return replace(document, text=masked(document.text, personal), content=content)


def _masked_content(content: Content, personal: Iterable[Span]) -> Content:
    return replace(content, text=masked(content.text, (content.meeting(*span) for span in personal)))
