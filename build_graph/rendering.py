"""The second look at documents: their quads and their texts, once all programs have their names.

They are written part by part, each by one call, which may be made in another process.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from build_graph.emit.graphs import Collected, document_quads
from build_graph.emit.texts import file_name, text_of
from build_graph.work.codec import unpacked
from build_graph.work.fingerprint import whole_fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from build_graph.emit.graphs import DocumentQuads
    from build_graph.extract.mentioned import Gap

_DIGEST: Final = 32
"""Bytes of the key of a part."""


class Named(NamedTuple):
    """What all documents decide about one."""

    programs: Mapping[str, str]
    """Names of programs in it -> their ids."""
    gaps: Mapping[str, tuple[Gap, ...]]
    """Ids of these programs -> what documents have lost about them."""


class Page(NamedTuple):
    """A document that was read, and what the others decide about it."""

    facts: bytes
    """Its facts, packed."""
    named: Named


class Rendered(NamedTuple):
    """What is written of a document."""

    document: str
    """Its id."""
    quads: DocumentQuads
    text: str | None
    """The JSON of its text."""


class PartOrder(NamedTuple):
    """A part that is to be written."""

    pages: Sequence[Page]
    base: str
    """IRI under which the data live."""
    quads: Path
    """The file to write."""
    texts: Path | None
    """The folder for the texts, if they are wanted."""


class PartWritten(NamedTuple):
    """What was written of a part."""

    quads: int
    """How many it has."""
    collected: Collected
    """What the graphs that documents share need of it."""


def rendered(page: Page, base: str, *, text: bool) -> Rendered:
    """Return what is written of a document; ``base`` is the IRI under which the data live."""
    facts = unpacked(page.facts)
    quads = document_quads(facts, page.named.programs, page.named.gaps, base)
    return Rendered(facts.document.id, quads, text_of(facts, base) if text else None)


def write_part(order: PartOrder) -> PartWritten:
    """Write a part; raises OSError if a file cannot be written."""
    collected, count = Collected(), 0
    with order.quads.open("x", encoding="utf-8", newline="\n") as file:
        for page in order.pages:
            one = rendered(page, order.base, text=order.texts is not None)
            file.writelines(one.quads.lines)
            count += len(one.quads.lines)
            collected.add(one.document, one.quads)
            if order.texts and one.text is not None:
                (order.texts / file_name(one.document)).write_text(one.text, "utf-8", newline="\n")
    return PartWritten(count, collected)


def key_of(pages: Sequence[tuple[str, bytes, Named]], base: str, *, texts: bool) -> str:
    """Return the digest of all that a part is made of.

    Args:
        pages: id of each document, the digest of its facts, and what the others decide about it.
        base: IRI under which the data live.
        texts: whether its texts are written.
    """
    made_of = msgspec.msgpack.encode([whole_fingerprint(), base, texts, pages])
    return hashlib.blake2b(made_of, digest_size=_DIGEST).hexdigest()
