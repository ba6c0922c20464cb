"""How many of a declared number the document lists, where it lists them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from build_graph.model import Consortium, DeclaredCount, Fact, PilotUnit, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TASKS = re.compile(r"(?:内容|任务|举措|措施)$")
_ASPECTS = re.compile(r"方面$")
_GAP = 3  # code points between the names of a list, and between the last one and the number


def with_listed(text: str, counts: Sequence[DeclaredCount], facts: Sequence[Fact]) -> list[DeclaredCount]:
    """Return the counts, each with the number of things that the document lists for it, if it lists any.

    Args:
        text: raw text of the document.
        counts: declared counts.
        facts: the other facts of the document.
    """
    return [_with_listed(text, count, facts) for count in counts]


def _with_listed(text: str, count: DeclaredCount, facts: Sequence[Fact]) -> DeclaredCount:
    finders: tuple[Callable[[DeclaredCount, Sequence[Fact]], int], ...] = (_in_province, _summed_up, _tasks)
    listed = next((n for finder in finders if (n := finder(count, facts))), None)
    start = count.passages[0].start
    return replace(count, listed=listed, open_list=text[start - 1 : start] == "等")


def _summed_up(count: DeclaredCount, facts: Sequence[Fact]) -> int:
    """A、B和C3个: the names right in front of the number, or in the passage that holds it."""
    kind = PilotUnit if _counts_units(count) else Consortium
    passages = [passage for fact in facts if isinstance(fact, kind) for passage in fact.passages]
    total, reach = 0, count.passages[0].start
    for passage in sorted(passages, reverse=True):
        if passage.start < reach <= passage.end + _GAP or (total and passage.start == reach):
            total += 1
            reach = passage.start
    return total


def _counts_units(count: DeclaredCount) -> bool:
    return bool(re.search(r"(?:试点|县|市|区|省|城市|地区)$", count.of))


def _in_province(count: DeclaredCount, facts: Sequence[Fact]) -> int:
    """河北省12县市区: the listed units of that province."""
    units = [f for f in facts if isinstance(f, PilotUnit) and f.level != "province" and f.province]
    return sum(1 for unit in units if count.of.startswith(unit.province or ""))


def _tasks(count: DeclaredCount, facts: Sequence[Fact]) -> int:
    tasks = [fact for fact in facts if isinstance(fact, Task) and fact.rule == "task-enumerated"]
    if _TASKS.search(count.of):
        return sum(1 for task in tasks if task.parent is not None)
    if _ASPECTS.search(count.of):
        return sum(1 for task in tasks if task.parent is None)
    return 0
