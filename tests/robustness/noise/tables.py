"""Noise of tables: other borders, one cell a line, a column that came down a row late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tests.robustness.noise.edits import Edit, Span, lines_of

_BORDER = re.compile(r"\s*[|\t]\s*")


def table_lines(text: str) -> Iterator[Span]:
    """Yield the lines that are rows of tables."""
    return ((start, end) for start, end in lines_of(text) if re.search(r"[|\t]", text[start:end]))


def _cells(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of the cells that hold anything, without spaces."""
    found = re.finditer(r"[^|\t\s](?:[^|\t]*[^|\t\s])?", text[start:end])
    return [(start + cell.start(), start + cell.end()) for cell in found]


def _rendered(text: str, before: str, border: str, after: str) -> Iterator[Edit]:
    for start, end in table_lines(text):
        cells = _cells(text, start, end)
        if not cells:
            continue
        yield Edit(start, cells[0][0], before)
        for left, right in pairwise(cells):
            yield Edit(left[1], right[0], border)
        yield Edit(cells[-1][1], end, after)


def tables_as_pipes(text: str, _: Random) -> Iterator[Edit]:
    """Tables with pipes on both sides: | 1 | 河北省 | 蔚县 |."""
    return _rendered(text, "| ", " | ", " |")


def tables_as_tabs(text: str, _: Random) -> Iterator[Edit]:
    """Tables with tabs between the cells."""
    return _rendered(text, "", "\t", "")


def tables_cell_by_cell(text: str, _: Random) -> Iterator[Edit]:
    """Tables with one cell a line."""
    return _rendered(text, "", "\n", "")


def tables_cell_by_cell_spaced(text: str, _: Random) -> Iterator[Edit]:
    """Tables with one cell a line and blank lines between, as paragraphs of cells leave them."""
    return _rendered(text, "", "\n\n", "\n")


def _run_together(text: str, between: str) -> Iterator[Edit]:
    """Rows and cells of each table on one line, with nothing but ``between`` where each ended."""
    lines = list(table_lines(text))
    yield from _rendered(text, "", between, "")
    for (_, end), (start, _) in pairwise(lines):
        if not text[end:start].strip():
            yield Edit(end, start, between)


def tables_run_together(text: str, _: Random) -> Iterator[Edit]:
    """Tables whose cells and rows have nothing between them: 1河北省蔚县2河北省平山县."""
    return _run_together(text, "")


def tables_in_one_line(text: str, _: Random) -> Iterator[Edit]:
    """Tables on one line, a space where each cell ended."""
    return _run_together(text, " ")


def shifted_provinces(text: str, random: Random) -> Iterator[Edit]:
    """The province of the row above, in a stretch of a table: a merged cell came down one row late."""
    rows = [(cell, text[slice(*cell)]) for cell in _province_cells(text)]
    if len(rows) < 4:
        return
    length = random.randint(len(rows) // 3, len(rows) // 2)
    first = random.randint(1, len(rows) - length)
    for (_, above), (cell, province) in pairwise(rows[first - 1 : first + length]):
        if above != province:
            yield Edit(*cell, above)


def _province_cells(text: str) -> Iterator[Span]:
    for start, end in table_lines(text):
        for cell in _cells(text, start, end)[:-1]:
            if re.fullmatch(r"[\u4e00-\u9fff]{2,}(?:省|自治区|市)", text[slice(*cell)]):
                yield cell
