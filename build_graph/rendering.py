"""The second look at each document: its quads and its text, once all programs have their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_graph.emit.graphs import DocumentQuads, document_quads
from build_graph.emit.texts import text_of
from build_graph.work.codec import unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from build_graph.reconcile import Gap


class Page(NamedTuple):
    """A document that was read, and what the others decide about it."""

    facts: bytes
    """Its facts, packed."""
    programs: Mapping[str, str]
    """Names of programs in it -> their ids."""
    gaps: Mapping[str, tuple[Gap, ...]]
    """Ids of these programs -> what documents have lost about them."""
    base: str
    """IRI under which the data live."""
    text: bool
    """Its text is wanted, too."""


class Rendered(NamedTuple):
    """What is written of a document."""

    document: str
    """Its id."""
    quads: DocumentQuads
    text: str | None
    """The JSON of its text."""


def rendered(page: Page) -> Rendered:
    """Return what is written of a document."""
    facts = unpacked(page.facts)
    quads = document_quads(facts, page.programs, page.gaps, page.base)
    return Rendered(facts.document.id, quads, text_of(facts, page.base) if page.text else None)
