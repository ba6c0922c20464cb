"""Where agencies and programs stand: in columns left of the map on a wide screen, in rows above it on a narrow one.

They are boxes with their names inside. The letters are as large as they must be to be read when everything is in view.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from exports.pictures.lettering import LINE, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exports.site.network_map import Map

    Names = Mapping[str, Sequence[str]]
    """Node -> its names: in Chinese, and in English if it has one."""

_BOX: Final = 11.0
"""Width of a box, in sizes of its letters."""
_PAD: Final = 0.5
_GAP: Final = 0.7
_BETWEEN: Final = 3.0
"""Between columns, where lines run."""
_MOST_LINES: Final = 5
_WIDE: Final = (38.0, 46.0)
_TALL: Final = (34.0, 90.0)
"""Letters of this part of the map's width and of its height can be read: in a wide picture, and in a tall one."""
_SMALLEST: Final = 20.0
_LOWEST: Final = 24.0
"""Height of a column beside a low map, in sizes of the letters."""


@dataclass(frozen=True, slots=True)
class Box:
    """A name in its place."""

    x: float
    y: float
    """The middle."""
    high: float


@dataclass(frozen=True, slots=True)
class Columns:
    """The boxes beside a map, whose upper left corner is the origin."""

    letters: float
    """Size of the letters, in units of the layout."""
    wide: float
    """Width of a box."""
    boxes: Mapping[str, Box]


def beside(map_: Map, agencies: Names, programs: Names) -> Columns:
    """Return the boxes in columns to the left of a map: agencies outermost."""
    letters = max(map_.wide / _WIDE[0], map_.high / _WIDE[1], _SMALLEST)
    wide, high = _BOX * letters, max(map_.high, _LOWEST * letters)
    boxes: dict[str, Box] = {}
    right = 0.0
    for names in (programs, agencies):
        right -= _BETWEEN * letters
        columns = _columns(names, letters, high)
        for column in reversed(columns):
            boxes |= _stacked(column, right - wide / 2, high, letters)
            right -= wide + _GAP * letters
    return Columns(letters, wide, boxes)


def above(map_: Map, agencies: Names, programs: Names) -> Columns:
    """Return the boxes in rows above a map: agencies topmost."""
    letters = max(map_.wide / _TALL[0], map_.high / _TALL[1], _SMALLEST)
    wide, gap = _BOX * letters, _GAP * letters
    boxes: dict[str, Box] = {}
    bottom = 0.0
    for names in (programs, agencies):
        bottom -= _BETWEEN / 2 * letters
        in_row = max(1, int((map_.wide + gap) // (wide + gap)))
        rows = [list(names)[start : start + in_row] for start in range(0, len(names), in_row)]
        for row in reversed(rows):
            heights = {node: _high(names[node], letters) for node in row}
            highest = max(heights.values())
            step = map_.wide / len(row)
            boxes |= {
                node: Box(step * (index + 0.5), bottom - highest / 2, high)
                for index, (node, high) in enumerate(heights.items())
            }
            bottom -= highest + gap
    return Columns(letters, wide, boxes)


def _columns(names: Names, letters: float, room: float) -> list[dict[str, float]]:
    """Return nodes with their heights in as few columns as there is room for."""
    heights = {node: _high(each, letters) + _GAP * letters for node, each in names.items()}
    number = max(1, ceil(sum(heights.values()) / room))
    in_column = max(1, ceil(len(heights) / number))
    nodes = list(heights)
    return [
        {node: heights[node] for node in nodes[start : start + in_column]} for start in range(0, len(nodes), in_column)
    ]


def _stacked(heights: Mapping[str, float], x: float, room: float, letters: float) -> dict[str, Box]:
    """Return the boxes of a column, spread over its height."""
    spare = max(0.0, room - sum(heights.values())) / (len(heights) + 1)
    boxes, top = {}, spare
    for node, high in heights.items():
        boxes[node] = Box(x, top + high / 2, high - _GAP * letters)
        top += high + spare
    return boxes


def _high(names: Sequence[str], letters: float) -> float:
    """Return the height of a box that has room for the longest of its names."""
    lines = max(len(wrap(name, letters, (_BOX - 2 * _PAD) * letters, _MOST_LINES)) for name in names)
    return (lines * LINE + 2 * _PAD) * letters
