"""All entries of a build, by the document that they are about."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_graph.correct.entry import Entry


class Named(Protocol):
    """A document, as entries name it."""

    @property
    def id(self) -> str:
        """Its identifier."""

    @property
    def name(self) -> str:
        """The name of its file."""


class Book:
    """Entries of corrections; it knows which documents it was asked about."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_document: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            self._by_document[entry.document].append((number, entry))
        self._asked: set[str] = set()

    def about(self, document: Named) -> list[Entry]:
        """Return the entries about a document, which name it by its id or by its file, in their order."""
        names = {document.id, document.name}
        self._asked |= names
        found = [each for name in names for each in self._by_document.get(name, ())]
        return [entry for _, entry in sorted(found, key=lambda each: each[0])]

    def elsewhere(self) -> list[Entry]:
        """Return the entries about documents that nobody asked about."""
        return [entry for name, found in self._by_document.items() if name not in self._asked for _, entry in found]
