"""Names in lists of pilot units, before they are resolved to places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_graph.parse.spans import Span, trimmed
from build_graph.places import resolve

if TYPE_CHECKING:
    from build_graph.model import Level
    from build_graph.parse.reading import Reading
    from build_graph.places import Resolution

_JOIN = re.compile(r"、|和|与|及|；")
_NOT_A_NAME = re.compile(r"[。，：！？|%]")
_DESIGNATION = re.compile(r"试点(?:省份?|县|市|区域?|城市|地区|单位)?(?:（[^）]{1,12}）)?")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a list, with what the list says of it."""

    span: Span
    context: Span
    rule: str
    designation: str = ""
    province: str | None = None
    """The province that the row, the heading or the list gives, as written."""
    level: Level | None = None
    """The level that the list gives its names (11个城市)."""


def list_elements(reading: Reading, span: Span) -> list[Span]:
    """Return the spans of the names in a list that 、, 和 or 与 join."""
    elements, start = [], span.start
    for mark in _JOIN.finditer(reading.text, span.start, span.end):
        elements.append(trimmed(reading.text, Span(start, mark.start())))
        start = mark.end()
    elements.append(trimmed(reading.text, Span(start, span.end)))
    return [element for element in elements if element.end > element.start]


def resolution(reading: Reading, span: Span, province: str | None = None, level: Level | None = None) -> Resolution:
    """Resolve a name as of the date of the page."""
    written = reading.slice(span)
    return resolve(reading.gazetteer, written, province=province, on=reading.date, level_hint=level)


def is_place(reading: Reading, span: Span, level: Level | None = None) -> bool:
    """Tell whether a span is the name of one place and nothing else."""
    return not _NOT_A_NAME.search(reading.slice(span)) and resolution(reading, span, level=level).place is not None


def designation_in(words: str) -> str:
    """Return the words of a designation (试点县, 试点城市（区）) that a stretch of text holds, or an empty string."""
    found = _DESIGNATION.search(words)
    return found[0] if found else ""
