"""How likely a sequence of characters is in Chinese prose: a character pair model.

Knows simplified characters only; see tools/make_language_table.py for where its counts come from.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.tables import packed_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_GROUP = re.compile(r"(\d+)(\D+)")
_PUNCTUATION = frozenset("，。、；：？！（）《》“”,;:?!()")
_PAIR_WEIGHT = 0.8
"""Share of the pair's frequency in a probability; the rest is the single character's."""
_UNSEEN = 0.05
"""Count of a character that no word has."""
_ACROSS = 0.01
"""A word goes across from a character to the next one if it has that one behind it in this share of its words."""
_LIFT = 10.0
"""... and the next one is so many times likelier there than elsewhere."""
_PUNCTUATION_COST = math.log(0.05)
_FOREIGN_COST = math.log(1e-6)
"""Of a character that is neither Han nor punctuation: rare in prose."""
_QUESTION = ("?", "？")
_BEHIND_QUESTION = dict.fromkeys("?？;；", _FOREIGN_COST)
"""Punctuation that hardly stands behind a question mark."""


class Language:
    """Counts of characters and of pairs of neighbours inside words.

    What the table says of one character is worked out when it is first asked for: a page needs few of its 12,000.
    """

    def __init__(self, characters: Mapping[str, float], followers: Mapping[str, str]) -> None:
        """Take the count of each character, and what follows it inside words as the table writes it."""
        self.characters = characters
        self.total = sum(characters.values())
        self._followers = followers
        self._pairs: dict[str, Mapping[str, float]] = {}
        self._behind: dict[str, Mapping[str, float]] = {}
        self._alone = _Alone(self, 1.0)
        self._unpaired = _Alone(self, 1 - _PAIR_WEIGHT)

    def share(self, character: str) -> float:
        """Return the share of a character in all characters."""
        return self.characters.get(character, _UNSEEN) / self.total

    def pairs(self, left: str) -> Mapping[str, float]:
        """Return how often characters follow ``left`` inside words."""
        if left not in self._pairs:
            groups = _GROUP.findall(self._followers.get(left, ""))
            self._pairs[left] = {right: 2.0 ** int(size) for size, group in groups for right in group if right != " "}
        return self._pairs[left]

    def goes_across(self, left: str, right: str) -> bool:
        """Tell whether two characters are more likely one word's than two words'."""
        if left not in self.characters or right not in self.characters:
            return False
        together = self.pairs(left).get(right, 0.0) / self.characters[left]
        return together >= _ACROSS and together >= _LIFT * self.share(right)

    def costs(self, left: str, rights: Iterable[str]) -> list[float]:
        """Return for each of some characters the logarithm of the probability that it follows ``left``.

        It is at most 0; higher is likelier.
        """
        behind = self._costs_behind(left)
        otherwise = self._unpaired if left in self.characters else self._alone
        return [behind.get(right) or otherwise[right] for right in rights]

    def _costs_behind(self, left: str) -> Mapping[str, float]:
        """Return the costs of what ``left`` makes likelier or less likely than it is by itself."""
        if left in _QUESTION:
            return _BEHIND_QUESTION
        if left not in self._behind:
            count = self.characters.get(left, 1.0)
            self._behind[left] = {
                right: math.log(_PAIR_WEIGHT * min(together / count, 1.0) + (1 - _PAIR_WEIGHT) * self.share(right))
                for right, together in self.pairs(left).items()
            }
        return self._behind[left]


class _Alone(dict[str, float]):
    """Costs of characters behind any that makes them no likelier, each worked out once."""

    def __init__(self, language: Language, weight: float) -> None:
        super().__init__()
        self._language, self._weight = language, weight

    def __missing__(self, character: str) -> float:
        if "\u4e00" <= character <= "\u9fff":
            cost = math.log(self._weight * self._language.share(character))
        else:
            cost = _PUNCTUATION_COST if character in _PUNCTUATION else _FOREIGN_COST
        self[character] = cost
        return cost


@cache
def language() -> Language:
    """Return the model, read from its table the first time."""
    rows = packed_rows("build_graph.repair", "language")
    return Language({row[0]: 2.0 ** int(row[1]) for row in rows}, {row[0]: row[2] for row in rows})
