"""The readers of plain text files and of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_graph.model import Document
from build_graph.read.encodings import EncodingError, decode, decode_page
from build_graph.read.errors import ReadError
from build_graph.read.source import bytes_of, checked, digest, page_or_text, short_enough

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PDF = b"%PDF-"
"""First bytes of a PDF: it can be written in ASCII, and is no text for all that."""


def read_text(path: Path, encoding: str | None = None) -> Iterator[Document]:
    """Yield the document in a text file. Text that is the source of a page is read as one.

    Raises:
        ReadError: if the file cannot be opened, is empty, binary, too large, or in another encoding.
    """
    yield _read(path, encoding, page=False)


def read_html(path: Path, encoding: str | None = None) -> Iterator[Document]:
    """Yield the document in a page: the file as decoded, with its main content and what it states about itself.

    Raises:
        ReadError: as for plain text.
    """
    yield _read(path, encoding, page=True)


def _read(path: Path, encoding: str | None, *, page: bool) -> Document:
    data = bytes_of(path)
    if data.startswith(PDF):
        raise ReadError(f"{path} is a PDF; give it a name that ends in .pdf")
    try:
        text, name = (decode_page if page else decode)(data, encoding)
    except EncodingError as error:
        raise ReadError(f"{path}: {error}") from error
    short_enough(len(text), str(path))
    content, stated = page_or_text(text, page=page)
    document = Document(path.stem, path.name, text, name, digest(data), content=content, **stated._asdict())
    return checked(document, str(path))
