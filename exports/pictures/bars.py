"""How many pilots each province has: a bar for each, cut by level, the longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exports.pictures.canvas import render, words
from exports.pictures.lettering import width
from exports.pictures.provinces import LEVELS, colours, provinces, totals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store

    from exports.pictures.provinces import Province

WIDE: Final = 900
LEFT: Final = 40
_TOP: Final = 140
"""Where the first bar begins."""
_STEP: Final = 26
"""From one bar to the next."""
_THICK: Final = 18
_SIZE: Final = 13
_TOTAL_ROOM: Final = 50
"""Room to the right of the longest bar, for its total."""
_MOST_TICKS: Final = 8
_COLOUR_OF: Final[Mapping[str, str]] = {
    "county_pilots": "county",
    "city_pilots": "city",
    "as_a_whole": "whole",
    "other_pilots": "other",
}
"""Level -> the status whose colour it has on the maps."""


def draw(store: Store, language: str) -> str:
    """Return the bars as SVG text."""
    said, every = words(language), provinces(store)
    shown = sorted((one for one in every if one.total), key=lambda one: (-one.total, one.code))
    start = LEFT + max((width(one.names[language], 14) for one in every), default=0) + 10
    longest = max((one.total for one in shown), default=1)
    unit = (WIDE - start - _TOTAL_ROOM) / longest
    bottom = _TOP + max(len(shown), 1) * _STEP
    return render(
        "bars",
        language,
        wide=WIDE,
        high=bottom + 66,
        left=LEFT,
        start=round(start, 1),
        top=_TOP,
        bottom=bottom,
        thick=_THICK,
        bars=[_bar(one, language, start, _TOP + rank * _STEP, unit) for rank, one in enumerate(shown)],
        ticks=[(number, round(start + number * unit, 1)) for number in ticks(longest)],
        legend=_legend(said),
        counted=said["counted"].format(**totals(every)),
        without=said["no_pilots_in"].format(n=len(every) - len(shown)),
    )


def ticks(longest: int) -> list[int]:
    """Return the numbers that an axis from nought to ``longest`` shows: round ones, at most eight after nought."""
    steps = (digit * 10**power for power in range(12) for digit in (1, 2, 5))
    step = next(step for step in steps if longest / step <= _MOST_TICKS)
    return list(range(0, longest + 1, step))


def _bar(province: Province, language: str, start: float, top: float, unit: float) -> dict[str, object]:
    """Return a bar: its name, its pieces and its total."""
    pieces, x = [], start
    for level in LEVELS:
        number = province.counts[level]
        if number:
            pieces.append(_piece(level, number, x, number * unit))
            x += number * unit
    return {
        "code": province.code,
        "name": province.names[language],
        "top": top,
        "pieces": pieces,
        "end": round(x + 6, 1),
        "total": province.total,
    }


def _piece(level: str, number: int, x: float, wide: float) -> dict[str, object]:
    """Return a piece of a bar; its number stands in it if there is room."""
    fits = width(str(number), _SIZE) + 6 <= wide
    return {
        "level": level,
        "number": number,
        "says": str(number) if fits else "",
        "x": round(x, 1),
        "wide": round(wide, 1),
        "middle": round(x + wide / 2, 1),
        **_colours(level),
    }


def _colours(level: str) -> dict[str, str]:
    colour = colours()[_COLOUR_OF[level]]
    return {"ground": colour["ground"], "letters": colour["letters"]}


def _legend(said: Mapping[str, str]) -> list[dict[str, object]]:
    """Return the entries of the legend, side by side."""
    entries: list[dict[str, object]] = []
    x = float(LEFT)
    for level in LEVELS:
        entries.append({"says": said[f"level_{level}"], "x": round(x, 1), **_colours(level)})
        x += 34 + width(said[f"level_{level}"], _SIZE) + 24
    return entries
