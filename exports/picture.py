"""A picture: China as a map of tiles, one for each province, coloured by which pilots it has, as SVG."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from queries.catalogue import find
from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template
    from pyoxigraph import Store

    from queries.store import GraphFile

QUESTION: Final = "pilot-counts-by-province"
_NO_PILOTS: Final[Mapping[str, int]] = {
    "as_a_whole": 0,
    "city_pilots": 0,
    "county_pilots": 0,
    "other_pilots": 0,
}


@dataclass(frozen=True, slots=True)
class Tile:
    """A province on the map."""

    code: str
    name: str
    column: int
    row: int
    counts: Mapping[str, int]
    """Number of pilots by column of the stored question."""

    @property
    def status(self) -> str:
        """What its colour says: a status of ``tile_colours.tsv``."""
        county, city = self.counts["county_pilots"], self.counts["city_pilots"]
        if county and city:
            return "both"
        if county or city:
            return "county" if county else "city"
        if self.counts["as_a_whole"]:
            return "whole"
        return "other" if self.counts["other_pilots"] else "none"

    @property
    def caption(self) -> tuple[str, ...]:
        """Its numbers in brief, line by line; nothing where it has no pilots."""
        county, city, other = (self.counts[key] for key in ("county_pilots", "city_pilots", "other_pilots"))
        first = " ".join(f"{kind}{number}" for kind, number in (("县", county), ("市", city)) if number)
        lines = [first, f"其他{other}" if other else ""]
        return tuple(filter(None, lines)) or (("整省",) if self.is_whole else ())

    @property
    def is_whole(self) -> bool:
        """Whether a program designates the whole province."""
        return self.counts["as_a_whole"] > 0


def write(graph: GraphFile, file: BinaryIO) -> None:
    """Write the map as SVG."""
    shown = tiles(graph.store)
    picture = _template().render(
        tiles=shown,
        colours={row["status"]: row for row in _table("tile_colours.tsv")},
        totals={key: sum(tile.counts[key] for tile in shown) for key in _NO_PILOTS},
    )
    file.write(f"{picture}\n".encode())


def tiles(store: Store) -> list[Tile]:
    """Return the 34 provinces in the order of the table of tiles, with their pilots."""
    found = {row["code"]: row for row in select(store, find(QUESTION).sparql)}
    return [
        Tile(
            row["code"],
            row["short"],
            int(row["column"]),
            int(row["row"]),
            {key: int(found.get(row["code"], _NO_PILOTS)[key] or 0) for key in _NO_PILOTS},
        )
        for row in _table("province_tiles.tsv")
    ]


def _table(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath("data", name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t"))


def _template() -> Template:
    loader = PackageLoader("exports")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("province_tiles.svg.j2")
