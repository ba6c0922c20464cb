"""Text that remembers where its characters come from.

A step never edits a string: it edits a ``Tracked`` value, and the way back to the raw text follows by
construction. Marks and cuts are held as raw spans, so later edits need not move them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import compress
from operator import ne
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from build_graph.model import Content, Ignored, Repaired

if TYPE_CHECKING:
    from collections.abc import Iterable

MarkKind = Literal["guessed", "damaged", "lost_digits"]
Span = tuple[int, int]

_OFFSET = "q"
"""Array type of an offset: signed, 64 bits."""
_LARGE: Final = 2**20
"""For texts of so many characters no numbers are kept to copy from."""
_BLOCK: Final = 32
"""So many characters are compared at a time to find those that differ."""


class Edit(NamedTuple):
    """Replace ``start:end`` of a text by ``text`` (by nothing, if it is empty).

    ``bounds`` gives for each new character the span it stands for, inside ``start:end``. Without it, new
    characters stand for the old ones one by one if there are as many of them, else each for the whole span.
    """

    start: int
    end: int
    text: str = ""
    bounds: tuple[Span, ...] | None = None

    def spans(self) -> Iterable[Span]:
        """Return the span that each new character stands for."""
        if self.bounds is not None:
            return self.bounds
        if len(self.text) == self.end - self.start:
            return ((at, at + 1) for at in range(self.start, self.end))
        return ((self.start, self.end),) * len(self.text)


class Tracked(NamedTuple):
    """A text in the course of repair. ``starts`` and ``ends`` are as in ``Repaired``; never change them in place."""

    text: str
    starts: array[int]
    ends: array[int]
    marks: tuple[tuple[MarkKind, Span], ...] = ()
    """Marked raw spans."""
    ignored: tuple[Ignored, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()
    noted: tuple[tuple[str, Span], ...] = ()
    """Kinds of repairs, each with a raw span where it was made."""
    uncut: Tracked | None = None
    """The text before anything was cut."""

    @classmethod
    def raw(cls, text: str) -> Tracked:
        """Return the raw text, in which each character stands for itself."""
        size = len(text)
        numbers = _numbers(size.bit_length()) if size < _LARGE else array(_OFFSET, range(size + 1))
        return cls(text, numbers[:size], numbers[1 : size + 1])

    @classmethod
    def taken(cls, content: Content) -> Tracked:
        """Return the text that was taken out of markup, in which each character stands for what spells it."""
        return cls(content.text, array(_OFFSET, content.starts), array(_OFFSET, content.ends), ignored=content.ignored)

    def repair(self, kind: str, edits: Iterable[Edit]) -> Tracked:
        """Return the text with all ``edits`` made, as :meth:`edit` does; note that they were repairs of a kind."""
        edits = list(edits)
        if not edits:
            return self  # most steps find nothing to do in most texts
        return self._noted(kind, [(edit.start, edit.end) for edit in edits], len(edits)).edit(edits)

    def edit(self, edits: Iterable[Edit]) -> Tracked:
        """Return the text with all ``edits`` made. They must be in order and must not overlap."""
        pieces: list[str] = []
        starts, ends = array(_OFFSET), array(_OFFSET)
        at = 0
        for edit in edits:
            pieces += (self.text[at : edit.start], edit.text)
            starts += self.starts[at : edit.start]
            ends += self.ends[at : edit.start]
            for start, end in edit.spans() if edit.text else ():
                starts.append(self.starts[start])
                ends.append(self.ends[end - 1])
            at = edit.end
        pieces.append(self.text[at:])
        return self._replace(text="".join(pieces), starts=starts + self.starts[at:], ends=ends + self.ends[at:])

    def with_characters(self, kind: str, text: str) -> Tracked:
        """Return this text with each character exchanged for the one at the same place in ``text``.

        The characters that differ were repairs of a kind.
        """
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} characters for {len(self.text)}")
        if text == self.text:
            return self
        changed = _differing(self.text, text)
        return self._noted(kind, _runs(changed), len(changed))._replace(text=text)

    def _noted(self, kind: str, spans: Iterable[Span], times: int) -> Tracked:
        starts, ends = self.starts, self.ends
        noted = (*self.noted, *[(kind, (starts[start], ends[end - 1])) for start, end in spans])
        return self._replace(noted=noted, repairs=(*self.repairs, (kind, times)))

    def counted(self, repair: str, times: int) -> Tracked:
        """Note that a kind of repair was made so many times."""
        return self._replace(repairs=(*self.repairs, (repair, times))) if times else self

    def raw_span(self, span: Span) -> Span:
        """Return the raw span of a span of this text, which must not be empty."""
        return self.starts[span[0]], self.ends[span[1] - 1]

    def marked(self, kind: MarkKind, spans: Iterable[Span]) -> Tracked:
        """Mark spans of this text."""
        marks = [(kind, self.raw_span(span)) for span in spans]
        return self._replace(marks=(*self.marks, *marks)) if marks else self

    def cut(self, cuts: Iterable[tuple[Span, str]]) -> Tracked:
        """Leave out spans of this text, each for a reason. They must be in order and must not overlap."""
        cuts = list(cuts)
        ignored = (Ignored(*self.raw_span(span), reason) for span, reason in cuts)
        shorter = self.edit(Edit(start, end) for (start, end), _ in cuts)
        return shorter._replace(ignored=(*self.ignored, *ignored), uncut=self.uncut or self)

    def repaired(self) -> Repaired:
        """Return the finished text."""
        uncut = self.uncut or self
        return Repaired(
            self.text,
            self.starts,
            self.ends,
            guessed=self._spans_of("guessed"),
            damaged=self._spans_of("damaged"),
            lost_digits=self._spans_of("lost_digits"),
            ignored=self.ignored,
            repairs=self.repairs,
            noted=self.noted,
            uncut=Content(uncut.text, uncut.starts, uncut.ends),
        )

    def _spans_of(self, kind: MarkKind) -> tuple[Span, ...]:
        """Return where the marked raw spans lie in this text; those that were cut are gone."""
        found = (self._here(span) for marked, span in self.marks if marked == kind)
        return tuple(sorted({(start, end) for start, end in found if start < end}))

    def _here(self, raw: Span) -> Span:
        return bisect_left(self.starts, raw[0]), bisect_right(self.ends, raw[1])


@cache
def _numbers(bits: int) -> array[int]:
    """Return the numbers up to a power of two, of which the offsets of raw texts are copied: counting is slow."""
    return array(_OFFSET, range(2**bits + 1))


def _differing(old: str, new: str) -> list[int]:
    """Return the places at which two texts of one length differ; what is equal is passed over in blocks."""
    places: list[int] = []
    for start in range(0, len(old), _BLOCK):
        before, after = old[start : start + _BLOCK], new[start : start + _BLOCK]
        if before != after:
            places += compress(range(start, start + _BLOCK), map(ne, before, after))
    return places


def _runs(places: Iterable[int]) -> list[Span]:
    """Return the spans of places that follow one another."""
    runs: list[Span] = []
    begun = reach = -1
    for place in places:
        if place != reach:
            if begun >= 0:
                runs.append((begun, reach))
            begun = place
        reach = place + 1
    if begun >= 0:
        runs.append((begun, reach))
    return runs
