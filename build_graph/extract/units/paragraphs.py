"""Pilot units that head paragraphs of their own: 各试点任务如下：, below it 甲市：探索…, 乙区：建设…."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from build_graph.extract.units.names import Named
from build_graph.parse.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from build_graph.extract.units.headings import Heading
    from build_graph.extract.units.names import Names
    from build_graph.parse.lines import Line

_HEAD = re.compile(r"(?P<name>[一-鿿]{2,24})：(?=[^：]{4,})")
_EACH = re.compile(r"各(?:试点|实验区|试验区|示范区|先行区)[^，。]{0,16}(?:如下|分别为|为)：?$")
"""What announces paragraphs, one for each unit."""
_FEWEST = 2  # paragraphs; one alone may be a label


def in_paragraphs(names: Names, heading: Callable[[str], Heading | None]) -> Iterator[Named]:
    """Yield the places that head the paragraphs below a line that announces units or what each of them does."""
    lines = names.reading.lines
    number = 0
    while number < len(lines):
        announced = _announces(lines[number], heading)
        number += 1
        found = list(_heads(names, islice(lines, number, None))) if announced else []
        number += len(found)  # a line among them announces those below it once more
        if len(found) >= _FEWEST:
            yield from found


def _heads(names: Names, lines: Iterable[Line]) -> Iterator[Named]:
    """Yield the heads of paragraphs up to the first line that is none."""
    for line in lines:
        head = _head_of(names, line)
        if head is None:
            return
        yield Named(head, line.span, "unit-of-paragraph")


def _announces(line: Line, heading: Callable[[str], Heading | None]) -> bool:
    return heading(line.text) is not None or _EACH.search(line.text) is not None


def _head_of(names: Names, line: Line) -> Span | None:
    """The name at the head of a paragraph; what lists names behind its colon is a line of a list."""
    found = _HEAD.match(line.content_text)
    if found is None or not re.search("，|。$", line.text):
        return None
    span = Span(line.content.start, line.content.start + found.end("name"))
    first = re.split("[、，；。]", line.content_text[found.end() :])[0]
    return span if names.is_place(found["name"]) and not names.is_known(first) else None
