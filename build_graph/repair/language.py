"""How likely a sequence of characters is in Chinese prose: a character pair model.

Knows simplified characters only; see tools/make_language_table.py for where its counts come from.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from build_graph.tables import packed_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

_GROUP = re.compile(r"(\d+)(\D+)")
_PUNCTUATION = frozenset("，。、；：？！（）《》“”,;:?!()")
_PAIR_WEIGHT = 0.8
"""Share of the pair's frequency in a probability; the rest is the single character's."""
_UNSEEN = 0.05
"""Count of a character that no word has."""
_PUNCTUATION_COST = math.log(0.05)
_FOREIGN_COST = math.log(1e-6)
"""Of a character that is neither Han nor punctuation: rare in prose."""


@dataclass(frozen=True, slots=True)
class Language:
    """Counts of characters and of pairs of neighbours inside words."""

    characters: Mapping[str, float]
    pairs: Mapping[str, Mapping[str, float]]
    total: float

    def cost(self, left: str, right: str) -> float:
        """Return the logarithm of the probability that ``right`` follows ``left``: at most 0, higher is likelier."""
        if not "\u4e00" <= right <= "\u9fff":
            usual = right in _PUNCTUATION and not (left in "?？" and right in "?？;；" and left)
            return _PUNCTUATION_COST if usual else _FOREIGN_COST
        alone = self.characters.get(right, _UNSEEN) / self.total
        if left not in self.characters:
            return math.log(alone)
        together = self.pairs[left].get(right, 0.0) / self.characters[left]
        return math.log(_PAIR_WEIGHT * min(together, 1.0) + (1 - _PAIR_WEIGHT) * alone)


@cache
def language() -> Language:
    """Return the model, read from its table the first time."""
    characters: dict[str, float] = {}
    pairs: dict[str, dict[str, float]] = {}
    for character, count, followers in packed_rows("build_graph.repair", "language"):
        characters[character] = 2.0 ** int(count)
        pairs[character] = {
            right: 2.0 ** int(size) for size, group in _GROUP.findall(followers) for right in group if right != " "
        }
    return Language(characters, pairs, sum(characters.values()))
