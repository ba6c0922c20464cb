"""The likeliest way through places that can hold one of several characters."""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.repair.language import Language

Places = tuple[tuple[str, ...], ...]
"""For each place the characters that can stand there."""


def best_path(places: Places, language: Language) -> tuple[float, tuple[str, ...]]:
    """Return the likeliest sequence, one character of each place, and the logarithm of its probability."""
    lefts: tuple[str, ...] = ("",)
    scores = [0.0]
    pasts: list[tuple[str, ...]] = [()]
    for candidates in places:
        costs = (language.costs(left, candidates) for left in lefts)
        best = [max(zip(map(add, scores, column), pasts, strict=True)) for column in zip(*costs, strict=True)]
        lefts = candidates
        scores = [score for score, _ in best]
        pasts = [(*past, character) for character, (_, past) in zip(candidates, best, strict=True)]
    return max(zip(scores, pasts, strict=True))


def margin(places: Places, chosen: Sequence[str], at: int, language: Language) -> float:
    """Return how much likelier the ``chosen`` sequence is than the best one with another character at ``at``.

    In logarithms; infinite if the place can hold no other.
    """
    others = tuple(character for character in places[at] if character != chosen[at])
    if not others:
        return float("inf")
    best, _ = best_path(tuple((character,) for character in chosen), language)
    second, _ = best_path((*places[:at], others, *places[at + 1 :]), language)
    return best - second
