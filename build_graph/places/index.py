"""Who has a name: the indexes of full and short names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from build_graph.places.knowledge import province_names
from build_graph.places.names import SHORTEST, common_names, short_name
from build_graph.places.place import Hit, Place, hit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from build_graph.model import Level

Index = dict[str, tuple[Hit, ...]]

LEVELS: tuple[Level, ...] = ("province", "city", "county", "township", "other")
"""The levels from the top down."""


def full_names(places: Mapping[str, Place], aliases: Mapping[str, str]) -> Index:
    """Index official, former and common full names; those of today come first."""
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    for place in places.values():
        found[place.name].append(hit_of(place))
        for old in place.former_names:
            found[old.name].append(Hit(place, old.name, True, old.valid_from, old.valid_to))
        for common in common_names(place.name) if place.valid_to is None else ():
            found[common].append(hit_of(place))
    for name, key in aliases.items():
        found[name].append(hit_of(places[key]))
    return {name: tuple(sorted(hits, key=_today_first)) for name, hits in found.items()}


def short_names(places: Iterable[Place]) -> Index:
    """Index short names, higher levels first; a former name's short form only where nobody has it today."""
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    former: defaultdict[str, list[Hit]] = defaultdict(list)
    for place in places:
        if place.kind != "division":
            continue
        target = found if place.valid_to is None else former
        for short in shorts_of(place):
            target[short].append(hit_of(place))
        for old in place.former_names:
            if old_short := short_name(old.name):
                former[old_short].append(Hit(place, old.name, True, old.valid_from, old.valid_to))
    merged = {**former, **found}
    return {name: tuple(sorted(hits, key=_by_level)) for name, hits in merged.items()}


def shorts_of(place: Place) -> tuple[str, ...]:
    """Return the short names of a division of two characters and more."""
    if place.level == "province":
        return tuple(name for name in province_names().get(place.key, ()) if len(name) >= SHORTEST)
    short = short_name(place.name)
    return (short,) if short else ()


def _today_first(hit: Hit) -> tuple[bool, str]:
    return hit.former, hit.place.key


def _by_level(hit: Hit) -> tuple[int, str]:
    return LEVELS.index(hit.place.level), hit.place.key
