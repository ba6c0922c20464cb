"""Where in a text names may begin and end, found by one scan: a series is read only where that allows it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from build_graph.extract.units.series_patterns import opening
from build_graph.places.bodies import endings
from build_graph.places.names import SHORTEST, short_name
from build_graph.tables import either, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.places import Gazetteer, Place

_LONGEST_TOWN = 7  # code points before the word for its kind
_TOWN_ENDS = re.compile("镇|乡|街道|苏木")
_JOINS = re.compile("[、和与及]")
_LONGEST_INSTITUTION = 20  # code points


class Positions:
    """The positions of one text at which names may begin and end."""

    def __init__(self, text: str, gazetteer: Gazetteer, home: Place | None) -> None:
        """Take the text and the division that its page speaks for, whose towns are known by their short names too."""
        names = gazetteer.names_in(text)
        self._shortest: dict[int, int] = {}
        for start, end in names:
            self._shortest[start] = min(end, self._shortest.get(start, end))
        self._institutions = frozenset(_starts_of_institutions(text))
        towns = _starts_of_towns(text, gazetteer) if home else ()
        self._starts = sorted(_openings(text).union(self._shortest, self._institutions, towns))
        ends = {found.end() for found in _unlisted().finditer(text)}
        ends.update(end for _, end in names)
        ends.update(_ends_of_towns(text, gazetteer, home) if home else ())
        self._ends = sorted(ends)

    def begins_place(self, start: int, stop: int) -> bool:
        """Tell whether the name of a place begins at a position and ends before another one."""
        return self._shortest.get(start, stop + 1) <= stop

    def begins_institution(self, start: int) -> bool:
        """Tell whether the name of an institution or a village may begin at a position, the first one of several."""
        return start in self._institutions

    def possible_starts(self, first: int, end: int) -> list[int]:
        """Return where a series may begin in a sentence: with a place, a town, an institution, 我市, 京津沪."""
        return self._starts[bisect_left(self._starts, first) : bisect_left(self._starts, end)]

    def possible_ends(self, first: int, last: int) -> list[int]:
        """Return where names of anything may end between two positions."""
        return self._ends[bisect_left(self._ends, first) : bisect_right(self._ends, last)]


def _openings(text: str) -> set[int]:
    return {match.start() for match in opening().finditer(text)}


def _starts_of_towns(text: str, gazetteer: Gazetteer) -> Iterator[int]:
    """Where names of townships begin, of any division: 乡 and 镇 end many other words."""
    for kind in _TOWN_ENDS.finditer(text):
        for start in range(max(0, kind.start() - _LONGEST_TOWN), kind.start()):
            if gazetteer.is_township(text[start : kind.end()]):
                yield start


def _starts_of_institutions(text: str) -> Iterator[int]:
    """Where names of institutions and villages may begin of which more follow: 选择中南大学、同济大学."""
    ends = (*words("build_graph.places", "bodies", "institution"), *words("build_graph.places", "bodies", "village"))
    for mark in _JOINS.finditer(text):
        end = mark.start()
        if not text.endswith(ends, 0, end):
            continue  # most
        for before in _before_institution().finditer(text, max(0, end - _LONGEST_INSTITUTION), end - SHORTEST):
            yield before.end()


@cache
def _before_institution() -> re.Pattern[str]:
    """A mark, or what designates the institutions behind it."""
    return re.compile(
        rf"[、，：；。（“\s]|{either('build_graph.extract.units', 'unit_words', 'verb')}|以|在|将|由|有|含|即|括|为"
    )


@cache
def _unlisted() -> re.Pattern[str]:
    """The last characters of names that no table lists: of towns and bodies, 我省, 内地九市."""
    return re.compile(f"[镇乡道木所省市县区州旗{''.join(sorted({ending[-1] for ending in endings()}))}]")


def _ends_of_towns(text: str, gazetteer: Gazetteer, home: Place) -> set[int]:
    """Where the short names of the townships of a division end."""
    towns = _towns(gazetteer, home)
    return {end for _, _, end in towns.find_matches_as_indexes(text, overlapping=True)} if towns else set()


@lru_cache(maxsize=64)  # the documents of a folder often come from few places
def _towns(gazetteer: Gazetteer, home: Place) -> AhoCorasick | None:
    """Return what finds the short names of the townships of a division, None if it has none."""
    short = {short_name(town.name) for town in gazetteer.townships_in(home)} - {None}
    return AhoCorasick(sorted(filter(None, short))) if short else None
