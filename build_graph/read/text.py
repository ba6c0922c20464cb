"""The reader of plain text files."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from build_graph.model import Document
from build_graph.read.encodings import EncodingError, decode
from build_graph.read.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 200 * 2**20
"""Bytes of the largest file that is read."""
LONGEST_LINE = 1_000_000
"""Characters of the longest line that a document can have: what is longer is data, not a page."""


def read_text(path: Path, encoding: str | None = None) -> Document:
    """Return the document in a text file.

    Raises:
        ReadError: if the file cannot be opened, is empty, binary, too large, or in another encoding.
    """
    data = _bytes(path)
    try:
        text, name = decode(data, encoding)
    except EncodingError as error:
        raise ReadError(f"{path}: {error}") from error
    if not text.strip():
        raise ReadError(f"{path} is empty; give a file with text")
    longest = max(map(len, text.splitlines()))
    if longest > LONGEST_LINE:
        raise ReadError(f"{path} has a line of {longest:,} characters, which no page has; split it into documents")
    return Document(path.stem, path.name, text, name, hashlib.sha256(data).hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise ReadError(f"{path} is larger than {LARGEST // 2**20} MB; split it into documents")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror}") from error
