"""Half-open spans of clean text."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Span(NamedTuple):
    """Clean code points ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Coverage:
    """Many spans, of which it can be asked whether another one overlaps any, without looking at each."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))
        """How far the spans up to each one reach."""

    def meets(self, span: tuple[int, int]) -> bool:
        """Tell whether a span overlaps one of them.

        >>> Coverage([(0, 9), (2, 3)]).meets((5, 6)), Coverage([(0, 5)]).meets((5, 6))
        (True, False)
        """
        before = bisect_left(self._starts, span[1])
        return before > 0 and self._reach[before - 1] > span[0]


def trimmed(text: str, span: Span, characters: str = " \t\n\r") -> Span:
    """Return the span without the given characters at its ends; it may come out empty."""
    start, end = span
    if start < end and text[start] not in characters and text[end - 1] not in characters:
        return span  # most have none
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return Span(start, end)
