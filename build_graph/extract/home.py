"""The division that a page speaks for: what 我省, 全县 and 省卫生健康委 refer to."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_graph.extract.agencies import label
from build_graph.extract.alternatives import any_of
from build_graph.places import resolve
from build_graph.tables import either, words

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
_ALONE = re.compile(rf"(?P<place>{_DIVISION})(?![、和与及等])")
"""A place that is not the first of several."""
_ANY_DIVISION = re.compile(_DIVISION)
_OURS = re.compile(r"(?:我|全)(?P<level>省|自治区|市|县|区|州|旗)(?![直域])")
_SOURCE = re.compile(r"^(?:来源|据|转自)")
_DATED = re.compile(r"[12]\d{3}年\d{1,2}月\d{1,2}日")


def home(reading: Reading) -> tuple[Place, ...]:
    """Return the place that a page speaks for and what lies above it, from the province down; empty if none.

    The head of a title that goes on with the place's own doings tells it (河北：…, 大英县召开…), or the local body that
    issues or signs the page or that its data name, the newspaper that it comes from, the first place of the level that
    我省 or 我市 means, or the city or county whose government does what the page begins with.
    """
    told = (_of_titles, _of_issuers, _of_labels, _of_signatures, _of_newspapers, _of_ours, _of_governments)
    for name in (name for tells in told for name in tells(reading)):
        place = resolve(reading.gazetteer, name, on=reading.date).place
        if place is not None:
            return (*reversed(tuple(reading.gazetteer.ancestors(place))), place)
    return ()


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(rf"(?P<place>[一-鿿]{{2,{_LONGEST}}}?)(?:：|{either(__package__, 'home_words', 'act')})")


def _titles(reading: Reading) -> Iterator[str]:
    """The lines of the title; without marks; one that ends with a colon says whom the page is addressed to."""
    return (line.content_text.removeprefix("【") for line in reading.titles if not line.text.endswith("："))


def _of_titles(reading: Reading) -> Iterator[str]:
    for title in _titles(reading):
        found = _acts().match(title) or _ALONE.match(title)
        if found:
            inside = _ANY_DIVISION.match(title, found.end("place"))  # 甲市乙区人民政府
            yield from (found["place"] + inside[0], found["place"]) if inside else (found["place"],)


@cache
def _body() -> re.Pattern[str]:
    department = either(__package__, "agency_words", "department")
    return re.compile(rf"(?P<place>{_DIVISION})(?:{department}|[一-鿿]{{2,12}}?(?:厅|局)(?=\s|$|\d|关于|、))")


def _of_issuers(reading: Reading) -> Iterator[str]:
    """甲市财政局关于…: the division whose body heads the title."""
    for title in _titles(reading):
        found = _body().match(title)
        if found:
            yield found["place"]


def _of_labels(reading: Reading) -> Iterator[str]:
    """发布单位：甲市财政局, in the data at the top of a page."""
    for labelled in label().finditer(reading.text, 0, _TOP):
        found = _body().match(reading.text, labelled.end())
        if found:
            yield found["place"]


def _of_signatures(reading: Reading) -> Iterator[str]:
    """甲市财政局 above a line with nothing but a date."""
    for line, below in pairwise(reading.lines):
        is_dated = below.text.endswith("日") and _DATED.fullmatch(below.text)  # most lines end otherwise
        found = _body().match(line.text) if is_dated else None
        if found:
            yield found["place"]


def _of_newspapers(reading: Reading) -> Iterator[str]:
    """来源：甲日报, 乙在线9月5日讯."""
    for line in (*reading.lines[:6], *reading.lines[-4:]):
        for found in _newspaper().finditer(line.text):
            yield _SOURCE.sub("", found["place"])


@cache
def _newspaper() -> re.Pattern[str]:
    return re.compile(rf"(?P<place>[一-鿿]{{2,6}}?){any_of(words(__package__, 'home_words', 'newspaper'))}")


def _of_ours(reading: Reading) -> Iterator[str]:
    ours = _OURS.search(reading.text)
    if ours is None:
        return
    for found in _ANY_DIVISION.finditer(reading.text[:_TOP]):
        for start in range(found.start(), found.end() - 2):
            name = reading.text[start : found.end()]
            place = resolve(reading.gazetteer, name, on=reading.date).place if name.endswith(ours["level"]) else None
            if place is not None and place.level == _LEVELS[ours["level"]]:
                yield name
                return


@cache
def _government() -> re.Pattern[str]:
    begins = r"(?:日前|[近今昨]日|[今昨]天|^|[，：）\s讯电])"
    body, acts = r"(?:人民)?(?:政府|委)(?:办公室)?", either(__package__, "home_words", "government")
    return re.compile(rf"{begins}(?P<place>[一-鿿]{{2,6}}?[市县区旗州]){body}[^，。；、]{{0,6}}?{acts}")


def _of_governments(reading: Reading) -> Iterator[str]:
    """甲市政府出台意见: who acts in the first sentence of a page."""
    found = _government().search(reading.text[:_TOP].partition("。")[0])
    place = resolve(reading.gazetteer, found["place"], on=reading.date).place if found else None
    if found and place is not None and place.level in ("city", "county"):
        yield found["place"]
