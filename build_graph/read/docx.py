"""The reader of DOCX: paragraphs with their automatic numbers, and tables; no heads, feet or tables of contents.

A DOCX holds no decoded text: the text of the document is what is taken out here, and passages count in it.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from build_graph.model import Document
from build_graph.read.docx_numbers import Numbers
from build_graph.read.docx_styles import Styles
from build_graph.read.errors import ReadError
from build_graph.read.rows import one_line, row_lines
from build_graph.read.source import LARGEST, bytes_of, checked, digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement

_OLE = b"\xd0\xcf\x11\xe0"
"""First bytes of .doc, and of a .docx with a password."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = f"{_W}txbxContent"
_LEFT_OUT = {_FALLBACK, _TEXT_BOX, f"{_W}moveFrom", f"{_W}del", f"{_W}pPr"}
_HOLDERS = {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}
_PUT = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LONGEST_COPY = 200
"""Characters of the longest cell that is written again where it spans."""
_MOST_COPIED = 20
"""Characters that are written again for each one of a table: with more, its spans were made to swell the text."""
_MOST_COLUMNS = 63
"""Word makes no table with more; a cell cannot span more."""
_SPAN = f"{_W}gridSpan"
_XML = (".xml", ".rels")
_LARGEST_XML = 40 * 2**20
"""Bytes of the largest part of XML: elements take twenty times as much once they are read, and the text of a book of
a thousand pages takes less."""


def read_docx(path: Path, encoding: str | None = None) -> Iterator[Document]:
    """Yield the document in a DOCX.

    Raises:
        ReadError: if the file cannot be opened, is damaged, encrypted, of the old format, or unpacks to too much.
    """
    data = bytes_of(path)
    if data.startswith(_OLE):
        raise ReadError(f"{path} is encrypted, or a .doc; save it as .docx without a password")
    text = _text(path, data)
    yield checked(Document(path.stem, path.name, text, "docx", digest(data)), str(path))


def _text(path: Path, data: bytes) -> str:
    import docx  # noqa: PLC0415  (DOCX only)

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
            largest = max((part.file_size for part in packed.infolist() if part.filename.endswith(_XML)), default=0)
        if size <= LARGEST and largest <= _LARGEST_XML:
            word = docx.Document(io.BytesIO(data))
            return "\n".join(_Reading(word).lines(word.element.body))
    except Exception as error:
        raise ReadError(f"{path}: it is no DOCX, or it is damaged") from error
    most = LARGEST if size > LARGEST else _LARGEST_XML
    raise ReadError(f"{path} unpacks to more than {most // 2**20} MB; split it into documents")


class _Reading:
    """The walk through a document; its counters run on from paragraph to paragraph."""

    def __init__(self, word: Word) -> None:
        self._word = word
        self._styles = Styles(word)
        self._numbers = Numbers(word, self._styles)

    def lines(self, parent: BaseOxmlElement) -> Iterator[str]:
        """Yield the lines of what holds paragraphs and tables: the body, a text box, a content control."""
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag in _HOLDERS:
                yield from self.lines(element)

    def _paragraph(self, element: BaseOxmlElement) -> Iterator[str]:
        if self._styles.is_contents(element):
            return
        text = "".join(_said(element))
        yield self._numbers.before(element) + text if text.strip() else ""
        for box in element.iter(_TEXT_BOX):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self.lines(box)

    def _table(self, element: BaseOxmlElement) -> Iterator[str]:
        """Yield the rows of a table; one that only lays out the page gives the lines of its cells."""
        from docx.table import Table  # noqa: PLC0415

        _bound_spans(element)
        rows = [[cell._tc for cell in row.cells] for row in Table(element, self._word).rows]
        if sum(len(set(row)) > 1 for row in rows) > 1:
            yield from row_lines(_texts(rows))
            return
        for cell in dict.fromkeys(cell for row in rows for cell in row):
            yield from self.lines(cell)


def _bound_spans(table: BaseOxmlElement) -> None:
    """Let no cell span more columns than a table can have: the library makes a cell for each."""
    for span in table.iter(_SPAN):
        written = span.get(f"{_W}val") or ""
        if not (written.isascii() and written.isdigit() and len(written) <= 2 and int(written) <= _MOST_COLUMNS):
            span.set(f"{_W}val", "1")


def _said(element: BaseOxmlElement) -> Iterator[str]:
    """Yield the text of a paragraph, with what was inserted and without what was deleted."""
    for part in element:
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag in _PUT:
            yield _PUT[part.tag]
        elif part.tag not in _LEFT_OUT:
            yield from _said(part)


def _texts(rows: list[list[BaseOxmlElement]]) -> Iterator[list[str]]:
    said: dict[BaseOxmlElement, str] = {}
    own = copied = 0
    for row in rows:
        texts = []
        for cell in row:
            if cell not in said:
                said[cell] = one_line("\n".join("".join(_said(p)) for p in cell.iter(f"{_W}p")))
                own += len(said[cell])
                texts.append(said[cell])
                continue
            again = said[cell] if len(said[cell]) <= _LONGEST_COPY and copied <= _MOST_COPIED * own else ""
            copied += len(again)
            texts.append(again)
        yield texts
