"""Injected readings: 医(yī)院, 医(yi)(yi)院.

Some sites put the reading behind every occurrence of certain characters. Real brackets survive because what they
hold is no reading of the character before them: (GDP), (市、区), (ps:…). An author glosses a character now and then,
and once: only where there are many readings, or where one character has its reading again, have they been injected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.repair.syllables import READING, reads
from build_graph.repair.tracked import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.repair.tracked import Tracked

KIND = "injected readings"
_FEWEST = 5
"""Below this number of groups in a document they are taken for the author's own, unless one comes again."""
_GROUP = rf"[(（]({READING})[)）]"
_GROUPS = re.compile(rf"[(（](?<=[\u3400-\u4dbf\u4e00-\u9fff].){READING}[)）](?:{_GROUP})*")
_ONE = re.compile(_GROUP)


def drop_readings(text: Tracked) -> Tracked:
    """Drop every bracket that holds a reading of the character before it, repeated brackets as well."""
    edits = list(_injected(text.text))
    return text.repair(KIND, edits) if len(edits) >= _FEWEST or _comes_again(text.text, edits) else text


def _comes_again(text: str, readings: Sequence[Edit]) -> bool:
    """Tell whether a character has its reading in two places: 试(shi)点…试(shi)点."""
    glossed = [text[each.start - 1] for each in readings if text[each.start - 1] not in ")）"]
    return len(set(glossed)) < len(glossed)


def _injected(text: str) -> Iterator[Edit]:
    for groups in _GROUPS.finditer(text):
        character = text[groups.start() - 1]
        for group in _ONE.finditer(groups[0]):
            if reads(character, group[1]):
                yield Edit(groups.start() + group.start(), groups.start() + group.end())
