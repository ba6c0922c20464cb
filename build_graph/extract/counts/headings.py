"""Lines that head what they count: （一）优化服务（4项）, 甲省 3个."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_graph.extract.counts.patterns import below_heading, group_head
from build_graph.parse.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.parse.reading import Reading


_ENDS = ("个", "家", "所", "县", "市", "区", "镇", "）")
"""How a line ends that is nothing but a division and a number."""


class CountedHeading(NamedTuple):
    """A heading with the number of what stands below it."""

    of: str
    number: str
    """As written."""
    span: Span
    """Of the number with its counting word."""
    line: Span


def counted_headings(reading: Reading) -> Iterator[CountedHeading]:
    """Yield the headings of tasks that count them, and the lines with a division and the number of its units."""
    told = set()
    for heading in _of_tasks(reading):
        told.add(heading.span.start)
        yield heading
    yield from (heading for heading in _of_divisions(reading) if heading.span.start not in told)


def _of_tasks(reading: Reading) -> Iterator[CountedHeading]:
    for section in reading.sections:
        heading = section.heading
        if heading is None or heading.level is None or section.kind not in {"task", "other"}:
            continue
        counted = below_heading().search(reading.text, *heading.title)
        if counted and counted["number"] not in {"一", "1"}:
            span = Span(counted.start("number"), counted.end() - 1)
            of = reading.text[heading.title.start : counted.start()]
            yield CountedHeading(of, counted["number"], span, heading.title)


def _of_divisions(reading: Reading) -> Iterator[CountedHeading]:
    for line in reading.lines:
        if not line.text.endswith((*_ENDS, "：")):
            continue  # most lines
        text = line.content_text.rstrip("：")
        counted = group_head().fullmatch(text) if text.endswith(_ENDS) else None
        if counted and reading.is_place(counted["of"]):
            at = line.content.start
            span = Span(at + counted.start("number"), at + counted.end("counted"))
            yield CountedHeading(counted["of"], counted["number"], span, line.content)
