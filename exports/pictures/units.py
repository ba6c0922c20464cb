"""Where the pilot units lie: what the map of prefectures shows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports import data_files
from exports.pictures import atlas
from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyoxigraph import Store

    from queries.table import Row

COLUMN_OF_LEVEL: Final[Mapping[str, str]] = {
    "pilot-county": "county_pilots",
    "pilot-city": "city_pilots",
    "pilot-province": "as_a_whole",
}
"""Level of a designation -> what it is counted as; every other level is ``other_pilots``."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A pilot unit and where it lies."""

    name: str
    """Full name of its place."""
    counted_as: str
    """Column of the counts: county_pilots, city_pilots, as_a_whole or other_pilots."""
    code: str
    """Code of its place; nothing if it has none."""
    prefecture: str
    """Code of the area of the map of prefectures that it lies in; nothing if it lies in none, or in several."""

    @property
    def is_below_prefectures(self) -> bool:
        """Whether its place is smaller than the area that is coloured for it, so that a point shows where it is."""
        return bool(self.prefecture) and self.code != self.prefecture and self.code in atlas.points()


def units(store: Store) -> tuple[list[Unit], dict[str, str]]:
    """Return the pilot units by name of their node, and the English names of places by code."""
    rows = select(store, data_files.text("units_on_map.rq"))
    english = {str(row["around"]): str(row["english"]) for row in rows if row["english"]}
    return [_unit(list(about)) for _, about in groupby(rows, key=lambda row: row["unit"])], english


def _unit(rows: Sequence[Row]) -> Unit:
    code, level = str(rows[0]["code"] or ""), str(rows[0]["level"])
    counted_as = COLUMN_OF_LEVEL.get(level, "other_pilots")
    around = {str(row["around"]) for row in rows if row["around"]}
    area = "" if counted_as == "as_a_whole" else _area(code, around)
    return Unit(str(rows[0]["full_name"] or ""), counted_as, code, area)


def _area(code: str, around: set[str]) -> str:
    """Return the smallest area of the map that holds a place; what the graph says comes before what the code says."""
    stated = sorted(around, key=lambda outer: (len(outer.rstrip("0")), outer), reverse=True)
    coded = [code[:4] + "00", code[:2] + "0000"] if code else []
    return next((outer for outer in [code, *stated, *coded] if outer in atlas.prefectures()), "")
