"""Short forms that a text gives the names of its programs: X“链式”数字化转型试点（以下简称“链式转型试点”）."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.extract.programs.mentions import Mention

_GIVEN = re.compile(r"（(?:以下|下文|下同|以下均|以下统)?，?[简统合]?称(?:为|作)?：?“(?P<short>[^“”（）\n]{2,20})”）")
_LONGEST_BETWEEN = 8  # code points between a name and the bracket: 试点建设工作


def joined_by_short_forms(text: str, groups: list[list[Mention]]) -> list[list[Mention]]:
    """Return groups of mentions with those joined into one that a bracket gives as a name and its short form."""
    parts = list(range(len(groups)))  # of which group each is a part
    for full, short in _given(text, groups):
        parts[_whole(parts, short)] = _whole(parts, full)
    joined: list[list[Mention]] = [[] for _ in groups]
    for number, group in enumerate(groups):
        joined[_whole(parts, number)] += group
    return [sorted(group, key=lambda mention: mention.span) for group in joined if group]


def _given(text: str, groups: Sequence[Sequence[Mention]]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the groups of a name and of the short form that the bracket behind it gives."""
    ends = sorted((mention.span.end, number) for number, group in enumerate(groups) for mention in group)
    named = {mention.name: number for number, group in reversed([*enumerate(groups)]) for mention in group}
    for given in _GIVEN.finditer(text):
        before = bisect_right(ends, (given.start(), len(groups)))
        end, full = ends[before - 1] if before else (-len(text), 0)
        short = named.get(given["short"])
        if short is not None and given.start() - end <= _LONGEST_BETWEEN:
            yield full, short


def _whole(parts: Sequence[int], number: int) -> int:
    """Return the number of the group that a group is part of in the end."""
    while parts[number] != number:
        number = parts[number]
    return number
