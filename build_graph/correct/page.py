"""The document that an entry speaks of: where words stand in it, and what they read as once repaired."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from build_graph.extract.units.names import Names
from build_graph.model import Passage
from build_graph.parse.reading import Reading
from build_graph.repair import repair

if TYPE_CHECKING:
    from build_graph.correct.entry import Quote
    from build_graph.model import Document
    from build_graph.places import Gazetteer


@dataclass(frozen=True)
class Page:
    """A document; it is repaired only if somebody asks for its clean words. Positions are raw code points."""

    document: Document
    gazetteer: Gazetteer

    @cached_property
    def reading(self) -> Reading:
        """The document as read."""
        return Reading(self.document, repair(self.document.text, self.document.content), self.gazetteer)

    @cached_property
    def names(self) -> Names:
        """What names of places stand for in the document."""
        return Names(self.reading)

    def positions(self, words: str) -> list[int]:
        """Return where words begin in the document."""
        found = []
        at = self.document.text.find(words)
        while at >= 0:
            found.append(at)
            at = self.document.text.find(words, at + 1)
        return found

    def start(self, quote: Quote) -> int | None:
        """Return where the quoted words are said to begin: as their hint or their occurrence says."""
        positions = self.positions(quote.exact)
        if quote.occurrence is not None:
            return positions[quote.occurrence - 1] if quote.occurrence <= len(positions) else None
        return quote.start

    def clean(self, passage: Passage) -> str:
        """Return a passage repaired and in simplified characters; empty if the repair leaves all of it out."""
        first, end = self._clean_span(passage)
        return self.reading.text[first:end].strip()

    def passage(self, start: int, words: str) -> Passage:
        """Return the passage of words that begin at a position."""
        bare = Passage(start, start + len(words), words)
        first, end = self._clean_span(bare)
        guessed = any(low < end and first < high for low, high in self.reading.repaired.guessed)
        return Passage(bare.start, bare.end, words, guessed)

    def _clean_span(self, passage: Passage) -> tuple[int, int]:
        repaired = self.reading.repaired
        first = bisect_right(repaired.ends, passage.start)
        return first, max(first, bisect_left(repaired.starts, passage.end))
