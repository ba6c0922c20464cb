"""GeoJSON (RFC 7946): a feature for each pilot unit, at a point inside its place.

A unit whose place has no known point (a township, a special area, a group of places, a former division that was
divided) has no geometry, as section 3.2 allows. Positions are WGS 84, longitude first, as section 4 asks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from exports.networks.points import points_of_places
from exports.tabular.table_files import table_file
from exports.tabular.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.networks.points import Point
    from exports.tabular.tables import Row
    from queries.store import GraphFile


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the pilot units as a feature collection, one feature a line."""
    points = points_of_places(graph.store)
    found = (_feature(row, points) for row in rows(table_file("pilot_units"), graph.store))
    features = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in found)
    file.write(f'{{"type": "FeatureCollection", "features": [\n{features}\n]}}\n'.encode())


def _feature(unit: Row, points: Mapping[str, Point]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": unit["unit"],
        "geometry": _geometry(points.get(str(unit["place"]))),
        "properties": {
            "program": unit["program_name"],
            "place": unit["place_name"],
            "code": unit["code"],
            "level": unit["level"],
            "designation": unit["designations"],
            "province": unit["province_name"],
            "stated_province": unit["stated_provinces"],
            "documents": unit["documents"],
        },
    }


def _geometry(point: Point | None) -> dict[str, Any] | None:
    return {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None
