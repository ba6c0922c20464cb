"""What all readers share: the bytes of a file, and the making of a document from a text."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from build_graph.read.errors import ReadError
from build_graph.read.markup import is_markup
from build_graph.read.stated import Stated

if TYPE_CHECKING:
    from pathlib import Path

    from build_graph.model import Content, Document

LARGEST = 200 * 2**20
"""Bytes of the largest file or record that is read."""
LONGEST_LINE = 1_000_000
"""Characters of the longest line that a document can have: what is longer is data, not a page."""


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        ReadError: if it cannot be opened or is too large.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ReadError(f"{path} is larger than {LARGEST // 2**20} MB; split it into documents")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}") from error


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def checked(document: Document, where: str) -> Document:
    """Return the document if there is something to read in it.

    Raises:
        ReadError: if it is empty, or has a line that no page has.
    """
    text = document.content.text if document.content else document.text
    if not text.strip():
        raise ReadError(f"{where} is empty; give a file with text")
    longest = max(map(len, text.splitlines()))
    if longest > LONGEST_LINE:
        raise ReadError(f"{where} has a line of {longest:,} characters, which no page has; split it into documents")
    return document


def page_or_text(text: str, *, page: bool) -> tuple[Content | None, Stated]:
    """Return the content of a page and what it states; of a text that is no markup nothing of both.

    Args:
        text: any text.
        page: it is known to be a page; else its tags must show it.
    """
    if not (page and "<" in text) and not is_markup(text):
        return None, Stated()
    from build_graph.read.html import read_page  # noqa: PLC0415  (a text does not need it)

    return read_page(text)
