"""The place in the name of a program: 深圳综合改革试点 is tried out in Shenzhen."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.units.names import Named, designation_in
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.programs import Programs
    from build_graph.extract.units.names import Names

_TOWN = re.compile(r"[一-鿿]{1,7}?(?:镇|乡|街道)(?=.)")
_LONGEST = 16  # code points of the place


def in_programs(names: Names, programs: Programs) -> Iterator[Named]:
    """Yield the place that the name of a program begins with, where what follows is a reform of that place."""
    yield from _towns(names, programs)
    first: dict[str, str] = {}  # of the programs of each place
    for program in programs.found:
        if length := _place_length(names, program.name):
            first.setdefault(program.name[:length], program.name)
    lengths = sorted({len(place) for place in first})
    for mention in programs.mentions:
        for place in dict.fromkeys(mention.name[:length] for length in lengths):
            if place in first:
                span = Span(mention.span.start, mention.span.start + len(place))
                yield Named(span, mention.span, "unit-in-name", designation_in(first[place]), program=first[place])


def _towns(names: Names, programs: Programs) -> Iterator[Named]:
    """甲镇X试点工作方案, where the program is X试点: the town tries it out."""
    first: dict[str, str] = {}  # of the programs that go by each name
    for program in programs.found:
        for name in (program.name, *program.aliases):
            first.setdefault(name, program.name)
    for mention in programs.mentions:
        town = _TOWN.match(mention.name)
        called = first.get(mention.name[town.end() :]) if town else None
        if town is None or called is None:
            continue
        place = names.resolution(town[0]).place
        if place is not None and place.level == "township":
            span = Span(mention.span.start, mention.span.start + town.end())
            yield Named(span, mention.span, "unit-in-name", designation_in(mention.name), program=called)


@cache
def _reform() -> re.Pattern[str]:
    return re.compile(either(__package__, "unit_words", "place_reform"))


def _place_length(names: Names, name: str) -> int:
    for length in range(min(_LONGEST, len(name) - 2), 1, -1):
        if _reform().match(name, length) and names.is_place(name[:length]):
            return length
    return 0
