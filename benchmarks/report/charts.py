"""The charts, as SVG: how cost grows, who takes how long, where the time of reading goes."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any, Final

from benchmarks.report.templates import template
from benchmarks.run.results import OURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.run.results import Row

_WIDE: Final = 900
_LEFT: Final = 380
_BAR: Final = 20
_TOP: Final = 90
_COLOURS: Final = {OURS: "#0b6e8a", "floor": "#8a9aa5"}
_OTHERS: Final = "#c9a44c"


def charts(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield the charts that there are figures for: name of the file, SVG text."""
    growth = _growth(rows)
    if growth:
        yield "growth.svg", template("growth.svg.j2").render(growth)
    rates = [row for row in rows if row.part == "reading" and row.value]
    if rates:
        yield "reading.svg", _bars("Reading: MB a second of one core, logarithmic; longer is faster", rates)
    for part in ("emitting", "loading"):
        times = [row for row in rows if row.part == part and row.value and row.unit == "s per million"]
        if times:
            title = f"{part.capitalize()}: processor seconds a million statements, logarithmic; shorter is faster"
            yield f"{part}.svg", _bars(title, times)
    shares = [row for row in rows if row.part == "profile" and row.value and not row.measure.startswith("step ")]
    if shares:
        yield "profile.svg", _bars("Share of the modules in the time of reading, %", shares, logarithmic=False)


def _bars(title: str, rows: Sequence[Row], *, logarithmic: bool = True) -> str:
    """Return horizontal bars, in the order of the rows; logarithmic ones begin at a power of ten below the least."""
    values = [row.value or 0.0 for row in rows]
    powers = _powers(values) if logarithmic else []
    least, most = (10.0 ** powers[0], 10.0 ** powers[-1]) if logarithmic else (0.0, max(values))
    room = _WIDE - _LEFT - 90

    def wide(value: float) -> float:
        part = (log10(value / least) / log10(most / least)) if logarithmic else value / most
        return round(max(1.0, part * room), 1)

    bars = [
        {
            "y": _TOP + number * (_BAR + 6), "wide": wide(value), "says": f"{value:.3g}",
            "name": row.measure if row.part == "profile" else f"{row.measure}: {row.by}",
            "colour": _COLOURS.get(row.by, _OTHERS),
        }
        for number, (row, value) in enumerate(zip(rows, values, strict=True))
    ]  # fmt: skip
    high = _TOP + len(rows) * (_BAR + 6) + 20
    return template("bars.svg.j2").render(title=title, bars=bars, wide=_WIDE, high=high, left=_LEFT, thick=_BAR)


def _growth(rows: Sequence[Row]) -> dict[str, Any] | None:
    """Return what the chart of growth shows: a panel for time and one for memory, both logarithmic."""
    measured = [row for row in rows if row.part == "growth" and row.value and row.unit in ("s", "MB")]
    panels = [
        _panel(title, [_point(row) for row in measured if row.unit == unit], 60 + 430 * place)
        for place, (title, unit) in enumerate((("processor seconds", "s"), ("memory, MB", "MB")))
    ]
    exponent = next((row for row in rows if row.name == "growth: exponent of time" and row.value), None)
    if any(panel is None for panel in panels):
        return None
    slope = f"time grows as documents to the power of {exponent.value:.2f}" if exponent else ""
    return {"panels": panels, "slope": slope, "wide": _WIDE, "high": 420}


def _point(row: Row) -> tuple[float, float]:
    return float(row.measure.split(" ")[0].replace(",", "")), row.value or 0.0


def _panel(title: str, points: Sequence[tuple[float, float]], left: int) -> dict[str, Any] | None:
    if len(points) < 2:
        return None
    xs, ys = zip(*points, strict=True)
    x_axis, y_axis = _powers(xs), _powers(ys)
    wide, high, top = 360, 260, 100

    def x_at(value: float) -> float:
        return round(left + wide * (log10(value) - x_axis[0]) / (x_axis[-1] - x_axis[0]), 1)

    def y_at(value: float) -> float:
        return round(top + high - high * (log10(value) - y_axis[0]) / (y_axis[-1] - y_axis[0]), 1)

    return {
        "title": title, "left": left, "right": left + wide, "top": top, "bottom": top + high,
        "points": [{"x": x_at(x), "y": y_at(y), "says": f"{y:,.3g}"} for x, y in points],
        "x_ticks": [{"x": x_at(10**power), "says": f"{10**power:,g}"} for power in x_axis],
        "y_ticks": [{"y": y_at(10**power), "says": f"{10**power:,g}"} for power in y_axis],
    }  # fmt: skip


def _powers(values: Sequence[float]) -> list[int]:
    first, last = floor(log10(min(values))), ceil(log10(max(values)))
    return list(range(first, max(last, first + 1) + 1))
