"""Names on a map, of which none covers another.

The first label is set first. Each takes the nearest free place around its point; where that lies off the point, a line
leads there. No label covers the point of another. What is smaller than its label keeps it at a distance, so that it can
be seen. A label without a free place within reach is left out: the area still says its name in its title.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, dist, pi, sin
from typing import TYPE_CHECKING, Final

from exports.pictures.lettering import LINE, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]

_DIRECTIONS: Final = 24
_STEP: Final = 6.0
"""Units between two distances at which places are tried."""
_GAP: Final = 1.5
"""Units that stay free around a label."""
_MARGIN: Final = 2.5
"""Units between the letters of a label and its left and right edges."""
_LED: Final = 9.0
"""Units from its point at which a label needs a line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    wide: float
    high: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Return whether two rectangles have room in common, or less than ``gap`` between them."""
        return (
            self.x < other.x + other.wide + gap
            and other.x < self.x + self.wide + gap
            and self.y < other.y + other.high + gap
            and other.y < self.y + self.high + gap
        )

    def covers(self, point: Point) -> bool:
        """Return whether a point lies inside it."""
        return self.x < point[0] < self.x + self.wide and self.y < point[1] < self.y + self.high

    def holds(self, other: Box) -> bool:
        """Return whether another rectangle lies inside this one."""
        across = self.x <= other.x and other.x + other.wide <= self.x + self.wide
        return across and self.y <= other.y and other.y + other.high <= self.y + self.high

    def is_crossed(self, start: Point, end: Point) -> bool:
        """Return whether a straight line runs through it (Liang and Barsky 1984)."""
        first, last = 0.0, 1.0
        for origin, target, low, size in ((start[0], end[0], self.x, self.wide), (start[1], end[1], self.y, self.high)):
            step = target - origin
            if not step:
                if not low <= origin <= low + size:
                    return False
                continue
            near, far = sorted(((low - origin) / step, (low + size - origin) / step))
            first, last = max(first, near), min(last, far)
        return first <= last


@dataclass(frozen=True, slots=True)
class Text:
    """What a label says: lines, each with the size of its letters."""

    lines: tuple[tuple[str, float], ...]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the block of lines."""
        wide = max(width(text, size) for text, size in self.lines)
        return wide + 2 * _MARGIN, sum(size * LINE for _, size in self.lines)


@dataclass(frozen=True, slots=True)
class Label:
    """A text that wants to stand at a point."""

    text: Text
    point: Point
    reach: float
    """How far from its point it may stand, in units."""
    apart: float = 0.0
    """How far from its point it has to stand, in units."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A label in its place."""

    label: Label
    box: Box

    @property
    def leader(self) -> tuple[Point, Point] | None:
        """The line from its point to the nearest point of its box; None where it stands at its point."""
        return _leader(self.label.point, self.box)

    @property
    def rows(self) -> Iterator[tuple[str, float, float, float]]:
        """Its lines with size of letters, middle and base line."""
        base = self.box.y
        for text, size in self.label.text.lines:
            yield text, size, self.box.x + self.box.wide / 2, base + size * 1.02
            base += size * LINE


def place(labels: Sequence[Label], page: Box, taken: Sequence[Box] = ()) -> list[Placed | None]:
    """Return each label in its place on the page, or None; ``taken`` stays free. The first labels choose first."""
    boxes, leaders = list(taken), list[tuple[Point, Point]]()
    found: list[Placed | None] = []
    for label in labels:
        others = [other.point for other in labels if other is not label]
        open_places = (box for box in _places(label) if page.holds(box) and not any(map(box.covers, others)))
        free = next((box for box in open_places if _is_free(label, box, boxes, leaders)), None)
        found.append(Placed(label, free) if free else None)
        if free:
            boxes.append(free)
            leader = _leader(label.point, free)
            leaders.extend([leader] if leader else [])
    return found


def _places(label: Label) -> Iterator[Box]:
    """Yield the places of a label, from its point outwards, the east first: the sea lies there."""
    (x, y), (wide, high) = label.point, label.text.size
    yield Box(x - wide / 2, y - high / 2, wide, high)
    for ring in range(1, int(label.reach / _STEP) + 1):
        for turn in range(_DIRECTIONS):
            angle = (turn + 1) // 2 * (-1) ** turn * 2 * pi / _DIRECTIONS
            middle_x, middle_y = x + ring * _STEP * cos(angle), y + ring * _STEP * sin(angle)
            yield Box(middle_x - wide / 2, middle_y - high / 2, wide, high)


def _is_free(label: Label, box: Box, boxes: Sequence[Box], leaders: Sequence[tuple[Point, Point]]) -> bool:
    if any(box.meets(other, _GAP) for other in boxes) or any(box.is_crossed(*line) for line in leaders):
        return False
    leader = _leader(label.point, box)
    if label.apart and _distance(label.point, box) < label.apart:
        return False
    return leader is None or not any(other.is_crossed(*leader) for other in boxes)


def _leader(point: Point, box: Box) -> tuple[Point, Point] | None:
    return (point, _nearest(point, box)) if _distance(point, box) > _LED else None


def _distance(point: Point, box: Box) -> float:
    return dist(point, _nearest(point, box))


def _nearest(point: Point, box: Box) -> Point:
    return min(max(point[0], box.x), box.x + box.wide), min(max(point[1], box.y), box.y + box.high)
