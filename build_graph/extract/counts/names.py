"""What a document counts under several names (3种形式, 3种担保形式) is called by the one that says most."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from build_graph.extract.programs.naming import is_subsequence
from build_graph.tables import either, words

if TYPE_CHECKING:
    from build_graph.model import DeclaredCount

_MOST_NAMES = 50  # of one number in one text; more are names of different things
_HEAD_OF = re.compile(r"(?<=省)份$|(?<=城)市$|（[^）]*）$")


def said_once(found: list[DeclaredCount]) -> list[DeclaredCount]:
    """Call by its longest name what a document counts under several (3种形式, 3种担保形式)."""
    names: defaultdict[tuple[str | None, str], set[str]] = defaultdict(set)
    for count in found:
        names[count.program, str(count.value)].add(count.of)
    named = [replace(count, of=_longest(count, names[count.program, str(count.value)])) for count in found]
    exact = {(count.program, count.of, str(count.value)) for count in named if count.comparator == "="}
    return [one for one in named if one.comparator != "<=" or (one.program, one.of, str(one.value)) not in exact]


def _longest(count: DeclaredCount, same: set[str]) -> str:
    """The longest of the names that one number has and that end in the same noun."""
    if count.value is None or len(same) > _MOST_NAMES:
        return count.of
    others = [of for of in same if of != count.of]
    if others and (count.of.endswith("名单") or count.of in words(__package__, "count_words", "general")):
        return max(others)  # 名单（12个） or 共12个 repeats 12个县
    places = {of for of in same if _is_place(of)}
    if places and (count.of in words(__package__, "count_words", "trial") or count.of.endswith("试点")):
        return max(places, key=lambda of: (len(of), of))  # 45个试点 repeats 45个市、县、镇
    other = [of for of in places if count.of in places and _same_places(count.of, of)]
    if len(other) > 1:
        return max(other, key=lambda of: (len(_letters(of)), len(of), of))  # 市镇 repeats 城市（镇）
    head = _HEAD_OF.sub("", count.of)
    longer = [of for of in same if of.endswith(count.of) or (head and _HEAD_OF.sub("", of).endswith(head))]
    return max(longer, key=lambda of: (len(of), of), default=count.of)


@cache
def _places() -> re.Pattern[str]:
    return re.compile(
        rf"{either(__package__, 'count_words', 'place_before')}*"
        rf"(?:{either(__package__, 'count_words', 'place')}|{either(__package__, 'count_words', 'joined')}|[、（）])+"
    )


@lru_cache(maxsize=1024)
def _is_place(of: str) -> bool:
    return _places().fullmatch(of) is not None


def _letters(of: str) -> str:
    return re.sub(r"[、（）]", "", of)


def _same_places(one: str, other: str) -> bool:
    """Tell whether two words for places may count the same ones: 市镇 and 城市（镇）."""
    shorter, longer = sorted((_letters(one), _letters(other)), key=len)
    return is_subsequence(shorter, longer)
