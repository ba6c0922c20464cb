"""How near two texts are, and which texts of many are near to one.

Texts are compared by ``difflib``: the share of characters that both have in the same order. Comparing each with
each would take the square of their number, so only those are compared that share the rarest pairs of characters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_RAREST: Final = 16
"""Pairs of characters of a text that are looked up, the rarest first."""
_HOLDERS: Final = 100
"""Texts that may hold a pair. One that more hold tells little, and is looked up only where there is no rarer one."""
_CANDIDATES: Final = 8
"""Texts that are compared character by character."""


class Texts:
    """Texts in which near ones are looked up."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(texts):
            for pair in _pairs(text):
                self._holders[pair].append(number)

    def near(self, text: str, at_least: float) -> list[tuple[int, float]]:
        """Return the numbers of the texts that are near to one, with their likeness.

        >>> Texts(["到2025年建成", "加强领导"]).near("到2023年建成", 0.75)
        [(0, 0.875)]
        """
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(text)
        found: list[tuple[int, float]] = []
        for number in self._candidates(text):
            matcher.set_seq1(self._texts[number])
            if matcher.real_quick_ratio() >= at_least and matcher.quick_ratio() >= at_least:
                likeness = matcher.ratio()
                if likeness >= at_least:
                    found.append((number, likeness))
        return found

    def _candidates(self, text: str) -> list[int]:
        held = [pair for pair in _pairs(text) if pair in self._holders]
        rarest = nsmallest(_RAREST, held, key=lambda pair: (len(self._holders[pair]), pair))
        telling = [pair for pair in rarest if len(self._holders[pair]) <= _HOLDERS] or rarest[:1]
        shared = Counter(number for pair in telling for number in self._holders[pair][:_HOLDERS])
        return nsmallest(_CANDIDATES, shared, key=lambda number: (-shared[number], number))


def _pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring characters; a text of one character is a pair with nothing."""
    return {one + other for one, other in pairwise(text)} or {text}
