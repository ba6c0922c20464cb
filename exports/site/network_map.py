"""Where the nodes of the network stand that lie in provinces: places, pilot units, consortia and institutions.

Provinces stand where the tile map has them. In each, places follow in the order of their codes like words on lines,
with their units above them, so nothing covers anything; columns and rows of tiles are as wide and high as they need to
be. Physics would put a county anywhere, and elsewhere at each visit.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt
from typing import TYPE_CHECKING, Any, Final

from exports import data_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from networkx import DiGraph

    Point = tuple[float, float]

CELL: Final = 50.0
"""Width of a place with its name, in units of the layout."""
_NAME: Final = 30.0
"""Height of the name below a place."""
_UNIT: Final = 22.0
"""Height and width of a unit."""
_UNITS_IN_ROW: Final = 2
_HEADING: Final = (58.0, 250)
"""Height of the name of a province in a network of so many nodes or fewer; where there are more, everything is smaller
on the screen, and the name is higher."""
_FEWEST: Final = 4
"""Cells that a province is wide, at least: for its name."""
_GAP: Final = 26.0
_PAD: Final = 10.0
_NO_PROVINCE: Final = (0, 7)
"""A free tile, for what lies in no one province: column and row."""
_FOLLOWS: Final = ("pilot unit", "consortium", "institution")
_ELSEWHERE: Final = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A province, or what lies in none, in its place."""

    code: str
    """Of the province; nothing for what lies in no one province."""
    left: float
    top: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class Map:
    """Where everything stands. Its upper left corner is the origin."""

    points: Mapping[str, Point]
    """Node -> its middle."""
    areas: tuple[Area, ...]
    wide: float
    high: float
    heading: float
    """Height of the name of a province, at the top of its area."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A province with what stands in it: each cell a place or a body with its units, the place first."""

    code: str
    heading: str | None
    """The node of the province itself."""
    cells: tuple[tuple[str | None, tuple[str, ...]], ...]
    top: float
    """Height of the name."""

    @property
    def columns(self) -> int:
        return max(_FEWEST, ceil(sqrt(len(self.cells) * 1.3)))

    @property
    def row(self) -> float:
        """Height of a row of cells."""
        most = max((len(units) for _, units in self.cells), default=0)
        return _NAME + _UNIT * (1 + ceil(most / _UNITS_IN_ROW)) + 4

    @property
    def wide(self) -> float:
        return self.columns * CELL + 2 * _PAD

    @property
    def high(self) -> float:
        return self.top + ceil(len(self.cells) / self.columns) * self.row + _PAD


def province_of_nodes(graph: DiGraph[str]) -> dict[str, str]:
    """Return the province of each node that has one, by code: its own, else that of what it is tied to.

    A unit is where its place is, a consortium where it works, an institution where its consortium is.
    """
    codes = {data["label"]: data["code"] for _, data in graph.nodes(data=True) if data.get("division") == "Province"}
    found: dict[str, str] = {}
    for node, data in graph.nodes(data=True):
        code = f"{data['code'][:2]}0000" if data.get("code") else codes.get(data.get("province", ""))
        if code in tiles():
            found[node] = code
    for kind in _FOLLOWS:
        for node in _of_kind(graph, kind):
            around = [found[other] for other in _around(graph, node) if other in found]
            if node not in found and around:
                found[node] = around[0]
    return found


def tiles() -> dict[str, dict[str, str]]:
    """Return the rows of the tile map by the codes of the provinces."""
    return {row["code"]: row for row in data_files.table("province_tiles.tsv")}


def arrange(graph: DiGraph[str]) -> Map:
    """Return where everything that lies in provinces, or in none, stands."""
    top = _HEADING[0] * max(1, sqrt(len(graph) / _HEADING[1]))
    blocks = {_tile(block.code): block for block in _blocks(graph, top)}
    lefts, wide = _starts([(column, block.wide) for (column, _), block in blocks.items()])
    tops, high = _starts([(row, block.high) for (_, row), block in blocks.items()])
    points: dict[str, Point] = {}
    areas = []
    for (column, row), block in blocks.items():
        area = Area(block.code, lefts[column], tops[row], block.wide, block.high)
        areas.append(area)
        points |= _placed(block, area)
    return Map(points, tuple(areas), wide, high, top)


