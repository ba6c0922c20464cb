"""The real places that documents name: the divisions of today, as the gazetteer knows them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from build_graph.places import Gazetteer

if TYPE_CHECKING:
    from build_graph.places.place import Place

_SKIPPED: Final = ("71", "81", "82")
"""Taiwan, Hong Kong, Macao: no pilots of mainland programs are listed there."""
_MUNICIPALITIES: Final = ("11", "12", "31", "50")


@dataclass(frozen=True, slots=True)
class Spot:
    """A division that can become a pilot unit."""

    code: str
    name: str
    full_name: str
    level: str
    province: str
    above: str
    """Name of the prefecture that it lies in; empty for one that lies right below its province."""
    alone: bool
    """No other division of today has its name."""
    alone_at_home: bool
    """No other one of its province has."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its divisions of today."""

    name: str
    counties: tuple[Spot, ...]
    cities: tuple[Spot, ...]
    """Prefecture-level cities; of a municipality, its districts."""


@cache
def atlas() -> tuple[Province, ...]:
    """Return the provinces, in the order of their codes."""
    gazetteer = Gazetteer.shipped()
    found: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in gazetteer:
        if place.kind == "division" and place.valid_to is None and place.level in ("city", "county") and place.code:
            found[place.code[:2]][place.level].append(place)
    names = Counter(place.name for levels in found.values() for places in levels.values() for place in places)
    return tuple(
        _province(gazetteer, key, levels, names) for key, levels in sorted(found.items()) if key not in _SKIPPED
    )


def _province(gazetteer: Gazetteer, key: str, levels: dict[str, list[Place]], names: Counter[str]) -> Province:
    province = gazetteer.place(f"{key}0000")
    at_home = Counter(place.name for places in levels.values() for place in places)

    def spot(place: Place) -> Spot:
        above = [each.name for each in gazetteer.ancestors(place) if each.level == "city"]
        return Spot(
            place.code or "", place.name, gazetteer.full_name(place), place.level, province.name,
            above[0] if above else "", names[place.name] == 1, at_home[place.name] == 1,
        )  # fmt: skip

    counties = tuple(spot(place) for place in levels["county"])
    cities = tuple(spot(place) for place in levels["city"] if place.name.endswith("市"))
    districts = tuple(each for each in counties if each.name.endswith("区"))
    return Province(province.name, counties, districts if key in _MUNICIPALITIES else cities)
