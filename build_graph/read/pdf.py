"""The reader of PDF: its text layer in the order of reading, without page numbers and running heads.

A PDF holds no decoded text: the text of the document is what is taken out here, and passages count in it.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from build_graph.model import Document
from build_graph.read.errors import ReadError
from build_graph.read.halves import whole
from build_graph.read.paragraphs import Printed, first_word, paragraphs
from build_graph.read.pdf_traps import LARGEST_STREAM, has_bomb, has_circle
from build_graph.read.rows import one_line, row_lines
from build_graph.read.source import bytes_of, checked, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pdfplumber.page import Page
    from pdfplumber.table import Table

_MARGIN = 0.12
"""Share of the height of a page at its top and its bottom where heads and page numbers stand."""
_PAGE_NUMBER = re.compile(r"[-—–－·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:[/，,\s]*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*")
_FEWEST_HEADS = 3
"""A line at the edge of so many pages, and of half of them, is a running head."""
_FEWEST_CHARACTERS = 20
"""A page of pictures with fewer characters than this was scanned."""
_WORD_GAP = 0.3
"""Least gap between two words, as a share of the size of the characters."""


def read_pdf(path: Path, encoding: str | None = None) -> Iterator[Document | ReadError]:
    """Yield the document in a PDF, and what is missing in it: single pages that were scanned.

    Raises:
        ReadError: if the file cannot be opened, is damaged or encrypted, unpacks to too much, or was scanned and has
            no text.
    """
    data = bytes_of(path)
    if has_bomb(data):
        raise ReadError(f"{path} unpacks to more than {LARGEST_STREAM // 2**20} MB on one page; print it to a new PDF")
    if has_circle(data):
        raise ReadError(f"{path} is damaged: an object of it is a reference to itself; print it to a new PDF")
    text, scanned = _text(path, data)
    yield checked(Document(path.stem, path.name, text, "pdf", digest(data)), str(path))
    for page in scanned:
        yield ReadError(f"{path}, page {page} is a scan without text; have its characters recognised (OCR) first")


def _text(path: Path, data: bytes) -> tuple[str, list[int]]:
    """Return the text, and the numbers of the pages that were scanned."""
    import pdfplumber  # noqa: PLC0415  (PDF only)

    logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # its complaints are not ours to print
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            pages: list[list[Printed]] = []
            scanned: list[int] = []
            for number, page in enumerate(pdf.pages, 1):
                pages.append(_printed(page))
                if page.images and sum(len(line.text) for line in pages[-1]) < _FEWEST_CHARACTERS:
                    scanned.append(number)
                page.close()
    except Exception as error:
        raise ReadError(f"{path}: {_mistake(error)}") from error
    if scanned and len(scanned) * 2 >= len(pages):
        raise ReadError(f"{path} is a scan without text; have its characters recognised (OCR) first")
    return whole("\n".join(paragraphs(_without_heads(pages)))), scanned


def _mistake(error: Exception) -> str:
    """Return what is wrong; the library raises what its parts raise, one inside the other."""
    if "Password" in repr(error) or "Password" in type(error).__name__:
        return "it is encrypted; save it without a password"
    return "it is no PDF, or it is damaged"


def _printed(page: Page) -> list[Printed]:
    """Return the lines of a page and the rows of its tables, from top to bottom."""
    clean = page.dedupe_chars().filter(lambda thing: thing.get("upright", True))
    tables = [table for table in clean.find_tables() if _is_table(table)]
    running = clean.filter(lambda thing: not any(_inside(thing, table) for table in tables))
    lines = running.extract_text_lines(x_tolerance_ratio=_WORD_GAP, keep_blank_chars=True)
    found = [_line(line, page) for line in lines if line["text"].strip()]
    for table in tables:
        found += (Printed(row, 0, 0, table.bbox[1], 0, is_row=True) for row in row_lines(_cells(table)))
    return sorted(found, key=lambda line: line.top)


def _line(line: dict[str, Any], page: Page) -> Printed:
    inked = [character for character in line["chars"] if character["text"].strip()]
    at_edge = line["top"] < _MARGIN * page.height or line["bottom"] > (1 - _MARGIN) * page.height
    left = inked[0]["x0"]
    word = inked[first_word("".join(character["text"] for character in inked)) - 1]["x1"] - left
    text = line["text"].strip()
    return Printed(text, left, inked[-1]["x1"], line["top"], inked[0]["size"], word, at_edge=bool(at_edge))


def _is_table(table: Table) -> bool:
    return len(table.rows) > 1 and any(sum(cell is not None for cell in row.cells) > 1 for row in table.rows)


def _inside(thing: dict[str, float], table: Table) -> bool:
    x0, top, x1, bottom = table.bbox
    return x0 <= (thing["x0"] + thing["x1"]) / 2 <= x1 and top <= (thing["top"] + thing["bottom"]) / 2 <= bottom


def _cells(table: Table) -> list[list[str]]:
    """Return the texts of a table, those of spanning cells wherever they span."""
    texts: list[list[str]] = []
    for number, (row, said) in enumerate(zip(table.rows, table.extract(x_tolerance_ratio=_WORD_GAP), strict=True)):
        line: list[str] = []
        for column, (cell, text) in enumerate(zip(row.cells, said, strict=True)):
            if cell is not None:
                line.append(one_line(text))
            elif number and _reaches_below(table, number, column):
                line.append(texts[number - 1][column])
            else:
                line.append(line[-1] if line else "")
        texts.append(line)
    return texts


def _reaches_below(table: Table, number: int, column: int) -> bool:
    """Tell whether a column of a row is covered by a cell that starts in a row above it."""
    middle = (table.rows[number].bbox[1] + table.rows[number].bbox[3]) / 2
    above = (row.cells[column] for row in table.rows[:number] if row.cells[column] is not None)
    return any(cell is not None and cell[3] > middle for cell in above)


def _without_heads(pages: Sequence[Sequence[Printed]]) -> list[Printed]:
    """Return the lines of all pages without page numbers and what stands at the edge of many of them."""
    at_edge = Counter(mark for page in pages for mark in {_mark(line) for line in page if line.at_edge})
    fewest = max(_FEWEST_HEADS, len(pages) / 2)
    return [
        line
        for page in pages
        for line in page
        if not (line.at_edge and (_PAGE_NUMBER.fullmatch(line.text) or at_edge[_mark(line)] >= fewest))
    ]


def _mark(line: Printed) -> str:
    return re.sub(r"[\d\s]+", "", line.text)
