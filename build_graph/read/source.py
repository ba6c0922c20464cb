"""What all readers share: the bytes of a file, and the making of a document from a text."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from build_graph.read.disguised import undisguised, undisguised_in
from build_graph.read.errors import ReadError
from build_graph.read.markup import is_markup
from build_graph.read.stated import Stated

if TYPE_CHECKING:
    from pathlib import Path

    from build_graph.model import Content, Document

LARGEST = 200 * 2**20
"""Bytes of the largest file that is read whole; an archive or a file of JSON Lines may be of any size."""
LARGEST_RECORD = 50 * 2**20
"""Bytes of the largest record of an archive, as it is packed or once it is unpacked, and of the longest line of JSON
Lines: one of them is in memory at a time, several times over while it is decoded."""
LONGEST_TEXT = 20_000_000
"""Characters of the longest text that is read as one document, markup included. A book of a thousand pages has one
million; each character costs some hundred bytes on its way to the facts."""
LONGEST_LINE = 1_000_000
"""Characters of the longest line that a document can have: what is longer is data, not a page."""


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file. Of what has no size of its own (a pipe, a device) no more than the limit is taken.

    Raises:
        ReadError: if it cannot be opened or is too large.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > LARGEST else file.read(size + 1)  # room for what is read is made before it is read
            if len(data) > size:  # it has no size of its own, or grows
                data += file.read(LARGEST + 1 - len(data))
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}") from error
    if max(size, len(data)) > LARGEST:
        raise ReadError(f"{path} is larger than {LARGEST // 2**20} MB; split it into documents")
    return data


def short_enough(length: int, where: str) -> None:
    """Refuse a text of so many characters if it is too long to be one document.

    Raises:
        ReadError: if it is.
    """
    if length > LONGEST_TEXT:
        raise ReadError(f"{where} is longer than {LONGEST_TEXT:,} characters; split it into documents")


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def checked(document: Document, where: str) -> Document:
    """Return the document if there is something to read in it.

    Raises:
        ReadError: if it is empty, too long, or has a line that no page has.
    """
    text = document.content.text if document.content else document.text
    short_enough(len(text), where)
    if not text.strip():
        raise ReadError(f"{where} is empty; give a file with text")
    longest = max(map(len, text.splitlines()))
    if longest > LONGEST_LINE:
        raise ReadError(f"{where} has a line of {longest:,} characters, which no page has; split it into documents")
    return document


def page_or_text(text: str, *, page: bool) -> tuple[Content | None, Stated]:
    """Return the content of a page and what it states; of a text that is no markup at most what it says in disguise.

    Args:
        text: any text.
        page: it is known to be a page; else its tags must show it.
    """
    if not (page and "<" in text) and not is_markup(text):
        return undisguised(text), Stated()
    from build_graph.read.html import read_page  # noqa: PLC0415  (a text does not need it)

    content, stated = read_page(text)
    return undisguised_in(content), stated
