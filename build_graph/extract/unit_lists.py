"""Pilot units in lists: …试点县名单（河北）, and below it one name a line."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from build_graph.extract.unit_names import Named, designation_in, list_elements, resolution
from build_graph.parse.spans import Span
from build_graph.places import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading
    from build_graph.parse.sections import Section

_GROUPED = re.compile(
    r"(?P<head>[一-鿿]{2,12})(?:（[^（）]*）)?(?:：\s*(?P<names>[^。，]+)|(?<!）)（(?P<bracketed>[^（）]+)）$)"
)

_SUM = re.compile(r"(?:等?[\d一二两三四五六七八九十]+个?[省市县区、（）地]{1,8})?[。；]?$")


def in_lists(reading: Reading) -> Iterator[Named]:
    """Yield the names below headings that announce units, each with its line and the province of the heading."""
    for section in reading.sections:
        if section.kind == "units" and section.heading is not None:
            yield from _list_below(reading, section)


def _list_below(reading: Reading, section: Section) -> Iterator[Named]:
    heading = section.heading
    if heading is None:
        return
    designation = re.sub(r"（.*", "", designation_in(heading.text))
    province = _province_of_heading(reading, heading.text)
    for line, following in zip_longest(section.lines, section.lines[1:]):
        if _heads_group(reading, line, following):
            province = line.content_text
            continue
        own, names = _province_of_line(reading, line)
        elements = list_elements(reading, names)
        known = [resolution(reading, element, own or province).place for element in elements]
        if not elements or any(place is None for place in known):
            return  # the list ends with the first line that is no name of a place
        yield from (Named(element, line.span, "unit-list-line", designation, own or province) for element in elements)


def _heads_group(reading: Reading, line: Line, following: Line | None) -> bool:
    """A line with a province alone heads the places below it that lie in it."""
    place = resolution(reading, line.content).place
    if place is None or place.level != "province" or following is None:
        return False
    below = resolution(reading, following.content, place.name)
    return below.place is not None and below.place.level != "province" and not below.stated_province_differs


def _province_of_line(reading: Reading, line: Line) -> tuple[str | None, Span]:
    """Return the place that a line begins with, and its names: 甲省：乙市、丙市, 甲市（乙区、丙区）."""
    found = _GROUPED.match(reading.text, *line.content)
    if found is None or resolve(reading.gazetteer, found["head"], on=reading.date).place is None:
        return None, _without_sum(reading, line.content)
    return found["head"], _without_sum(reading, Span(*found.span("names" if found["names"] else "bracketed")))


def _without_sum(reading: Reading, names: Span) -> Span:
    """Leave out the sum behind a list (…4个县（市、区）。)."""
    found = _SUM.search(reading.text, *names)
    return Span(names.start, found.start()) if found and found.start() > names.start else names


def _province_of_heading(reading: Reading, heading: str) -> str | None:
    """Return the province in the brackets of a heading or at its start: …名单（河北）, 河北省…名单."""
    bracketed = re.search(r"（(?P<name>[一-鿿]{2,8})）$", heading)
    for written in ([bracketed["name"]] if bracketed else []) + [heading[:n] for n in range(8, 1, -1)]:
        place = resolve(reading.gazetteer, written, on=reading.date).place
        if place is not None and place.level == "province":
            return place.name
    return None
