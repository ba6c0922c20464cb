"""Which part of a reading stands for which part of what stood, where a passage begins or ends within a repair."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_HAN: Final = re.compile("[㐀-䶿一-鿿豈-﫿𠀀-𳎯]")


def shares(stood: str, read: str) -> list[int]:
    """Return for each place in what stood, from 0 to its length, how many characters of the reading lie before it.

    Where both hold equally many Chinese characters, each was read for the one in its place. What lies between two of
    them is shared out from the right: a syllable that somebody put in stands directly behind its character.
    Elsewhere (bytes that were read anew) the reading is shared out by length.

    Raises ZeroDivisionError for nothing that is read as something: it has no parts.

    >>> shares("縣(xian),", "县，")
    [0, 1, 1, 1, 1, 1, 1, 1, 2]
    """
    gaps, read_gaps = _HAN.split(stood), _HAN.split(read)
    if len(gaps) != len(read_gaps):
        return [round(len(read) * at / len(stood)) for at in range(len(stood) + 1)]
    found: list[int] = []
    end = 0
    for gap, read_gap in zip(gaps, read_gaps, strict=True):
        found += [end, *(end + many for many in _gap(gap, read_gap))]
        end += len(read_gap)
        found[-1] = end
        end += 1
    return [0, *found[1:]]


def _gap(stood: str, read: str) -> list[int]:
    """Return how many characters of a gap's reading lie before the end of each of its characters."""
    left = len(read)
    found: list[int] = []
    for character in reversed(stood):
        found.append(left)
        if left and _plain(read[left - 1]) == _plain(character):
            left -= 1
    return found[::-1]


def _plain(character: str) -> str:
    return unicodedata.normalize("NFKC", character)
