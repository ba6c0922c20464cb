"""All places, by key and by name, with their parents, successors and periods.

The compressed tables are made by ``tools/make_gazetteer.py``; ``tables/*.tsv`` are written by hand.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from build_graph.places import knowledge
from build_graph.places.index import Index, full_names, short_names
from build_graph.places.names import SHORTEST
from build_graph.places.place import Place, body_of, year_of
from build_graph.places.townships import Townships

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_graph.places.place import Hit


_REMEMBERED = 8192  # places of which is kept what they lie in


class Gazetteer:
    """Places of China: divisions of all levels since 1980, new areas, the Corps, named groups of divisions.

    Immutable. A question about a key that nothing has raises KeyError.
    """

    def __init__(self, places: Iterable[Place], aliases: Mapping[str, str], townships: Townships) -> None:
        """Take the places above the townships, further full names (name to key) and the townships."""
        self._places = {place.key: place for place in places}
        self._aliases = dict(aliases)
        self._townships = townships

    @staticmethod
    @cache
    def shipped() -> Gazetteer:
        """Return the gazetteer that comes with the program."""
        places = [*knowledge.divisions(), *knowledge.special_areas()]
        return Gazetteer(places, knowledge.aliases(), Townships())

    # --- places and their surroundings

    def __iter__(self) -> Iterator[Place]:
        """Yield all places above the townships, current and former, in the order of the tables."""
        return iter(self._places.values())

    def place(self, key: str) -> Place:
        """Return the place with this key."""
        found = self._places.get(key) or self._townships.at(key) or body_of(key)
        if found is None:
            raise KeyError(key)
        return found

    def provinces(self) -> tuple[Place, ...]:
        """Return the 34 provinces of today."""
        return tuple(self.place(key) for key in knowledge.province_names())

    def townships(self) -> tuple[Place, ...]:
        """Return all townships."""
        return self._townships.all()

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """Return the places it lies in, the nearest first."""
        return _with_ancestors(self, place.parent) if place.parent is not None else ()

    def children(self, place: Place) -> tuple[Place, ...]:
        """Return the divisions of today right below a place, townships included."""
        return self._children.get(place.key, ()) + self.townships_in(place)

    def townships_in(self, place: Place, beginning: str = "") -> tuple[Place, ...]:
        """Return the townships right below a place whose names begin so, in the order of their codes."""
        return self._townships.of(place.key, beginning) if place.level in ("city", "county") else ()

    def province_of(self, place: Place) -> Place | None:
        """Return the province it lies in, itself for a province, None for groups across provinces."""
        if place.level == "province":
            return place
        return next((each for each in self.ancestors(place) if each.level == "province"), None)

    def full_name(self, place: Place) -> str:
        """Return the name from the province down: 河北省唐山市滦州市; province and name for special areas."""
        above = self.ancestors(place)
        if place.kind == "corps":
            above = tuple(each for each in above if each.kind == "corps")
        elif place.kind != "division" and place.level != "township":
            above = tuple(each for each in above if each.level == "province" and not _begins_with(place, each))
        return "".join(each.name for each in reversed(above)) + place.name

    def english_name(self, place: Place) -> str | None:
        """Return the English name of a province, None for all others."""
        return knowledge.english_names().get(place.key)

    def lies_in(self, place: Place, area: Place) -> bool:
        """Tell whether it lies in an area or is a member of it, today or before the changes since 1980."""
        goals = (area.key, self.continuation(area).key, *area.members)
        return place.key != area.key and not _around(self, place).isdisjoint(goals)

    # --- time

    def successor(self, place: Place, on: str | int | None = None) -> Place:
        """Return what a former place is today, or was on an ISO date or year.

        It is the place itself where it still is, and where not one place took it up. Raises PlaceError if ``on``
        is no date.
        """
        year = year_of(on)
        while place.valid_to is not None and len(place.replaced_by) == 1:
            if year is not None and year < place.valid_to:
                break
            place = self.place(place.replaced_by[0])
        return place

    def continuation(self, place: Place) -> Place:
        """Return today's division of one that was renamed or raised.

        It is the place itself where it still is, and where it was merged or split.
        """
        while place.continued:
            place = self.place(place.replaced_by[0])
        return place

    def predecessors(self, place: Place) -> tuple[Place, ...]:
        """Return the former places that became it or part of it, the latest first."""
        return self._predecessors.get(place.key, ())

    # --- names

    def named(self, name: str) -> tuple[Place, ...]:
        """Return the places above the townships that have or had this full name, those of today first."""
        return _places_of(self.hits(name))

    def short(self, name: str) -> tuple[Place, ...]:
        """Return the places with this short name (楚雄, 朝阳), higher levels first."""
        return _places_of(self.short_hits(name))

    def hits(self, name: str) -> tuple[Hit, ...]:
        """Return who has or had this full name, today's first."""
        return self._full.get(name, ())

    def short_hits(self, name: str) -> tuple[Hit, ...]:
        """Return who has this short name, or who had it last, higher levels first."""
        return self._short.get(name, ())

    def townships_named(self, name: str) -> tuple[Place, ...]:
        """Return all townships of exactly this name."""
        return self._townships.named(name)

    def is_township(self, name: str) -> bool:
        """Tell whether any township has exactly this name."""
        return self._townships.has(name)

    def all_names(self) -> Iterable[str]:
        """Return every full name above the townships, former and common ones included."""
        return self._full.keys()

    def all_short_names(self) -> Iterable[str]:
        """Return every short name."""
        return self._short.keys()

    def ends_of_names(self, text: str, start: int = 0, stop: int | None = None) -> list[int]:
        """Return where the full and short names end that begin at a position of a text, the shortest first.

        ``stop``: where they end at the latest; None for the end of the text.
        """
        lengths = self._lengths.get(text[start : start + SHORTEST])
        if lengths is None:  # so it is at most positions of a text, and nothing else is looked up
            return []
        latest = len(text) if stop is None else stop
        ends = [start + length for length in lengths if start + length <= latest]
        return [end for end in ends if text[start:end] in self._full or text[start:end] in self._short]

    def names_in(self, text: str) -> list[tuple[int, int]]:
        """Return where full and short names begin and end in a text, overlapping ones too."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return [(start, end) for _, start, end in found]

    def is_name(self, text: str) -> bool:
        """Tell whether a text is names of places and nothing else: 保定市清苑区, but not words like 合作."""
        if self._is_one_name(text):
            return True
        cuts = self._lengths.get(text[:SHORTEST], ())  # none for most texts
        return any(
            self._is_one_name(text[:cut]) and self.is_name(text[cut:]) for cut in cuts if cut <= len(text) - SHORTEST
        )

    def _is_one_name(self, text: str) -> bool:
        return text in self._full or (text in self._short and knowledge.weak_names().get(text) != "word")

    # --- indexes

    @cached_property
    def _full(self) -> Index:
        return full_names(self._places, self._aliases)

    @cached_property
    def _short(self) -> Index:
        return short_names(self)

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """The lengths of the names that begin with the same two characters, the shortest first."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for name in (*self._full, *self._short):
            if len(name) >= SHORTEST:
                found[name[:SHORTEST]].add(len(name))
        return {beginning: tuple(sorted(lengths)) for beginning, lengths in found.items()}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        names = {*self._full, *self._short}
        return AhoCorasick(sorted(name for name in names if len(name) >= SHORTEST))

    @cached_property
    def _children(self) -> dict[str, tuple[Place, ...]]:
        found = defaultdict(list)
        for place in self:
            if place.parent and place.kind == "division" and place.valid_to is None:
                found[place.parent].append(place)
        return {key: tuple(places) for key, places in found.items()}

    @cached_property
    def _predecessors(self) -> dict[str, tuple[Place, ...]]:
        found = defaultdict(list)
        for place in self:
            for key in place.replaced_by:
                found[key].append(place)
        return {key: tuple(sorted(each, key=_latest_first)) for key, each in found.items()}


@lru_cache(maxsize=_REMEMBERED)  # of some places it is asked for with every name that is read
def _with_ancestors(gazetteer: Gazetteer, key: str) -> tuple[Place, ...]:
    """The place with a key and what it lies in, the nearest first."""
    place = gazetteer.place(key)
    return (place, *gazetteer.ancestors(place))


@lru_cache(maxsize=_REMEMBERED)
def _around(gazetteer: Gazetteer, place: Place) -> frozenset[str]:
    """The keys of a place and of what it lies in, today and before the changes since 1980."""
    today = gazetteer.continuation(place)
    around = {place, today, *gazetteer.ancestors(place), *gazetteer.ancestors(today)}
    return frozenset(each.key for each in around | set(map(gazetteer.continuation, around)))


def _begins_with(place: Place, province: Place) -> bool:
    """北京协和医院 names its province itself."""
    return place.kind == "body" and place.name.startswith(knowledge.province_names()[province.key][0])


def _latest_first(place: Place) -> int:
    return -(place.valid_to or 0)


def _places_of(hits: tuple[Hit, ...]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(hit.place for hit in hits))
