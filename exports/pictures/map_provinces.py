"""China by province: each coloured by which pilots it has, with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exports.pictures import atlas
from exports.pictures.canvas import render, words
from exports.pictures.labels import Label, Placed, Text, place
from exports.pictures.lettering import packed
from exports.pictures.provinces import colours, provinces, totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyoxigraph import Store

    from exports.pictures.provinces import Province

_FRAME: Final = "#2e7d32"
WHOLE: Final[Mapping[str, object]] = {"kind": "whole", "stroke": _FRAME, "wide": 44}
"""The frame of a province that is a pilot as a whole."""
_NAME_SIZE: Final = 14.0
_COUNT_SIZE: Final = 12.0
_ISLAND_SIZE: Final = 10.0
_ROOM: Final = 64.0
"""Width of the numbers below a name."""
_REACH: Final = 250.0
_SMALL: Final = 20_000
"""Square kilometres below which a province is smaller than its label: Beijing, Tianjin, Shanghai, Hong Kong, Macau."""
_APART: Final = 11.0


def draw(store: Store, language: str) -> str:
    """Return the map of provinces as SVG text."""
    said, shown = words(language), {province.code: province for province in provinces(store)}
    labels, islands = _placed(shown, said, language)
    return render(
        "map-provinces",
        language,
        wide=atlas.WIDE,
        high=atlas.HIGH,
        left=40,
        atlas=atlas,
        areas=[_area(area, shown[area.code], said, language) for area in atlas.provinces()],
        frames=[{**WHOLE, "outline": area.outline} for area in atlas.provinces() if shown[area.code].is_whole],
        hairline=16,
        points=[],
        labels=labels,
        islands=islands,
        legend=legend(said),
        colours=colours(),
        counted=said["counted"].format(**totals([*shown.values()])),
        notes=[said["map_credit"], said["map_changed"]],
    )


def legend(said: Mapping[str, str], without: Sequence[str] = ()) -> list[dict[str, str]]:
    """Return the entries that explain the grounds, but for some, and the frame of a whole province."""
    grounds = [
        {"shape": "ground", "colour": row["ground"], "says": said[f"status_{status}"]}
        for status, row in colours().items()
        if status not in without
    ]
    return [*grounds, {"shape": "frame", "colour": _FRAME, "says": said["level_as_a_whole"]}]


def _area(area: atlas.Area, province: Province, said: Mapping[str, str], language: str) -> dict[str, str]:
    numbers = " ".join(province.caption(said)) or said["none"]
    whole = f" ({said['level_as_a_whole']})" if province.is_whole else ""
    title = f"{province.names[language]}{whole}: {numbers}"
    return {"code": area.code, "status": province.status, "outline": area.outline, "title": title}


def _placed(
    shown: Mapping[str, Province], said: Mapping[str, str], language: str
) -> tuple[Sequence[Placed], Sequence[Placed]]:
    """Return the names of the provinces and of the islands: first those that are small and hard to place."""
    small_first = sorted(atlas.provinces(), key=lambda area: (area.size >= _SMALL, -area.size, area.code))
    labels = [
        Label(_text(shown[area.code], said, language), area.point, _REACH, _APART if area.size < _SMALL else 0.0)
        for area in small_first
    ]
    named = atlas.islands(said, _ISLAND_SIZE)
    placed = place([*labels, *named], atlas.PAGE, [atlas.LEGEND])
    found = [each for each in placed if each]
    islands = [each for each in found if each.label in named]
    return [each for each in found if each not in islands], islands


def _text(province: Province, said: Mapping[str, str], language: str) -> Text:
    lines = packed(province.caption(said), _COUNT_SIZE, _ROOM)
    return Text(((province.names[language], _NAME_SIZE), *((line, _COUNT_SIZE) for line in lines)))
