"""Pilot units (试点县, 试点城市) as documents write them: in a sentence, below their province, in a row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.corpus.parts import Part, joined, stating

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.corpus.atlas import Spot


def unit(spot: Spot, *, province: bool, stated: str | None = None) -> Part:
    """Return the name of a place that is a unit.

    Args:
        spot: the place.
        province: write its province before it: 河北省馆陶县.
        stated: the province that the document gives it elsewhere, in a heading or a cell.
    """
    head = spot.province if province else ""
    if not (spot.alone if province else spot.alone_at_home) and spot.above:
        head += spot.above
    written = f"{head}{spot.name}"
    given: dict[str, Any] = {"stated_province": stated} if stated else {}
    return stating(
        written, kind="pilot_unit", as_written=written, name=spot.full_name, code=spot.code, level=spot.level,
        province=spot.province, **given,
    )  # fmt: skip


def series(spots: Iterable[Spot], *, province: bool) -> Part:
    """Return units as a sentence lists them, with 、 between them."""
    return joined((unit(spot, province=province) for spot in spots), "、")
