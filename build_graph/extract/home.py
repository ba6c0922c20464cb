"""The division that a page speaks for: what 我省, 全县 and 省卫生健康委 refer to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.places import resolve
from build_graph.tables import either

if TYPE_CHECKING:
    from build_graph.parse.reading import Reading
    from build_graph.places import Place

_LONGEST = 12  # code points of a place at the head of a title


def home(reading: Reading) -> tuple[Place, ...]:
    """Return the place at the head of the page's title and what lies above it, from the province down.

    The title must go on as one that speaks of the place's own doings: 河北：…, 大英县召开….
    """
    acts = re.compile(rf"(?P<place>[一-鿿]{{2,{_LONGEST}}}?)(?:：|{either(__package__, 'home_words', 'act')})")
    for line in reading.titles:
        found = acts.match(line.text)
        if not found:
            continue
        place = resolve(reading.gazetteer, found["place"], on=reading.date).place
        if place is not None:
            return (*reversed(tuple(reading.gazetteer.ancestors(place))), place)
    return ()
