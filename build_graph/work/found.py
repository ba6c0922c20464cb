"""A document that was read: its card, and its facts as bytes, which may lie in the cache until they are asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from build_graph.work.codec import unpacked

if TYPE_CHECKING:
    from build_graph.model import DocumentFacts
    from build_graph.work.cache import Cache
    from build_graph.work.card import Card


class Kept(NamedTuple):
    """Bytes that a cache keeps."""

    cache: Cache
    key: str

    def load(self) -> bytes:
        """Return them.

        Raises:
            CacheError: if the cache has lost them since it was asked.
        """
        return self.cache.load(self.key)


@dataclass(frozen=True, slots=True)
class Found:
    """A document that was read."""

    card: Card
    data: bytes | Kept
    """Its facts as bytes, or where they are."""

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.card.id

    @property
    def where(self) -> str:
        """Where the document stands, if it is a record."""
        return self.card.where

    @property
    def packed(self) -> bytes:
        """Its facts as bytes; raises CacheError if the cache has lost them."""
        return self.data.load() if isinstance(self.data, Kept) else self.data

    @property
    def facts(self) -> DocumentFacts:
        """Its facts; raises the same.

        A record may have stood elsewhere when it was read.
        """
        facts = unpacked(self.packed)
        if facts.document.where == self.where:
            return facts
        return replace(facts, document=replace(facts.document, where=self.where))
