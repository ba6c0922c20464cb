"""The same target said again: title, lead and text often share one, and it is one goal with several passages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_graph.model import Goal, Passage, Value
    from build_graph.parse.reading import Reading

_TIERS = re.compile("国家级|省级|市级|县级|乡级|村级")
"""What two marks of one size may be set for apart."""
_COMPARED = 100  # goals with one mark that a further one is compared with; no text says so many in other words again


@dataclass
class _Target:
    """A goal in the words that say most, where it is said, and whether only headlines say it."""

    goal: Goal
    passages: set[Passage]
    in_headline: bool


class Targets:
    """The goals of a text, sentence by sentence, each target once."""

    def __init__(self, reading: Reading) -> None:
        self._headlines = sorted(reading.repaired.raw_span(*line.span) for line in reading.titles)
        self._targets: list[_Target] = []
        self._with_mark: defaultdict[tuple[Value, str | None], list[_Target]] = defaultdict(list)

    def add(self, found: Iterable[Goal]) -> None:
        """Add the goals of a sentence, each to an earlier one with the same target if there is one.

        Goals of one sentence are never joined: they set the same value for different things.
        """
        for goal, same in [(goal, self._same(goal)) for goal in found]:
            in_headline = all(map(self._in_headline, goal.passages))
            if same is not None:
                same.goal = _more_exact(same.goal, goal)
                same.passages |= {*goal.passages}
                same.in_headline &= in_headline
                continue
            target = _Target(goal, {*goal.passages}, in_headline)
            self._targets.append(target)
            if goal.value is not None or in_headline:
                self._with_mark[goal.value, goal.unit].append(target)

    def goals(self) -> list[Goal]:
        """Return the goals; a headline sums up what the text sets by the same date."""
        text = {target.goal.deadline for target in self._targets if not target.in_headline}
        kept = (t for t in self._targets if not t.in_headline or t.goal.deadline not in text)
        return [_said_at(target.goal, target.passages) for target in kept]

    def _same(self, goal: Goal) -> _Target | None:
        """The first goal with the same mark and target; without a mark, a headline that the goal's words sum up."""
        known = islice(self._with_mark.get((goal.value, goal.unit), ()), _COMPARED)
        marked = goal.value is not None
        return next((one for one in known if (marked or one.in_headline) and _are_alike(one.goal, goal)), None)

    def _in_headline(self, passage: Passage) -> bool:
        index = bisect_right(self._headlines, passage.start, key=lambda span: span[1])
        return index < len(self._headlines) and self._headlines[index][0] <= passage.start


def _said_at(goal: Goal, passages: set[Passage]) -> Goal:
    return replace(goal, passages=tuple(sorted(passages))) if len(passages) > 1 else goal


def _are_alike(one: Goal, other: Goal) -> bool:
    """Tell whether two goals with one mark set it for one thing."""
    if one.deadline and other.deadline and one.deadline != other.deadline:
        return False
    if _TIERS.findall(one.text) != _TIERS.findall(other.text):
        return False
    shorter, longer = sorted((set(one.text), set(other.text)), key=len)
    return len(shorter & longer) >= 0.8 * len(shorter)


def _more_exact(first: Goal, second: Goal) -> Goal:
    """The more exact bound and its words win; a date that only one of them gives holds for both."""
    vague = first.value is None or (first.comparator == "=" and second.comparator != "=")
    exact, other = (second, first) if vague else (first, second)
    due = exact.deadline or other.deadline
    return replace(
        exact,
        program=exact.program or other.program,
        deadline=due,
        deadline_inferred=exact.deadline_inferred if exact.deadline else due is not None,
    )
