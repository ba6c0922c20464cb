"""Stretches of a document: code points from a start to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Stretches = tuple[tuple[int, int], ...]

SAME_PLACE: Final = 0.3
"""Two passages are one place if they share so much of the shorter one."""


def stretches(passages: Iterable[Mapping[str, Any]] | None) -> Stretches:
    """Return the stretches of passages or quotes."""
    return tuple((p["start"], p["end"]) for p in passages or () if p["end"] > p["start"])


def meet(some: Stretches, others: Stretches) -> bool:
    """Return whether one of some stretches is in the same place as one of the others."""
    return any(
        min(end, other_end) - max(start, other_start) >= max(1, SAME_PLACE * min(end - start, other_end - other_start))
        for start, end in some
        for other_start, other_end in others
    )


def lie_in(some: Stretches, zones: Stretches) -> bool:
    """Return whether at least half of each stretch lies in one of the zones; False if there is none."""
    return bool(some) and all(
        any(2 * (min(end, to) - max(start, since)) >= end - start for since, to in zones) for start, end in some
    )
