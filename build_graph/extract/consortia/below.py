"""Alliances whose members are the numbered lines below the sentence that founds them.

由我院牵头，与下列单位共同组建X联盟：/ 1. 甲医院 / 2. 乙公司. 我院 is the institution of the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_graph.extract.consortia.names import is_general
from build_graph.extract.consortia.roles import Alliance, first_lead, names_of_alliances
from build_graph.parse.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.lines import Line
    from build_graph.parse.reading import Reading

_LONGEST = 200  # code points of the sentence
_LONGEST_NAME = 40  # code points of a member
_FEWEST = 2
_LEADS_TO = re.compile(r"(?:下列|以下|如下)[^。；]*：")
_NO_NAME = re.compile("[。，：；](?=.)")


def alliances_with_lines(reading: Reading) -> Iterator[Alliance]:
    """Yield the alliances of lines that lead to a numbered list of who belongs to them."""
    for number, line in enumerate(reading.lines):
        if not line.text.endswith("：") or len(line.text) > _LONGEST or not _LEADS_TO.search(line.text):
            continue
        start = line.text.rfind("。") + 1
        said = line.text[start:-1]
        named = list(names_of_alliances(said))
        members = [item for item in _items(reading, number) if item not in named]
        if len(named) != 1 or is_general(named[0]) or len(members) < _FEWEST:
            continue
        span = Span(line.span.start + start, line.span.end - 1)
        yield Alliance(span, named[0], first_lead(said), tuple(members))


def _items(reading: Reading, number: int) -> Iterator[str]:
    """The names in the numbered lines below a line, as long as one follows the other."""
    below = reading.lines[number + 1 :]
    for ordinal, line in enumerate(below, 1):
        if line.ordinal != ordinal or line.level != below[0].level or not _is_name(line):
            return
        yield line.content_text.rstrip("；。，、")


def _is_name(line: Line) -> bool:
    return len(line.content_text) <= _LONGEST_NAME and not _NO_NAME.search(line.content_text)
