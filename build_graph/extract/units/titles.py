"""The places in the titles of documents that set up a zone: 《甲省乙市建设X试验区总体方案》."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.extract.units.names import Named
from build_graph.extract.units.patterns import word
from build_graph.extract.units.series import series_at
from build_graph.parse.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.extract.units.about import About
    from build_graph.extract.units.names import Names

_QUOTED = re.compile(r"《(?P<title>[^《》\n]{8,100})》")


@cache
def _sets_up() -> re.Pattern[str]:
    """建设X试验区总体方案: what a title says of the places that it begins with."""
    return re.compile(
        rf"(?:{word('start')})+(?P<of>[^《》，。]{{2,40}}?{word('zone')})(?:建设|试点|的|工作){{0,2}}"
        r"(?:总体|实施|工作|建设|行动|发展)*(?:方案|规划|批复|意见)(?:（[^（）]{1,20}）)?$"
    )


def in_titles(names: Names, about: About) -> Iterator[Named]:
    """Yield the places that by the title of a document build the zone that the program is."""
    reading = names.reading
    if not about.heads:
        return
    quoted = [Span(*found.span("title")) for found in _QUOTED.finditer(reading.text)]
    for title in [*quoted, *(line.span for line in reading.titles)]:
        series = series_at(names, title.start, title.end, strict=True)
        found = _sets_up().match(reading.text[series.span.end : title.end]) if series else None
        if series and found and about(found["of"]):
            for each in series.elements:
                yield Named(each.span, title, "unit-in-title", "", each.province, each.level, each.city)
