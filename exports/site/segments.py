"""A text cut wherever a stretch of it begins or ends, so that each piece lies in the same stretches from end to end."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a text, for some reason; each reason is a class of its own."""

    start: int
    """First code point."""
    end: int
    """Code point after the last."""


S = TypeVar("S", bound=Stretch)


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of a text within which no stretch begins or ends."""

    start: int
    end: int
    inside: Mapping[type[Stretch], Stretch]
    """The stretches in which it lies, one of each class: the one that begins last, the shortest of those."""

    def within(self, kind: type[S]) -> S | None:
        """Return the innermost stretch of a class in which the segment lies."""
        return cast("S | None", self.inside.get(kind))


def segments(length: int, stretches: Iterable[Stretch]) -> Iterator[Segment]:
    """Yield the segments of a text of so many code points, in order; they meet, and together they are the text.

    Stretches may overlap in any way; what lies beyond the text is no part of them. Takes time in proportion to
    their number (and its logarithm), however deep they lie in each other.
    """
    coming = sorted(stretches, key=lambda each: each.start, reverse=True)
    cuts = {0, length} | {min(max(cut, 0), length) for each in coming for cut in (each.start, each.end)}
    opened: dict[type[Stretch], list[tuple[int, int, int, Stretch]]] = {}
    for start, end in pairwise(sorted(cuts)):
        while coming and coming[-1].start <= start:
            each = coming.pop()
            heappush(opened.setdefault(type(each), []), (-each.start, each.end, len(coming), each))
        yield Segment(start, end, {kind: heap[0][-1] for kind, heap in opened.items() if _is_open(heap, start)})


def _is_open(heap: list[tuple[int, int, int, Stretch]], at: int) -> bool:
    """Drop the stretches on top that have ended; tell whether one is left."""
    while heap and heap[0][1] <= at:
        heappop(heap)
    return bool(heap)
