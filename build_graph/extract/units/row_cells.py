"""Rows of lists without borders between their cells: which names are the units, and which say where they lie."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from build_graph.extract.units.names import SHORTEST
from build_graph.extract.units.series_patterns import province_name
from build_graph.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from build_graph.extract.units.names import Names
    from build_graph.extract.units.series import Element, Series
    from build_graph.model import Level
    from build_graph.parse.spans import Span

_APART = re.compile(r"[\s，,]+")
"""What stands between cells, and between the names of one cell does not."""


def is_province(names: Names, written: str) -> bool:
    """Tell whether a name is that of a province."""
    if not _begins_like_province().match(written):
        return False  # most names of a list; to resolve them takes longer
    place = names.resolution(written).place
    return place is not None and (place.level == "province" or place.kind == "corps")


def lie_in(names: Names, written: Iterable[tuple[str, Level | None]], province: str) -> bool:
    """Tell whether all of some names, each with the level it is given, are those of places in a province."""
    found = [names.resolution(name, province, level) for name, level in written]
    return all(
        each.place is not None and not each.stated_province_differs and each.place.level != "province" for each in found
    )


def led_by_province(names: Names, series: Series) -> tuple[str | None, Series]:
    """甲省　乙市　丙市: a province apart from the names that lie in it heads them."""
    text, (first, *rest) = names.reading.text, series.elements
    written = names.reading.slice(first.span)
    if not rest or not _apart(text, first, rest[0]) or not is_province(names, written):
        return None, series
    return (written, series._replace(elements=tuple(rest))) if _lie_in(names, rest, written) else (None, series)


def ended_by_province(names: Names, series: Series) -> tuple[str | None, Series]:
    """乙市　丙市　甲省: a province apart from the names that lie in it stands behind them."""
    text, (*rest, last) = names.reading.text, series.elements
    written = names.reading.slice(last.span)
    if not rest or not _apart(text, rest[-1], last) or not is_province(names, written):
        return None, series
    return (written, series._replace(elements=tuple(rest))) if _lie_in(names, rest, written) else (None, series)


def led_by_cities(names: Names, series: Series, province: str | None) -> Series:
    """甲市　乙县、丙区　丁市　戊县: cities apart from the counties that lie in them head them."""
    slice_, text = names.reading.slice, names.reading.text
    units: list[Element] = []
    city = ""
    for element, following in zip_longest(series.elements, series.elements[1:]):
        written = slice_(element.span)
        if (
            following
            and _apart(text, element, following)
            and is_county_of(names, slice_(following.span), written, province)
        ):
            city = written
        elif city and is_county_of(names, written, city, province):
            units.append(element._replace(city=city))
        else:
            return series
    return series._replace(elements=tuple(units))


def is_county_of(names: Names, written: str, city: str, province: str | None) -> bool:
    """Tell whether a name is that of a county in a city."""
    above = names.resolution(city, province).place
    place = names.resolution(written, province, "county", city).place
    return above is not None and place is not None and place.level == "county" and place.parent == above.key


def before_province(names: Names, span: Span, series_in: Callable[[int, int, str], Series | None]) -> Series | None:
    """甲县乙省: cells without anything between them, the province behind its places.

    ``series_in`` reads all of a stretch as a series of names in a province.
    """
    written = _province_at_end().search(names.reading.text, span.start + SHORTEST, span.end)
    if written is None or not is_province(names, written[0]):
        return None
    series = series_in(span.start, written.start(), written[0])
    if series is None:
        return None
    return series._replace(elements=tuple(each._replace(province=written[0]) for each in series.elements))


def _apart(text: str, left: Element, right: Element) -> bool:
    return _APART.fullmatch(text, left.span.end, right.span.start) is not None


def _lie_in(names: Names, elements: Iterable[Element], province: str) -> bool:
    return lie_in(names, ((names.reading.slice(each.span), each.level) for each in elements), province)


@cache
def _begins_like_province() -> re.Pattern[str]:
    """How the names of provinces and of the Corps begin, those with spaces in them, and 我省."""
    shorts = "|".join(row["short"][:2] for row in table("build_graph.places", "provinces"))
    return re.compile(rf"{shorts}|兵团|[我本]|.?\s")


@cache
def _province_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<=[县区市旗盟州镇乡）])(?:{province_name().pattern})(?:省|市|[一-鿿]{{0,4}}自治区)$")
