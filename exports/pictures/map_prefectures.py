"""China by prefecture: each coloured by the pilots in it, with a point for each county that is one."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple
from typing import TYPE_CHECKING, Final, NamedTuple

from exports.pictures import atlas
from exports.pictures.canvas import render, words
from exports.pictures.labels import Box, Label, Text, place
from exports.pictures.map_provinces import WHOLE, legend
from exports.pictures.provinces import LEVELS, colours, provinces, status_of
from exports.pictures.units import units

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyoxigraph import Store

    from exports.pictures.units import Unit

_PROVINCE: Final[Mapping[str, object]] = {"kind": "province", "stroke": "#55606a", "wide": 22}
"""The boundary of a province, drawn over those of its prefectures."""
_POINTS: Final = {"county_pilots": "#08519c", "city_pilots": "#d95f02", "other_pilots": "#7b3294"}
_RADIUS: Final = 3.0
_SIZE: Final = 10.5
_REACH: Final = 36.0
_SMALL: Final = 8_000
"""Square kilometres below which an area is smaller than its label."""
_APART: Final = 5.0


class Dot(NamedTuple):
    """A point on the map."""

    code: str
    x: float
    y: float
    radius: float
    fill: str
    title: str


def draw(store: Store, language: str) -> str:
    """Return the map of prefectures as SVG text."""
    said, (shown, english) = words(language), units(store)
    short = {province.code: province.names["en"] for province in provinces(store)}
    names = english | short if language == "en" else {}
    counts, named = _counts(shown), atlas.islands(said, _SIZE)
    points = _points(shown)
    dots = {Box(dot.x - _RADIUS, dot.y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS) for dot in points}
    placed = place([*named, *_labels(counts, names)], atlas.PAGE, [atlas.LEGEND, *sorted(dots, key=astuple)])
    return render(
        "map-prefectures",
        language,
        wide=atlas.WIDE,
        high=atlas.HIGH,
        left=40,
        atlas=atlas,
        areas=[_area(area, counts[area.code], names, said) for area in atlas.prefectures().values()],
        frames=_frames(shown),
        hairline=7,
        points=points,
        labels=[each for each in placed[len(named) :] if each],
        islands=[each for each in placed[: len(named)] if each],
        legend=[*legend(said, ["whole"]), *_legend(shown, said)],
        colours=colours(),
        counted=said["counted"].format(**_totals(shown)),
        notes=_notes(shown, said),
    )


def _counts(shown: Sequence[Unit]) -> dict[str, Counter[str]]:
    """Return the number of units of each level in each area of the map."""
    counts: dict[str, Counter[str]] = {code: Counter() for code in atlas.prefectures()}
    for unit in shown:
        if unit.prefecture:
            counts[unit.prefecture][unit.counted_as] += 1
    return counts


def _totals(shown: Sequence[Unit]) -> dict[str, int]:
    counted = Counter(unit.counted_as for unit in shown)
    return {level: counted[level] for level in LEVELS}


def _area(area: atlas.Area, counts: Counter[str], names: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    numbers = " ".join(said[f"brief_{level}"].format(n=counts[level]) for level in LEVELS if counts[level])
    title = f"{names.get(area.code, area.name)}: {numbers or said['none']}"
    return {"code": area.code, "status": status_of(counts), "outline": area.outline, "title": title}


def _labels(counts: Mapping[str, Counter[str]], names: Mapping[str, str]) -> list[Label]:
    """Return the names of the areas with pilots, those with the most first."""
    named = [area for area in atlas.prefectures().values() if counts[area.code]]
    first = sorted(named, key=lambda area: (-counts[area.code].total(), -area.size, area.code))
    return [
        Label(
            Text(((names.get(area.code, area.name), _SIZE),)),
            area.point,
            _REACH,
            _APART if area.size < _SMALL else 0.0,
        )
        for area in first
    ]


def _frames(shown: Sequence[Unit]) -> list[dict[str, object]]:
    """Return the boundaries of the provinces, those that are pilots as a whole last and in their colour."""
    whole = {unit.code for unit in shown if unit.counted_as == "as_a_whole"}
    frames = [(area.code in whole, area.outline) for area in atlas.provinces()]
    return [{**(WHOLE if is_whole else _PROVINCE), "outline": outline} for is_whole, outline in sorted(frames)]


def _points(shown: Sequence[Unit]) -> list[Dot]:
    """Return a point for each unit that is smaller than the area that is coloured for it."""
    return [
        Dot(unit.code, *atlas.points()[unit.code], _RADIUS, _POINTS[unit.counted_as], unit.name)
        for unit in shown
        if unit.is_below_prefectures
    ]


def _legend(shown: Sequence[Unit], said: Mapping[str, str]) -> list[dict[str, object]]:
    """Return the entries that explain the points of the map."""
    found = {unit.counted_as for unit in shown if unit.is_below_prefectures}
    return [
        {"shape": "point", "colour": colour, "radius": _RADIUS, "says": said[f"point_{level}"]}
        for level, colour in _POINTS.items()
        if level in found
    ]


def _notes(shown: Sequence[Unit], said: Mapping[str, str]) -> list[str]:
    """Return what stands below the map; units that it cannot show are counted."""
    elsewhere = sum(not unit.prefecture and unit.counted_as != "as_a_whole" for unit in shown)
    unplaced = said["unplaced"].format(n=elsewhere) if elsewhere else ""
    first = " ".join(filter(None, (said["map-prefectures_note"], unplaced)))
    return [first, said["map_credit"], said["map_changed"]]