def _tile(code: str) -> tuple[int, int]:
    row = tiles().get(code)
    return (int(row["column"]), int(row["row"])) if row else _NO_PROVINCE


def _starts(sizes: Iterable[tuple[int, float]]) -> tuple[dict[int, float], float]:
    """Return where each column of tiles begins, or each row, and where the last ends: as wide as the widest in it."""
    widest: dict[int, float] = {}
    for position, size in sizes:
        widest[position] = max(size, widest.get(position, 0))
    starts, end = {}, 0.0
    for position in sorted(widest):
        starts[position] = end
        end += widest[position] + _GAP
    return starts, max(0.0, end - _GAP)


def _blocks(graph: DiGraph[str], top: float) -> list[_Block]:
    """Return the provinces by code, what lies in none last."""
    provinces = province_of_nodes(graph)
    found: dict[str, list[str]] = {}
    for node, data in graph.nodes(data=True):
        if data["kind"] in {"place", *_FOLLOWS}:
            found.setdefault(provinces.get(node, _ELSEWHERE), []).append(node)
    return [_block(graph, code, found[code], top) for code in sorted(found, key=lambda code: (not code, code))]


def _block(graph: DiGraph[str], code: str, nodes: Sequence[str], top: float) -> _Block:
    units: dict[str | None, list[str]] = {}
    for node in nodes:
        if graph.nodes[node]["kind"] == "pilot unit":
            units.setdefault(_place_of(graph, node), []).append(node)
    headings = [node for node in nodes if code and _is_heading(graph.nodes[node], code)]
    heading = headings[0] if headings else None
    others = [node for node in nodes if graph.nodes[node]["kind"] != "pilot unit" and node != heading]
    cells: list[tuple[str | None, list[str]]] = [(None, units.pop(heading, []))] if heading in units else []
    cells += [(node, units.pop(node, [])) for node in sorted(others, key=lambda node: _order(graph.nodes[node], node))]
    cells += [(None, left) for left in units.values()]
    return _Block(code, heading, tuple((place, tuple(sorted(those))) for place, those in cells), top)


def _is_heading(data: Mapping[str, Any], code: str) -> bool:
    return data["kind"] == "place" and data.get("code") == code


def _order(data: Mapping[str, Any], node: str) -> tuple[Any, ...]:
    """Return what cells are sorted by: places by code, then those without, then consortia, then institutions."""
    kinds = ("place", "consortium", "institution")
    return kinds.index(data["kind"]), not data.get("code"), data.get("code", ""), data["label"], node


def _place_of(graph: DiGraph[str], unit: str) -> str | None:
    places = [target for target, data in graph.adj[unit].items() if data["relation"] == "is the place"]
    return min(places, default=None)


def _of_kind(graph: DiGraph[str], kind: str) -> list[str]:
    return sorted(node for node, data in graph.nodes(data=True) if data["kind"] == kind)


def _around(graph: DiGraph[str], node: str) -> list[str]:
    """Return what a node leads to, then what leads to it."""
    return [*sorted(graph.successors(node)), *sorted(graph.predecessors(node))]


def _placed(block: _Block, area: Area) -> dict[str, Point]:
    points: dict[str, Point] = {}
    if block.heading:
        points[block.heading] = (area.left + area.wide / 2, area.top + block.top / 2)
    for index, (place, units) in enumerate(block.cells):
        row, column = divmod(index, block.columns)
        x = area.left + _PAD + (column + 0.5) * CELL
        y = area.top + block.top + (row + 1) * block.row - _NAME - _UNIT / 2
        if place:
            points[place] = (x, y)
        points |= _above(units, x, y if place else y + _UNIT)
    return points


def _above(units: Sequence[str], x: float, y: float) -> dict[str, Point]:
    """Return units in rows above a place, each row in the middle over it."""
    points: dict[str, Point] = {}
    for start in range(0, len(units), _UNITS_IN_ROW):
        row = units[start : start + _UNITS_IN_ROW]
        y -= _UNIT
        points |= {unit: (x + (index - (len(row) - 1) / 2) * _UNIT, y) for index, unit in enumerate(row)}
    return points
