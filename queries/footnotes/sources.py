"""The documents behind footnotes: each once, with its notes and a key to cite it by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.footnotes.notes import Footnotes, Passage

_NOT_IN_KEY = re.compile(r"[^0-9A-Za-z_:-]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document, and the notes that quote it."""

    key: str
    notes: tuple[tuple[int, Passage], ...]
    """Number and passage of each note."""

    @property
    def about(self) -> Passage:
        """A passage of it: title, publisher and date are the same in all."""
        return self.notes[0][1]

    @property
    def quoted(self) -> str:
        """The words that the notes quote, with their numbers and characters."""
        return "; ".join(
            f"[{number}] “{' '.join(passage.quote.split())}” (characters {passage.start}–{passage.end})"
            for number, passage in self.notes
        )

    @property
    def version(self) -> str:
        """Which file was read: its identifier, and the checksum of its bytes."""
        checksum = f", SHA-256 {self.about.sha256}" if self.about.sha256 else ""
        return f"{self.about.document}{checksum}"


def cited(notes: Footnotes) -> Iterator[Cited]:
    """Yield the documents of the notes, sorted by identifier."""
    numbered = sorted(enumerate(notes.passages, start=1), key=lambda note: (note[1].document, note[0]))
    taken: set[str] = set()
    for document, group in groupby(numbered, key=lambda note: note[1].document):
        key = _key(document, taken)
        taken.add(key)
        yield Cited(key, tuple(group))


def _key(document: str, taken: set[str]) -> str:
    """Return a key of letters that every citation processor takes, unlike those that are taken."""
    key = _NOT_IN_KEY.sub("-", document.rsplit("/", 1)[-1]).strip("-") or "document"
    number = 2
    unlike = key
    while unlike in taken:
        unlike = f"{key}-{number}"
        number += 1
    return unlike
