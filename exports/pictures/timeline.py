"""Goals by deadline: time runs to the right, each program has a lane.

A year is drawn as wide as a year and a month as a month; only a day is a point. A goal without a deadline is counted,
never placed.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports.data_files import table
from exports.pictures.bars import ticks
from exports.pictures.canvas import render, words
from exports.pictures.goals import KINDS, goals
from exports.pictures.labels import Box
from exports.pictures.lettering import LINE, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from pyoxigraph import Store

    from exports.pictures.goals import Goal, Span

WIDE: Final = 1000
LEFT: Final = 40
_START: Final = 250.0
"""Where time begins."""
_END: Final = 970.0
_TOP: Final = 150.0
"""Where the first lane begins."""
_PAD: Final = 10.0
"""Room above and below what stands in a lane."""
_SIZE: Final = 12.0
_LANE_SIZE: Final = 14.0
_TEXT_ROOM: Final = 250.0
"""Width of a goal's text."""
_MOST_LINES: Final = 4
_MARK: Final = 13.0
"""Height of a mark."""
_GAP: Final = 6.0
"""Units between marks, texts and rows."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A goal in its place: its mark, and the lines of its text beside or below it."""

    goal: Goal
    mark: Box
    lines: tuple[str, ...]
    text: Box
    """Where its text stands."""

    @property
    def box(self) -> Box:
        """Everything that it covers."""
        left, top = min(self.mark.x, self.text.x), min(self.mark.y, self.text.y)
        right = max(self.mark.x + self.mark.wide, self.text.x + self.text.wide)
        bottom = max(self.mark.y + self.mark.high, self.text.y + self.text.high)
        return Box(left, top, right - left, bottom - top)

    @property
    def rows(self) -> Iterator[tuple[str, float]]:
        """Its lines, each with its base line."""
        for index, line in enumerate(self.lines):
            yield line, round(self.text.y + _SIZE * (1 + LINE * index), 1)


@dataclass(frozen=True, slots=True)
class Lane:
    """The goals of a program."""

    name: tuple[str, ...]
    """Lines of its name."""
    undated: int
    top: float
    high: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """Where a day stands, between the first and the last year that is shown."""

    first: int
    last: int

    def at(self, day: date) -> float:
        """Return the place of the beginning of a day."""
        passed = (day - day.replace(month=1, day=1)).days / (366 if isleap(day.year) else 365)
        return _START + (day.year + passed - self.first) * (_END - _START) / (self.last + 1 - self.first)

    def years(self) -> Iterator[dict[str, object]]:
        """Yield the years as bands; those that an axis has room for have their number."""
        named = set(ticks(self.last - self.first))
        wide = (_END - _START) / (self.last + 1 - self.first)
        for index, year in enumerate(range(self.first, self.last + 1)):
            x = _START + index * wide
            yield {
                "x": round(x, 1),
                "wide": round(wide, 1),
                "middle": round(x + wide / 2, 1),
                "year": year,
                "is_named": index in named,
            }


def draw(store: Store, language: str) -> str:
    """Return the time line as SVG text."""
    said, every = words(language), goals(store)
    dated = [(goal, goal.span) for goal in every if goal.span]
    axis = _axis([when for _, when in dated])
    lanes = _lanes(dated, every, axis, said, language)
    bottom = lanes[-1].top + lanes[-1].high if lanes else _TOP + 40
    return render(
        "timeline",
        language,
        wide=WIDE,
        high=round(bottom + 60),
        left=LEFT,
        start=_START,
        end=_END,
        top=_TOP,
        bottom=round(bottom, 1),
        axis=axis,
        lanes=lanes,
        size=_SIZE,
        lane_size=_LANE_SIZE,
        legend=_legend(said),
        colours=_colours(),
        counted=said["goals_counted"].format(dated=len(dated), undated=len(every) - len(dated)),
    )


def _axis(spans: Sequence[Span]) -> Axis | None:
    return Axis(min(s.first.year for s in spans), max(s.first.year for s in spans)) if spans else None


def _lanes(
    dated: Sequence[tuple[Goal, Span]],
    every: Sequence[Goal],
    axis: Axis | None,
    said: Mapping[str, str],
    language: str,
) -> list[Lane]:
    """Return a lane for each program with a dated goal, by name; goals that name no program have the last one."""
    lanes: list[Lane] = []
    top = _TOP
    order = sorted(dated, key=lambda pair: (not pair[0].program, pair[0].names["zh"], pair[0].program, pair[1].first))
    for program, group in groupby(order, key=lambda pair: pair[0].program):
        pairs = list(group)
        name = tuple(wrap(pairs[0][0].names[language] or said["no_program"], _LANE_SIZE, _START - LEFT - 20, 5))
        undated = sum(goal.program == program and not goal.span for goal in every)
        marks = _packed(pairs, axis, top + _PAD) if axis else ()
        lowest = max(mark.box.y + mark.box.high for mark in marks)
        named = _LANE_SIZE * LINE * len(name) + (_SIZE * LINE * 2 if undated else 0)
        lanes.append(Lane(name, undated, round(top, 1), max(lowest - top, named + _PAD) + _PAD, marks))
        top += lanes[-1].high
    return lanes


def _packed(pairs: Sequence[tuple[Goal, Span]], axis: Axis, top: float) -> tuple[Mark, ...]:
    """Return the goals of a lane, each as high up as there is room."""
    placed: list[Mark] = []
    for goal, when in pairs:
        rows = sorted({top, *(mark.box.y + mark.box.high + _GAP for mark in placed)})
        tries = (_mark(goal, when, axis, row) for row in rows)
        placed.append(next(mark for mark in tries if not any(mark.box.meets(other.box, _GAP - 1) for other in placed)))
    return tuple(placed)


def _mark(goal: Goal, when: Span, axis: Axis, top: float) -> Mark:
    """Return a goal at a height: its text right of its mark if there is room, else left, else below."""
    lines = tuple(wrap(goal.text, _SIZE, _TEXT_ROOM, _MOST_LINES))
    wide, high = max(width(line, _SIZE) for line in lines), len(lines) * _SIZE * LINE
    left, right = axis.at(when.first), axis.at(when.after)
    if when.is_day:
        left, right = left - _MARK / 2, left + _MARK / 2
    mark = Box(left, top, right - left, _MARK)
    if right + _GAP + wide <= _END:
        return Mark(goal, mark, lines, Box(right + _GAP, top, wide, high))
    if left - _GAP - wide >= _START:
        return Mark(goal, mark, lines, Box(left - _GAP - wide, top, wide, high))
    return Mark(goal, mark, lines, Box(max(_START, min(left, _END - wide)), top + _MARK + 2, wide, high))


def _legend(said: Mapping[str, str]) -> list[dict[str, object]]:
    """Return the kinds of goals, side by side."""
    entries: list[dict[str, object]] = []
    x = float(LEFT)
    for kind in KINDS:
        entries.append({"kind": kind, "says": said[f"goal_{kind}"], "x": round(x, 1)})
        x += 32 + width(said[f"goal_{kind}"], 13) + 20
    return entries


def _colours() -> dict[str, str]:
    return {row["kind"]: row["colour"] for row in table("goal_colours.tsv")}
