"""Names of places in a text, each looked at by itself: where it stands and what comes next."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from build_graph.places.knowledge import weak_names
from build_graph.places.names import SHORTEST, short_name
from build_graph.places.place import hit_of
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.places.gazetteer import Gazetteer
    from build_graph.places.place import Hit, Place

_HAN = re.compile(r"[㐀-鿿]")


@dataclass(frozen=True, slots=True)
class Match:
    """A name in a text and who may be meant."""

    start: int
    end: int
    name: str
    hits: tuple[Hit, ...]
    short: bool

    def in_use(self, year: int | None) -> Match:
        """Return it without divisions that had a generic name (市区) in other times than the text's."""
        if weak_names().get(self.name) != "generic":
            return self
        hits = tuple(hit for hit in self.hits if (not hit.former if year is None else hit.in_force(year)))
        return replace(self, hits=hits)

    def may_follow(self, text: str) -> bool:
        """Tell whether it may follow a place that it lies in: 甘肃合作、 does, 广西资源丰富 does not."""
        return not self._is_word() or not _HAN.match(text[self.end : self.end + 1])

    def stands_alone(self, text: str, *, after_place: bool) -> bool:
        """Tell whether it is a place without the one it lies in being named right before it.

        ``after_place``: another place is named right before it.
        """
        rule = weak_names().get(self.name)
        if rule == "generic" or self._is_word() or self._is_corps_division():
            return False
        if rule == "boundary" or (len(self.name) == SHORTEST and not self.short):
            return after_place or self.start == 0 or not _HAN.match(text[self.start - 1])
        return True

    def is_other_word(self, text: str) -> bool:
        """Tell whether the next character makes another word of it: 大连市场, 永平府."""
        following = text[self.end : self.end + 1]
        if not following:
            return False
        if not self.short:
            two = len(self.name) == SHORTEST and following in _other_words("two", "all")
            return two or following in _other_words(self.name[-1], "all")
        county = self._is_county() and following in _other_words("short", "county")
        return county or following in _other_words("short", "all")

    def _is_word(self) -> bool:
        return self.short and self._is_county() and weak_names().get(self.name) == "word"

    def _is_county(self) -> bool:
        return all(hit.place.level not in ("province", "city") for hit in self.hits)

    def _is_corps_division(self) -> bool:
        """第二师 is said of armies and schools as well."""
        return self.name.endswith("师") and all(hit.place.kind == "corps" for hit in self.hits)


@cache
def _other_words(ending: str, reach: str) -> str:
    rows = table("build_graph.places", "other_words")
    return "".join(row["following"] for row in rows if (row["ending"], row["in"]) == (ending, reach))


class Matcher:
    """Finds all names of a gazetteer in a text, overlapping ones too."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        full = [(name, False) for name in gazetteer.all_names() if len(name) >= SHORTEST]
        short = [(name, True) for name in gazetteer.all_short_names() if not gazetteer.short_hits(name)[0].former]
        self._names = full + short
        self._automaton = AhoCorasick([name for name, _ in self._names])

    def find(self, text: str, area: Place | None) -> list[Match]:
        """Return the names in a text that no following character turns into another word.

        ``area``: its townships are looked for as well.
        """
        found = [self._match(*indexes) for indexes in self._automaton.find_matches_as_indexes(text, overlapping=True)]
        if area is not None:
            found += _townships(self._gazetteer, text, area)
        return [match for match in found if not match.is_other_word(text)]

    def _match(self, pattern: int, start: int, end: int) -> Match:
        name, short = self._names[pattern]
        hits = self._gazetteer.short_hits(name) if short else self._gazetteer.hits(name)
        return Match(start, end, name, hits, short)


def _townships(gazetteer: Gazetteer, text: str, area: Place) -> Iterator[Match]:
    """Yield full and short names of the townships right below an area."""
    names: defaultdict[tuple[str, bool], list[Hit]] = defaultdict(list)
    for place in gazetteer.children(area):
        if place.level == "township":
            names[place.name, False].append(hit_of(place))
            if short := short_name(place.name):
                names[short, True].append(hit_of(place))
    for (name, is_short), hits in names.items():
        for found in re.finditer(re.escape(name), text):
            yield Match(found.start(), found.end(), name, tuple(hits), is_short)
