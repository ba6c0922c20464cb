"""Question marks at the edges of table cells and lines: spaces that a decoder could not read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from build_graph.repair.tracked import Edit
from build_graph.tables import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.repair.tracked import Tracked

KIND = "question marks for spaces"
_EDGE_OF_LINE = re.compile(
    r"^[ \t]*[?？](?:[?？ ]*[?？])?[ \t]*(?=[^?？\s])"  # an indent
    r"|(?<=[。；：，])[ ]*[?？][?？ ]*$"  # behind the last mark of a line
    r"|(?<=^\w{2}[省市县区州盟旗])[?？]+$|(?<=^\w{3}[省市县区州盟旗])[?？]+$",  # behind a name that stands alone
    re.MULTILINE,
)
_INSIDE = re.compile(r"(?<=[^?？\s]) ?[?？](?: [?？])+ ?(?=\w)")
"""Several inside a line, each apart: spaces between two columns."""
_CELL = re.compile(r"[^|\t\n]+")
_ROW = re.compile(r"^.*[|\t].*$", re.MULTILINE)
_QUESTION_MARK = re.compile("[?？]")
_UNREAD = "?？ "


def drop_cell_question_marks(text: Tracked) -> Tracked:
    """Drop runs of question marks at the edges of cells and lines, except behind a question, and between columns."""
    if not _QUESTION_MARK.search(text.text):
        return text
    edits = [Edit(*found.span()) for found in _EDGE_OF_LINE.finditer(text.text)]
    text = text.repair(KIND, edits)
    edits = [Edit(*found.span(), " ") for found in _INSIDE.finditer(text.text)]
    text = text.repair(KIND, edits)
    edits = [
        Edit(row.start() + cell.start() + start, row.start() + cell.start() + end)
        for row in _ROW.finditer(text.text)
        for cell in _CELL.finditer(row[0])
        for start, end in _question_marks(cell[0])
    ]
    return text.repair(KIND, edits)


def _question_marks(cell: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the question marks at the two edges of a cell, with the spaces among them."""
    start, end = len(cell) - len(cell.lstrip()), len(cell.rstrip())
    left = start + _length_at_edge(cell[start:end])
    if left > start:
        yield start, left
    right = end - _length_at_edge(cell[left:end][::-1])
    if right < end and not _question().search(cell):
        yield right, end


@cache
def _question() -> re.Pattern[str]:
    return re.compile(either("build_graph.repair", "questions", "question"))


def _length_at_edge(text: str) -> int:
    return len(text) - len(text.lstrip(_UNREAD))
