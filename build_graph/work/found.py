"""A document that was read: its card and its facts, which are packed or opened when somebody asks for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from build_graph.work.card import card_of
from build_graph.work.codec import packed, unpacked

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


class Found(Protocol):
    """A document that was read."""

    @property
    def id(self) -> str:
        """The id of the document."""

    @property
    def name(self) -> str:
        """The name of its file or record."""

    @property
    def where(self) -> str:
        """Where the document stands, if it is a record."""

    @property
    def card(self) -> Card:
        """What a build has to know of it."""

    @property
    def data(self) -> bytes | Kept:
        """Its facts as bytes, or where they are."""

    @property
    def packed(self) -> bytes:
        """Its facts as bytes; raises CacheError if the cache has lost them."""

    @property
    def facts(self) -> DocumentFacts:
        """Its facts; raises the same."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A document that was read elsewhere: in another process, or by an earlier build."""

    card: Card
    data: bytes | Kept
    """Its facts as bytes, or where they are."""

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.card.id

    @property
    def name(self) -> str:
        """The name of its file or record."""
        return self.card.name

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


class Fresh:
    """A document that was read in this process; its card and its bytes are made when they are needed."""

    def __init__(self, facts: DocumentFacts) -> None:
        """Take its facts."""
        self.facts = facts

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.facts.id

    @property
    def name(self) -> str:
        """The name of its file or record."""
        return self.facts.document.name

    @property
    def where(self) -> str:
        """Where the document stands, if it is a record."""
        return self.facts.where

    @cached_property
    def packed(self) -> bytes:
        """Its facts as bytes."""
        return packed(self.facts)

    @cached_property
    def card(self) -> Card:
        """What a build has to know of it."""
        return card_of(self.facts, self.packed)

    @property
    def data(self) -> bytes:
        """Its facts as bytes, as those of a document that was read elsewhere."""
        return self.packed
