"""Pilot units in sentences: 确定A、B为X试点县, 增加了A和B2个试点, 选择A、B…11个城市, 在A、B等省开展X试点."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.unit_names import Named, designation_in, is_place, list_elements
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.model import Level
    from build_graph.parse.reading import Reading

_LONGEST_CLAUSE = 1200  # code points; no list of places that a person writes is longer
_NUMBER = r"[\d一二两三四五六七八九十]+"
_LEVELS: dict[str, Level] = {"省": "province", "城": "city", "市": "city", "县": "county", "区": "county"}


@cache
def _constructions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    verb = either(__package__, "unit_words", "verb")
    becomes = either(__package__, "unit_words", "becomes")
    group = either(__package__, "unit_words", "group")
    names = r"(?P<list>[^《》]+?)"
    partial = rf"(?:等(?:{_NUMBER})?个?[省市县区、（）\w]{{0,6}}?)?"
    of = r"(?P<of>\S*?试点\w*)"
    return (
        ("unit-becomes", re.compile(rf"(?:.*?(?:{verb}了?)+)?{names}{partial}{becomes}{of}")),
        ("unit-counted", re.compile(rf".*?(?:{verb}了?)+{names}等?{_NUMBER}个(?P<of>\S*试点\w*)")),
        ("unit-listed", re.compile(rf".*?(?:{verb}了?)+{names}等?{_NUMBER}个?(?P<of>{group})(?!{becomes})")),
        ("unit-in", re.compile(rf".*?在{names}等?(?:{_NUMBER}个?)?(?:{group})?(?:开展|先行|进行)(?P<of>\S*试点\w*)")),
    )


@cache
def _veto() -> re.Pattern[str]:
    """What is refused, withdrawn, proposed or applied for designates nothing."""
    return re.compile(either(__package__, "unit_words", "veto"))


def in_sentences(reading: Reading) -> Iterator[Named]:
    """Yield the names that sentences designate, each with its clause; portraits of places designate nothing."""
    for sentence in reading.sentences:
        if reading.in_profile(sentence):
            continue
        for clause in reading.clauses(sentence):
            if clause.end - clause.start <= _LONGEST_CLAUSE:
                yield from _in_clause(reading, clause)


def _in_clause(reading: Reading, clause: Span) -> Iterator[Named]:
    if _veto().search(reading.text, clause.start, clause.end):
        return
    for rule, construction in _constructions():
        found = construction.match(reading.text, clause.start, clause.end)
        if not found:
            continue
        elements = list_elements(reading, Span(*found.span("list")))
        level = _LEVELS.get(found["of"][0])
        if _names_places(reading, elements, level):
            words = designation_in(found["of"])
            yield from (Named(element, clause, rule, words, level=level) for element in elements)
            return


def _names_places(reading: Reading, elements: list[Span], level: Level | None) -> bool:
    """At least half of the names are places; the others are told as not resolved."""
    places = sum(is_place(reading, element, level) for element in elements)
    return 0 < len(elements) <= 2 * places
