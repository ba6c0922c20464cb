"""Whether a span touches any of many: looked up, not compared with each."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

from build_graph.parse.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

S = TypeVar("S", bound="tuple[int, int]")


def touched(spans: Sequence[S], span: Span) -> Sequence[S]:
    """Return those of some spans that share a character with ``span``.

    Args:
        spans: sorted spans of which no two overlap.
        span: the span.
    """
    first = last = bisect_right(spans, span.start, key=lambda each: each[1])
    while last < len(spans) and spans[last][0] < span.end:
        last += 1
    return spans[first:last]


def union(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that some spans cover, sorted, no two of which overlap.

    >>> union([Span(7, 9), Span(0, 3), Span(2, 5)])
    [Span(start=0, end=5), Span(start=7, end=9)]
    """
    covered: list[Span] = []
    for span in sorted(spans):
        if covered and span.start < covered[-1].end:
            covered[-1] = Span(covered[-1].start, max(covered[-1].end, span.end))
        else:
            covered.append(span)
    return covered
