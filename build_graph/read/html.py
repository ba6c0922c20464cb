"""Pages in HTML: what is in them for a reader, and what they state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.read.blocks import lines_of, shown
from build_graph.read.main_content import main_texts
from build_graph.read.markup import tokens
from build_graph.read.stated import Stated, stated
from build_graph.read.taking import content_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from build_graph.model import Content
    from build_graph.read.blocks import Line


def read_page(text: str) -> tuple[Content, Stated]:
    """Return the main content of a page and what the page states about itself. Takes any text."""
    found = list(tokens(text))
    visible = shown(found)
    lines = list(lines_of(text, visible))
    belonging = main_texts(text, visible)
    return content_of(text, _chosen(lines, belonging)), stated(text, found, lines)


def _chosen(lines: Sequence[Line], belonging: Collection[int]) -> Iterator[tuple[Line, bool]]:
    """Yield the lines, each with whether it belongs: a title always does, a row if any of its cells does."""
    for line in lines:
        yield line, line.is_title or any(part.start in belonging for part in line.parts)
