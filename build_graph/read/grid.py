"""Tables of a page -> rows of cells with borders between them; cells that span several are written out.

Tables that only lay out a page are none: those with a table inside, with one cell a row, or with running text in a
cell. A row that is one cell over the whole width is a line of its own above the table and a row with empty cells in it.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_graph.read.markup import attributes, elements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_graph.read.markup import Token

BORDER = " | "
Piece = tuple[int, int, str | None]
"""A raw span, and what stands for it; None: its own characters."""

_CELLS = {"td", "th", "caption"}
_RUNNING = 300
"""A cell with more characters than this, in several blocks, is a page and no cell."""
_BLOCKS = 3
_MOST_COLUMNS = 50
_MOST_ROWS = 1000
_LONGEST_COPY = 200
"""Characters of the longest cell that is written again in the rows and columns that it spans."""
_MOST_COPIED = 20
"""Characters that are written again for each one of a table: with more, its spans were made to swell the text."""


@dataclass(slots=True)
class _Cell:
    rows: int = 1
    columns: int = 1
    pieces: list[Piece] = field(default_factory=list)
    after: Token | None = None
    """The tag that ends it."""

    def says(self, text: str) -> str:
        """Return its text with references resolved and space collapsed."""
        raw = "".join(text[start:end] if put is None else put for start, end, put in self.pieces)
        return " ".join(html.unescape(raw).split())


@dataclass(slots=True)
class _Row:
    tag: Token
    cells: list[_Cell] = field(default_factory=list)


def table_end(text: str, tokens: Sequence[Token], at: int) -> int | None:
    """Return the end of the table that starts with the token ``at``; None if there is none or it only lays out."""
    if tokens[at].kind != "start" or tokens[at].name != "table":
        return None
    widths, blocks, length = [0], 0, 0
    for index in range(at + 1, len(tokens)):  # no copy of the rest: a page of tables would be copied for each of them
        token, end = tokens[index], index + 1
        if token.name == "table":
            return end if token.kind == "end" and sum(width > 1 for width in widths) > 1 else None
        if token.kind == "start" and token.name == "tr":
            widths.append(0)
        if token.kind == "start" and token.name in _CELLS:
            widths[-1] += 1
            blocks, length = 0, 0
        blocks += token.kind == "start" and (token.name in elements("block") or token.name == "br")
        length += len(text[token.start : token.end].strip()) if token.kind == "text" else 0
        if blocks > _BLOCKS and length > _RUNNING:
            return None
    return None


def rows_of(text: str, tokens: Sequence[Token]) -> Iterator[list[Piece]]:
    """Yield the rows of the table that ``tokens`` consist of, as pieces of lines; rows without text are left out."""
    rows = [row for row in _rows(text, tokens) if row.cells]
    left = _MOST_COPIED * (tokens[-1].end - tokens[0].start)
    in_table = False
    for row, origins in zip(rows, _origins(rows), strict=True):
        whole = len({id(cell) for cell in origins}) == 1
        if not any(cell.says(text) for cell in origins):
            continue
        in_table = in_table or not whole
        if whole and not in_table:
            yield row.cells[0].pieces if row.cells else []
        else:
            line = list(_line(text, row, origins, whole=whole or left < 0))
            left -= sum(len(put) for _, _, put in line if put)
            yield line


def _rows(text: str, tokens: Sequence[Token]) -> list[_Row]:
    rows: list[_Row] = []
    cell: _Cell | None = None
    for token in tokens:
        opens = token.kind == "start" and token.name in _CELLS
        if opens or token.name in _CELLS or token.name in {"tr", "table"}:
            if cell:
                cell.after = token
            cell = None
        if token.kind == "start" and token.name in {"tr", "caption"}:
            rows.append(_Row(token))
        if opens or (cell is None and token.kind == "text" and text[token.start : token.end].strip()):
            cell = _spanning(token)
            rows = rows or [_Row(token)]
            rows[-1].cells.append(cell)
        if cell is not None:
            cell.pieces.extend(_pieces(token))
    return rows


def _spanning(token: Token) -> _Cell:
    if token.kind == "text":
        return _Cell()
    spans = attributes(token)
    return _Cell(
        _number(spans.get("rowspan"), _MOST_ROWS, whole=_MOST_ROWS),
        _number(spans.get("colspan"), _MOST_COLUMNS, whole=1),
    )


def _number(written: str | None, most: int, whole: int) -> int:
    """Return a span as HTML reads it: 0 means all that follow, what is no number means 1."""
    digits = (written or "1").strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(int(digits[:6]), most) or whole


def _pieces(token: Token) -> Iterator[Piece]:
    if token.kind == "text":
        yield token.start, token.end, None
    elif token.name not in _CELLS and (token.name in elements("block") or token.name == "br"):
        yield token.start, token.end, " "


def _origins(rows: Sequence[_Row]) -> list[list[_Cell]]:
    """Return for each row the cell that each of its columns shows.

    ``below`` has for each column the cell that reaches into it, and into how many rows from this one on.
    """
    below: dict[int, tuple[int, _Cell]] = {}
    found = []
    for row in rows:
        shown: list[_Cell] = []
        own = list(reversed(row.cells))
        while (column := len(shown)) < _MOST_COLUMNS and (own or max(below, default=-1) >= column):
            left, cell = below.pop(column, (0, None))
            if cell is None:
                cell = own.pop() if own else _Cell()
                left = cell.rows
                for more in range(1, cell.columns):
                    below.setdefault(column + more, (left, cell))
            shown.append(cell)
            if left > 1:
                below[column] = (left - 1, cell)
        found.append(shown)
    return found


def _line(text: str, row: _Row, origins: Sequence[_Cell], *, whole: bool) -> Iterator[Piece]:
    """Yield the cells of a row: its own ones as they stand, the copies of others where the next tag stands."""
    own = {id(cell) for cell in row.cells}
    tag = row.tag
    for column, cell in enumerate(origins):
        if column:
            yield tag.start, tag.end, BORDER
        if id(cell) in own:
            own.remove(id(cell))
            yield from cell.pieces
            tag = cell.after or tag
        elif not whole and len(said := cell.says(text)) <= _LONGEST_COPY:
            yield tag.start, tag.end, said
