"""Choosing among the places that share a name: the stated province, the context, the date, the level."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_graph.places.index import LEVELS
from build_graph.places.knowledge import weak_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_graph.model import Level
    from build_graph.places.chain import Chain
    from build_graph.places.gazetteer import Gazetteer
    from build_graph.places.place import Hit, Place


_COUNTIES = ("县", "旗", "市")
"""How names of counties end that no two in one province had at a time."""


class Context(NamedTuple):
    """What is known besides the name."""

    province: Place | None = None
    """The province that the text states, or the Production and Construction Corps."""
    within: Place | None = None
    """The division that the text is about; it narrows but contradicts nothing."""
    year: int | None = None
    level: Level | None = None


class Choice(NamedTuple):
    """The hits that remain, and how they were narrowed down."""

    hits: tuple[Hit, ...]
    area: Place | None = None
    """The area in which the choice was made; None: all over China."""
    outside: bool = False
    """Nothing of this name lies in the stated province."""
    weak: bool = False
    """The name alone says too little: an ordinary word, or a name that two places go by equally."""


def choose(gazetteer: Gazetteer, chain: Chain, context: Context) -> Choice:
    """Narrow the hits of a chain's last name down as far as the context allows."""
    several = len(chain.hits) > 1  # else level and time decide nothing
    hits, area, outside = _inside(gazetteer, _of_level(chain.hits, context) if several else chain.hits, context)
    hits = _of_time(gazetteer, hits, context.year) if several else hits
    free = area is None and context.level is None and not chain.above
    if chain.short and free and _is_weak(chain.name, hits):
        return Choice(tuple(hits), area, outside, weak=True)
    return Choice(tuple(_highest(hits) if chain.short and several else hits), area, outside)


def settled(gazetteer: Gazetteer, hit: Hit, year: int | None) -> Place:
    """Return the place that a chosen hit stands for in a text of that year.

    A division that was renamed or raised is today's one. One that was merged or split stays itself until the
    year of its end, and is what took it up from then on.
    """
    place = gazetteer.continuation(hit.place)
    if year is not None and place.valid_to is not None and year >= place.valid_to:
        return gazetteer.successor(place)
    return place


def _of_level(hits: Sequence[Hit], context: Context) -> Sequence[Hit]:
    """Those of the level that is looked for, among the names in force; a former name never goes before one of today."""
    year = context.year
    there = [hit for hit in hits if (not hit.former if year is None else hit.in_force(year))]
    return [hit for hit in there if hit.place.level == context.level] or hits


def _inside(gazetteer: Gazetteer, hits: Sequence[Hit], context: Context) -> tuple[Sequence[Hit], Place | None, bool]:
    """Take those in the stated province; then in the context or what lies around it, the nearest first."""
    area, outside = None, False
    if context.province:
        found = _within(gazetteer, hits, context.province)
        outside = not found
        hits, area = (found, context.province) if found else (hits, None)
    for around in (context.within, *gazetteer.ancestors(context.within)) if context.within else ():
        found = _within(gazetteer, hits, around)
        if found:
            return found, around, outside
    return hits, area, outside


def _within(gazetteer: Gazetteer, hits: Iterable[Hit], area: Place) -> list[Hit]:
    if area.kind == "corps":
        area = gazetteer.province_of(area) or area
    return [hit for hit in hits if hit.place == area or gazetteer.lies_in(hit.place, area)]


def _of_time(gazetteer: Gazetteer, hits: Sequence[Hit], year: int | None) -> Sequence[Hit]:
    """Names in force in the year, else those of today, else former ones."""
    in_force = [hit for hit in hits if year is not None and hit.in_force(year)]
    today = [hit for hit in hits if not hit.former]
    return in_force or today or _last_county(gazetteer, hits)


def _last_county(gazetteer: Gazetteer, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Of former counties with one name in one province the last one: no two had it at a time, as suburbs (郊区) had."""
    names, provinces = {hit.name for hit in hits}, {gazetteer.province_of(hit.place) for hit in hits}
    if len(names) > 1 or len(provinces) > 1 or not hits[0].name.endswith(_COUNTIES):
        return hits
    return [max(hits, key=lambda hit: hit.valid_to or 0)]


def _is_weak(name: str, hits: Iterable[Hit]) -> bool:
    """Tell whether a short name stands for nothing by itself; cities go before words (日照 is the city)."""
    rule = weak_names().get(name)
    return rule == "rival" or (rule == "word" and all(hit.place.level == "county" for hit in hits))


def _highest(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Short names: the province before the prefecture, the prefecture before the county."""
    top = min(LEVELS.index(hit.place.level) for hit in hits)
    return [hit for hit in hits if LEVELS.index(hit.place.level) == top]
