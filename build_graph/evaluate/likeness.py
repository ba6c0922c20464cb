"""How alike two texts are: the same statement in other words, or another statement."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

SAME: Final = 0.6
"""Dice coefficient of the bigrams of two texts that say the same."""
SAME_WITH_OTHER_FIGURES: Final = 0.8
"""The coefficient that is needed where both hold figures and share none: 85% is not 75%."""
HELD: Final = 0.7
"""Or so large a share of the shorter text's bigrams stands in the longer one …"""
LEAST_LENGTH: Final = 0.4
"""… which must not be longer than the shorter one divided by this,"""
LEAST_LENGTH_IF_SHORT: Final = 0.6
"""or by this if the shorter one has less than SHORT characters."""
SHORT: Final = 6
_HELD_WEIGHT: Final = 0.6

_FIGURES: Final = re.compile(r"\d+")


@lru_cache(maxsize=8192)
def letters(text: str | None) -> str:
    """Return what counts of a text: letters, figures and the percent sign, in NFKC and lower case.

    >>> letters("到２０２５年，达到 80％。")
    '到2025年达到80%'
    """
    folded = unicodedata.normalize("NFKC", text or "").lower()
    return "".join(c for c in folded if c == "%" or unicodedata.category(c)[0] in "LN")


@lru_cache(maxsize=8192)
def _bigrams(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) if len(text) > 1 else Counter(text)


def dice_and_held(one: str, other: str) -> tuple[float, float]:
    """Return the Dice coefficient of two texts' bigrams, and the share of the smaller set that the other holds."""
    left, right = _bigrams(one), _bigrams(other)
    if not left or not right:
        return 0.0, 0.0
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()), shared / min(left.total(), right.total())


def likeness(one: str | None, other: str | None, least_length: float = LEAST_LENGTH) -> float:
    """Return how alike two texts are, in (0, 1], or 0 if they say different things."""
    left, right = letters(one), letters(other)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    dice, held = dice_and_held(left, right)
    if _different_figures(left, right):
        return dice if dice >= SAME_WITH_OTHER_FIGURES else 0.0
    if dice >= SAME:
        return dice
    shorter, longer = sorted((len(left), len(right)))
    least = max(least_length, LEAST_LENGTH_IF_SHORT) if shorter < SHORT else least_length
    return max(dice, _HELD_WEIGHT * held) if held >= HELD and shorter / longer >= least else 0.0


def _different_figures(one: str, other: str) -> bool:
    left, right = set(_FIGURES.findall(one)), set(_FIGURES.findall(other))
    return bool(left and right and not left & right)


def best_likeness(
    some: Iterable[str | None], others: Iterable[str | None], least_length: float = LEAST_LENGTH
) -> float:
    """Return the greatest likeness of one of some texts to one of the others."""
    right = list(others)
    return max((likeness(one, other, least_length) for one in some for other in right), default=0.0)
