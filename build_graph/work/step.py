"""The step that sees one document: a pure function of the document, and of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract import extract
from build_graph.extract.discretion import discreet
from build_graph.extract.masking import without_personal
from build_graph.model import Document, DocumentFacts
from build_graph.parse.reading import Reading
from build_graph.places import Gazetteer
from build_graph.read import Manifests, ReadError, Skipped, read_file
from build_graph.repair import repair
from build_graph.work.card import card_of, encoded
from build_graph.work.codec import packed
from build_graph.work.ready import make_ready

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Packet(NamedTuple):
    """A document that was read, as bytes."""

    card: bytes
    facts: bytes


Unpacked = DocumentFacts | ReadError | Skipped
Packed = Packet | Unpacked
"""Facts may be left as they are where no other process asks for them."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is one document, still to be read."""

    path: Path
    encoding: str | None = None
    entry: Mapping[str, str] | None = None
    """What the manifest of its folder says of it."""

    def read(self) -> Iterator[Document | ReadError | Skipped]:
        """Yield the document, or what is to be told of the file."""
        entries = {self.path.name: self.entry} if self.entry else {}
        return read_file(self.path, self.encoding, Manifests({self.path.parent: entries}))


def facts_of(document: Document, gazetteer: Gazetteer | None = None) -> DocumentFacts:
    """Return the facts of one document: a pure function of the document and the gazetteer."""
    repaired = repair(document.text, document.content)
    return extract(Reading(discreet(document), repaired, gazetteer or Gazetteer.shipped()))


def found_in(source: File | Document) -> Iterator[Unpacked]:
    """Yield the facts of the document of a file, or of one that was read; what cannot be read is told in its place.

    Nothing of what they hold tells how to reach a person: it is masked in the text of the document.
    """
    make_ready()
    for each in source.read() if isinstance(source, File) else [source]:
        yield without_personal(facts_of(each)) if isinstance(each, Document) else each


def read_in(source: File | Document) -> list[Packed]:
    """Return the same in a list."""
    return list(found_in(source))


def packed_in(source: File | Document) -> list[Packed]:
    """Return the same as bytes, as worker processes hand it over."""
    return [_packet(each) if isinstance(each, DocumentFacts) else each for each in found_in(source)]


def _packet(facts: DocumentFacts) -> Packet:
    data = packed(facts)
    return Packet(encoded(card_of(facts, data)), data)
