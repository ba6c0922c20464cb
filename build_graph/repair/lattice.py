"""The likeliest way through places that can hold one of several characters."""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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


def margins(places: Places, chosen: Sequence[str], language: Language) -> list[float]:
    """Return for each place how much likelier the likeliest sequence is than the best with another character there.

    In logarithms; infinite if the place can hold no other. Each pair of neighbours is weighed twice, however many
    places there are.

    Args:
        places: the characters that can stand at each place.
        chosen: the likeliest sequence.
        language: what tells how likely a pair is.
    """
    until = list(_until(places, language))
    after = reversed(list(_after(places, language)))
    best = max(until[-1].values())
    return [
        best - max((before[other] + behind[other] for other in before if other != character), default=float("-inf"))
        for character, before, behind in zip(chosen, until, after, strict=True)
    ]


def _until(places: Places, language: Language) -> Iterator[Mapping[str, float]]:
    """Yield for each place how likely the best way to each of its characters is."""
    scores = {"": 0.0}
    for candidates in places:
        columns = zip(*(language.costs(left, candidates) for left in scores), strict=True)
        scores = {
            character: max(map(add, scores.values(), column))
            for character, column in zip(candidates, columns, strict=True)
        }
        yield scores


def _after(places: Places, language: Language) -> Iterator[Mapping[str, float]]:
    """Yield for each place, the last one first, how likely the best way from each of its characters to the end is."""
    scores: dict[str, float] = {}
    for candidates in reversed(places):
        scores = {
            character: max(map(add, scores.values(), language.costs(character, scores)), default=0.0)
            for character in candidates
        }
        yield scores
