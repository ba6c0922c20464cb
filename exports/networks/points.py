"""A point inside each administrative division, from a table made of the boundaries of 天地图 (2024, WGS 84).

It is a point that lies inside the division (``tools/make_division_points.py``), not the seat of its government.
Townships, special areas and groups of places have none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from exports import data_files
from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store


@dataclass(frozen=True, slots=True)
class Point:
    """A point inside a division."""

    longitude: float
    """Degrees east, WGS 84."""
    latitude: float
    """Degrees north, WGS 84."""


@cache
def division_points() -> Mapping[tuple[str, str], Point]:
    """Return the point of each division, by its code and its name: codes are given out again."""
    rows = (line.split("\t") for line in data_files.packed("division_points.tsv.gz").splitlines())
    return {(code, name): Point(float(longitude), float(latitude)) for code, name, longitude, latitude in rows}


def points_of_places(store: Store) -> dict[str, Point]:
    """Return the points of the places of a graph, by IRI.

    A place has the point of its code if it goes by the name that the code has in the table; else that of the one
    place that took its place, if the graph names one (``rg:replacedBy``). Others have none.
    """
    table = division_points()
    found: dict[str, Point] = {}
    for row in select(store, data_files.text("place_codes.rq")):
        point = table.get((str(row["code"]), str(row["name"])))
        if point:
            found.setdefault(str(row["place"]), point)
    return found
