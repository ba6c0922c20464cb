"""Alliances that are the entries of a list, one a line.

三、X（共建型）。牵头学校：A；成员：B、C。 Such a line is about the alliance that it begins with, whatever marks part
what it tells, and so are those below it that name a role and who has it. Where others in a list have a lead or
members, a line may have nothing but a name: 六、X。
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.consortia.names import is_general
from build_graph.extract.consortia.roles import Alliance, alliance_of, names_of_alliances
from build_graph.parse.spans import Span
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading

_LONGEST = 300  # code points of an entry
_ENDS = str.maketrans("。；\n", "，，，")
_FEWEST = 2  # entries with roles in a list in which others may have only a name


def alliances_in_lists(reading: Reading) -> Iterator[Alliance]:
    """Yield the alliances whose roles the line tells that begins with their name, and those that only have one."""
    for entries in _lists(reading):
        told = [one for entry in entries if (one := _told(reading, entry))]
        yield from told
        if len(told) >= _FEWEST:
            yield from (one for entry in entries if (one := _bare(reading, entry)))


def _lists(reading: Reading) -> Iterator[list[Span]]:
    """The lines on alliances that follow one another, each with those below it that only tell a role of it."""
    entries: list[Span] = []
    for line in reading.lines:
        if entries and _role().match(line.content_text):
            entries[-1] = Span(entries[-1].start, line.span.end)
        elif not line.is_row and len(line.text) <= _LONGEST and _noun().search(line.text):
            entries.append(line.content)
        elif entries:
            yield entries
            entries = []
    if entries:
        yield entries


def _told(reading: Reading, entry: Span) -> Alliance | None:
    part = reading.slice(entry).rstrip("。；").translate(_ENDS)
    named = _named(part)
    told = named and alliance_of(reading, part, named)
    return told and told._replace(span=Span(entry.start + told.span.start, entry.start + told.span.end))


def _bare(reading: Reading, entry: Span) -> Alliance | None:
    """The alliance of a line that is nothing but its name."""
    part = reading.slice(entry)
    named = _named(part)
    if named is None or part[named.end() :].strip("。；") or is_general(named["name"]):
        return None
    return Alliance(Span(entry.start, entry.start + named.end("name")), named["name"], None, ())


def _named(part: str) -> re.Match[str] | None:
    """The name that an entry begins with, if it has no other."""
    named = _begins().match(part)
    return named if named and set(names_of_alliances(part)) == {named["name"]} else None


@cache
def _role() -> re.Pattern[str]:
    """牵头学校：A, in a line of its own."""
    roles = "|".join(either(__package__, "consortium_words", kind) for kind in ("lead_role", "member_role"))
    return re.compile(rf"(?:{roles})(?:名称|名单)?：")


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(either(__package__, "consortium_words", "consortium"))


@cache
def _begins() -> re.Pattern[str]:
    """X教联体（融合型）: the name, with its kind, before a mark."""
    noun = either(__package__, "consortium_words", "consortium")
    return re.compile(rf"“?(?P<name>[^，。；：（）“”的由]{{2,30}}?{noun})”?(?:（[^（）]{{1,12}}）)?(?=[，。；：（]|$)")
