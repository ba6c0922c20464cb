"""Pilot units in lists: …试点县名单（河北）, and below it one name a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.extract.unit_names import Named, designation_in, list_elements, resolution
from build_graph.places import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading
    from build_graph.parse.sections import Section


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
    for line in section.lines:
        elements = list_elements(reading, line.content)
        known = [resolution(reading, element, province).place for element in elements]
        if not elements or any(place is None for place in known):
            return  # the list ends with the first line that is no name of a place
        yield from (Named(element, line.span, "unit-list-line", designation, province) for element in elements)


def _province_of_heading(reading: Reading, heading: str) -> str | None:
    """Return the province in the brackets of a heading or at its start: …名单（河北）, 河北省…名单."""
    bracketed = re.search(r"（(?P<name>[一-鿿]{2,8})）$", heading)
    for written in ([bracketed["name"]] if bracketed else []) + [heading[:n] for n in range(8, 1, -1)]:
        place = resolve(reading.gazetteer, written, on=reading.date).place
        if place is not None and place.level == "province":
            return place.name
    return None
