"""What a build has to know of a document before it writes it: small, so that all cards of a corpus fit in memory.

A card is made where the document is read, and kept beside its facts: who reads only cards does not open the facts.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec

from build_graph.extract.mentioned import Mentioned, mentioned
from build_graph.model import KINDS, Discrepancy

if TYPE_CHECKING:
    from build_graph.model import DocumentFacts

_DIGEST: Final = 16
"""Bytes of the digest of facts."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How much was found in a document, for the summary."""

    facts: dict[str, int] = field(default_factory=dict)
    """Kind -> number of facts."""
    discrepancies: dict[str, int] = field(default_factory=dict)
    repairs: dict[str, int] = field(default_factory=dict)
    ignored: dict[str, int] = field(default_factory=dict)
    """Reason -> number of stretches that were left out."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a build has to know of a document before it writes it."""

    id: str
    name: str
    """The file's name, or the record's."""
    where: str
    """Where the document stands, if it is a record."""
    sha256: str
    """Digest of the bytes that it was read from."""
    digest: bytes
    """Digest of its facts, packed."""
    mentioned: Mentioned
    counted: Counted


_encoder: Final = msgspec.msgpack.Encoder()
_decoder: Final = msgspec.msgpack.Decoder(Card)


def counted(facts: DocumentFacts) -> Counted:
    """Return how much was found in a document."""
    repairs: Counter[str] = Counter()
    for name, number in facts.repairs:
        repairs[name] += number
    return Counted(
        facts=dict(Counter(KINDS[type(fact)] for fact in facts.listed)),
        discrepancies=dict(Counter(fact.type for fact in facts.listed if isinstance(fact, Discrepancy))),
        repairs=dict(repairs),
        ignored=dict(Counter(left.reason for left in facts.ignored)),
    )


def card_of(facts: DocumentFacts, packed: bytes) -> Card:
    """Return the card of a document, of which the facts are given, and the same as bytes."""
    document = facts.document
    digest = hashlib.blake2b(packed, digest_size=_DIGEST).digest()
    return Card(document.id, document.name, document.where, document.sha256, digest, mentioned(facts), counted(facts))


def encoded(card: Card) -> bytes:
    """Return a card as bytes."""
    return _encoder.encode(card)


def decoded(data: bytes) -> Card:
    """Return the card that was encoded.

    Raises:
        msgspec.DecodeError: if the bytes are anything else.
    """
    return _decoder.decode(data)
