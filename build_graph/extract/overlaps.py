"""Whether a span touches any of many: looked up, not compared with each."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.parse.spans import Span


def touched(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return those of some spans that share a character with ``span``.

    Args:
        spans: sorted spans of which no two overlap.
        span: the span.
    """
    first = last = bisect_right(spans, span.start, key=lambda each: each.end)
    while last < len(spans) and spans[last].overlaps(span):
        last += 1
    return spans[first:last]
