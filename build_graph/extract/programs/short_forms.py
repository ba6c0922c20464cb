"""Short forms that a text gives the names of its programs: X“链式”数字化转型试点（以下简称“链式转型试点”）."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.extract.programs.mentions import Mention

_GIVEN = re.compile(r"（(?:以下|下文|下同|以下均|以下统)?，?[简统合]?称(?:为|作)?：?“(?P<short>[^“”（）\n]{2,20})”）")
_LONGEST_BETWEEN = 8  # code points between a name and the bracket: 试点建设工作


def joined_by_short_forms(text: str, groups: list[list[Mention]]) -> list[list[Mention]]:
    """Return groups of mentions with those joined into one that a bracket gives as a name and its short form."""
    for given in _GIVEN.finditer(text):
        full = next((group for group in groups if _ends_before(group, given.start())), None)
        short = next((group for group in groups if any(each.name == given["short"] for each in group)), None)
        if full is not None and short is not None and full is not short:
            joined = sorted((*full, *short), key=lambda mention: mention.span)
            groups = [joined if group is full else group for group in groups if group is not short]
    return groups


def _ends_before(group: Sequence[Mention], position: int) -> bool:
    """Tell whether one of some mentions, in the order of the text, ends right before a position."""
    at = bisect_right(group, position, key=lambda mention: mention.span.end)
    return at > 0 and position - group[at - 1].span.end <= _LONGEST_BETWEEN
