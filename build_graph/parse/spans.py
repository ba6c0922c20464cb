"""Half-open spans of clean text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Clean code points ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


def trimmed(text: str, span: Span, characters: str = " \t\n\r") -> Span:
    """Return the span without the given characters at its ends; it may come out empty."""
    start, end = span
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return Span(start, end)
