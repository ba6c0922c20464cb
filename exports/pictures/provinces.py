"""The 34 provinces and their pilots: what the tiles, the map of provinces and the bars show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exports.data_files import table
from queries.catalogue import find
from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyoxigraph import Store

QUESTION: Final = "pilot-counts-by-province"
LEVELS: Final = ("county_pilots", "city_pilots", "as_a_whole", "other_pilots")
"""Columns of the stored question that count pilots, in the order in which pictures show them."""
NO_PILOTS: Final[Mapping[str, int]] = dict.fromkeys(LEVELS, 0)


@dataclass(frozen=True, slots=True)
class Province:
    """A province and how many pilots lie in it."""

    code: str
    names: Mapping[str, str]
    """Its short name by language."""
    counts: Mapping[str, int]
    """Number of pilots by column of the stored question."""
    column: int
    row: int
    """Where it stands on the map of tiles, from the north-west."""

    @property
    def status(self) -> str:
        """What its colour says: a status of ``tile_colours.tsv``."""
        return status_of(self.counts)

    @property
    def is_whole(self) -> bool:
        """Whether a program designates the whole province."""
        return self.counts["as_a_whole"] > 0

    @property
    def total(self) -> int:
        """Number of its pilots of all levels."""
        return sum(self.counts.values())

    def caption(self, words: Mapping[str, str]) -> list[str]:
        """Return its numbers in brief, one for each level; that it is a pilot as a whole if it has no others."""
        parts = {key: self.counts[key] for key in LEVELS if key != "as_a_whole" and self.counts[key]}
        said = [words[f"brief_{key}"].format(n=number) for key, number in parts.items()]
        return said or ([words["brief_as_a_whole"]] if self.is_whole else [])


def status_of(counts: Mapping[str, int]) -> str:
    """Return what the colour of an area with these pilots says: a status of ``tile_colours.tsv``."""
    county, city = counts["county_pilots"], counts["city_pilots"]
    if county and city:
        return "both"
    if county or city:
        return "county" if county else "city"
    if counts["as_a_whole"]:
        return "whole"
    return "other" if counts["other_pilots"] else "none"


def provinces(store: Store) -> list[Province]:
    """Return the 34 provinces in the order of the table of tiles, with their pilots."""
    found = {row["code"]: row for row in select(store, find(QUESTION).sparql)}
    return [
        Province(
            row["code"],
            {"zh": row["short"], "en": row["english"]},
            {key: int(found.get(row["code"], NO_PILOTS)[key] or 0) for key in LEVELS},
            int(row["column"]),
            int(row["row"]),
        )
        for row in table("province_tiles.tsv")
    ]


def totals(shown: Sequence[Province]) -> dict[str, int]:
    """Return the number of pilots of each level over all provinces."""
    return {key: sum(province.counts[key] for province in shown) for key in LEVELS}


def colours() -> dict[str, dict[str, str]]:
    """Return ground and letters of each status."""
    return {row["status"]: row for row in table("tile_colours.tsv")}
