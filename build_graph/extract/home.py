"""The division that a page speaks for: what 我省, 全县 and 省卫生健康委 refer to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.places import resolve
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading
    from build_graph.places import Place

_LONGEST = 12  # code points of a place at the head of a title
_TOP = 400  # code points at the top of a page in which the place that it calls ours is named first
_LEVELS = {
    "省": "province",
    "自治区": "province",
    "市": "city",
    "州": "city",
    "县": "county",
    "区": "county",
    "旗": "county",
}
_DIVISION = r"[一-鿿]{2,8}?(?:省|自治区|市|自治州|州|盟|县|区|旗)"


def home(reading: Reading) -> tuple[Place, ...]:
    """Return the place that a page speaks for and what lies above it, from the province down; empty if none.

    The head of a title that goes on with the place's own doings tells it (河北：…, 大英县召开…), or the local body that
    issues the page, the newspaper that it comes from, or the first place of the level that 我省 or 我市 means.
    """
    for name in (*_of_titles(reading), *_of_issuers(reading), *_of_newspapers(reading), *_of_ours(reading)):
        place = resolve(reading.gazetteer, name, on=reading.date).place
        if place is not None:
            return (*reversed(tuple(reading.gazetteer.ancestors(place))), place)
    return ()


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(rf"(?P<place>[一-鿿]{{2,{_LONGEST}}}?)(?:：|{either(__package__, 'home_words', 'act')})")


def _of_titles(reading: Reading) -> Iterator[str]:
    for line in reading.titles:
        found = _acts().match(line.text) or re.match(rf"(?P<place>{_DIVISION})", line.text)
        if found:
            yield found["place"]


def _of_issuers(reading: Reading) -> Iterator[str]:
    """甲市财政局关于…: the division whose body heads the title."""
    department = either(__package__, "agency_words", "department")
    body = re.compile(rf"(?P<place>{_DIVISION})(?:{department}|[一-鿿]{{2,12}}?(?:厅|局)(?=\s|$|关于|、))")
    for line in reading.titles:
        found = body.match(line.text)
        if found:
            yield found["place"]


def _of_newspapers(reading: Reading) -> Iterator[str]:
    """来源：甲日报, 乙在线9月5日讯."""
    paper = re.compile(rf"(?P<place>[一-鿿]{{2,6}}?){either(__package__, 'home_words', 'newspaper')}")
    for line in (*reading.lines[:6], *reading.lines[-4:]):
        for found in paper.finditer(line.text):
            yield re.sub(r"^(?:来源|据|转自)", "", found["place"])


def _of_ours(reading: Reading) -> Iterator[str]:
    ours = re.search(r"(?:我|全)(?P<level>省|自治区|市|县|区|州|旗)(?!直)", reading.text)
    if ours is None:
        return
    for found in re.finditer(_DIVISION, reading.text[:_TOP]):
        for start in range(found.start(), found.end() - 2):
            name = reading.text[start : found.end()]
            place = resolve(reading.gazetteer, name, on=reading.date).place if name.endswith(ours["level"]) else None
            if place is not None and place.level == _LEVELS[ours["level"]]:
                yield name
                return
