"""The province that a sentence gives for the names of a series: 甲省在A、B等5个县, 我省A、B入选."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.units.patterns import word
from build_graph.places import Gazetteer
from build_graph.tables import table

if TYPE_CHECKING:
    from build_graph.extract.units.names import Names
    from build_graph.extract.units.series import Series
    from build_graph.parse.spans import Span
    from build_graph.places import Place

_REACH = 90  # code points between the province and the first name
_BACK = 300  # code points in which 该省 looks for its province


@cache
def _provinces() -> re.Pattern[str]:
    names = [place.name for place in Gazetteer.shipped().provinces()]
    return re.compile(
        "|".join(map(re.escape, [*names, *(row["short"] for row in table("build_graph.places", "provinces"))]))
    )


@cache
def _mention() -> re.Pattern[str]:
    return re.compile(rf"(?P<own>我[省区市])|(?P<that>{word('that_province')})|(?P<name>{_provinces().pattern})")


@cache
def _between() -> re.Pattern[str]:
    """What leads from a province to the names in it."""
    became = rf"(?:被|已|获|列|纳入|确定|{word('chosen')})[^，。；]{{0,50}}(?:是|为|有|即|包括|：|，(?=分别|包括|其中))"
    counted = rf"(?<!\d)\d++个?(?:{word('group')})?|试点(?:{word('group')})?|[省市县区]级"
    plain = rf"(?:{counted}|{word('chosen')}|{word('given')}|[（：、])*"
    return re.compile(rf"{plain}(?:{became})?{plain}")


def province_given(names: Names, sentence: Span, series: Series) -> str | None:
    """Return the full name of the province that leads to a series, if all names of the series lie in there."""
    text, start = names.reading.text, series.span.start
    left = max(sentence.start, start - _REACH)
    for found in reversed(list(_mention().finditer(text, left, start))):
        if _between().fullmatch(text, found.end(), start):
            province = _province(names, series, found)
            return province.name if province and _lie_in(names, series, province) else None
    return None


def _province(names: Names, series: Series, found: re.Match[str]) -> Place | None:
    if found["own"]:
        return _of_own(names, series, found[0])
    if found["name"]:
        return names.resolution(found["name"], level="province").place
    text = names.reading.text
    named = _provinces().findall(text, max(0, found.start() - _BACK), found.start())
    return names.resolution(named[-1], level="province").place if named else None


def _of_own(names: Names, series: Series, written: str) -> Place | None:
    """Return the province that a page calls its own; our 市 or 区 is one only where it is a province.

    A page that does not say which one it speaks for shows it by the names: they all lie in our province.
    """
    if names.is_home(written):
        place = names.resolution(written).place
        return place if place is not None and place.level == "province" else None
    if written != "我省":
        return None
    first = series.elements[0]
    place = names.resolution(names.reading.slice(first.span), first.province, first.level, first.city).place
    return names.reading.gazetteer.province_of(place) if place is not None else None


def _lie_in(names: Names, series: Series, province: Place) -> bool:
    """Tell whether all names of a series are those of places below a province."""
    for element in series.elements:
        written = names.reading.slice(element.span)
        found = names.resolution(written, province.name, element.level, element.city)
        if found.place is None or found.place.level == "province" or found.stated_province_differs:
            return False
    return True
