"""Noise of characters: traditional ones, right or wrong, and some left over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from opencc_pyo3 import OpenCC

from tests.robustness.noise.edits import Edit

_SEVERAL = "制面系里范复发干台松云于余谷表志准布周采占只注并征升舍家后向万卷当尽杰"
_WRONG = "製麵係裡範複髮幹檯鬆雲於餘穀錶誌準佈週採佔隻註併徵昇捨傢後嚮萬捲噹儘傑"
_WRONG_VARIANTS = dict(zip(_SEVERAL, _WRONG, strict=True))
"""A traditional form for each simplified character that has several: often the wrong one (體製, 麵向, 關係係統)."""


@cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")


def traditional(text: str, _: Random) -> Iterator[Edit]:
    """All characters traditional, as a converter of phrases makes them."""
    converted = "\n".join(_to_traditional().convert(line) for line in text.split("\n"))
    return (Edit(at, at + 1, new) for at, (old, new) in enumerate(zip(text, converted, strict=True)) if old != new)


def over_converted(text: str, random: Random) -> Iterator[Edit]:
    """All characters traditional, made one by one: characters with several forms often get the wrong one."""
    right = {edit.start: edit for edit in traditional(text, random)}
    for at, character in enumerate(text):
        wrong = _WRONG_VARIANTS.get(character)
        if wrong and random.random() < 0.6:
            yield Edit(at, at + 1, wrong)
        elif at in right:
            yield right[at]


def sprinkled(text: str, random: Random) -> Iterator[Edit]:
    """Simplified text with a traditional form here and there, left over from a conversion there and back."""
    for edit in over_converted(text, random):
        if random.random() < 0.05:
            yield edit
