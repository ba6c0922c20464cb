"""The map of China that the pictures are drawn on: outlines, points and boundaries, made by ``tools/make_map.py``.

The tables hold whole coordinates in an equal-area projection; a picture only scales them. They are drawn complete:
with Taiwan, the islands of the South China Sea, the ten-dash line and the credit of the data's publisher.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from exports import data_files
from exports.pictures.labels import Box, Label, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.pictures.labels import Point

WIDE: Final = 1000
HIGH: Final = 1210
"""Size of a map's page, in user units."""
SCALE: Final = 0.05
"""User units that one unit of the tables (250 metres) is drawn as."""
LEFT: Final = 17
TOP: Final = 30
"""Where the upper left corner of the tables stands on the page."""
PAGE: Final = Box(4, 60, WIDE - 8, 1085)
"""Where labels may stand: between the title and the credit."""
LEGEND: Final = Box(30, 850, 330, 290)
"""Where the legend stands, over land and sea of others: no label may."""


@dataclass(frozen=True, slots=True)
class Area:
    """A division with an outline."""

    code: str
    name: str
    point: Point
    """A point inside, on the page."""
    size: int
    """Square kilometres."""
    outline: str
    """SVG path, in units of the tables."""


@cache
def provinces() -> tuple[Area, ...]:
    """Return the 34 provinces, by code."""
    return _areas("provinces")


@cache
def prefectures() -> Mapping[str, Area]:
    """Return what a map of prefectures shows, by code: also counties that no prefecture governs, and municipalities."""
    return {area.code: area for area in _areas("prefectures")}


@cache
def points() -> Mapping[str, Point]:
    """Return a point on the page inside each division, by code."""
    counties = {code: on_page(x, y) for code, x, y in _rows("counties")}
    return counties | {area.code: area.point for area in (*provinces(), *prefectures().values())}


@cache
def lines() -> tuple[tuple[str, str], ...]:
    """Return the lines that bound no area: kind (dash, undetermined, sea) and SVG path."""
    return tuple((kind, path) for kind, path in _rows("lines"))


def islands(words: Mapping[str, str], size: float) -> list[Label]:
    """Return the labels of the islands that every map of China names, in letters of this size."""
    rows = _rows("islands")
    return [Label(Text(((words[key], size),)), on_page(x, y), reach=80, apart=7) for key, x, y in rows]


def on_page(x: str, y: str) -> Point:
    """Return a point of the tables in user units of the page."""
    return round(LEFT + int(x) * SCALE, 1), round(TOP + int(y) * SCALE, 1)


def _areas(name: str) -> tuple[Area, ...]:
    return tuple(
        Area(code, chinese, on_page(x, y), int(size), outline) for code, chinese, x, y, size, outline in _rows(name)
    )


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in data_files.packed(f"map/{name}.tsv.gz").splitlines()]
