"""Traps in a PDF, found before the library goes into them: streams that unpack to far too much, references in circles.

The library has no limit of its own: 300 kB can unpack to 300 MB, and it follows a reference to itself for ever. Here
each stream is unpacked piece by piece and thrown away; the count ends at the limit. What is packed twice over is
followed down.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

LARGEST_STREAM: Final = 256 * 2**20
"""Bytes of the largest stream that is unpacked: a page of A4 scanned in colour at 600 dots an inch has 104 MB."""

_STREAM: Final = re.compile(rb"stream\r?\n?")
_ALIAS: Final = re.compile(rb"(?<!\d)(\d{1,9})\s{1,4}\d{1,5}\s{1,4}obj\s{0,4}(\d{1,9})\s{1,4}\d{1,5}\s{1,4}R\b")
"""An object that is nothing but a reference to another one."""
_CHUNK: Final = 2**16
_PIECE: Final = 2**20
_PACKED: Final = b"x"
"""First byte of what zlib has packed with its usual window."""
_LAYERS: Final = 3


def has_bomb(data: bytes) -> bool:
    """Tell whether any stream of a PDF unpacks to more than the limit."""
    at = 0
    while found := _STREAM.search(data, at):
        stream = _Layer(_LAYERS)
        at = found.end()
        while at < len(data) and stream.is_open:
            stream.feed(data[at : at + _CHUNK])
            at += _CHUNK
        if stream.largest > LARGEST_STREAM:
            return True
        at -= stream.left_over
    return False


def has_circle(data: bytes) -> bool:
    """Tell whether references lead from an object back to it without anything between."""
    leads = {int(number): int(other) for number, other in _ALIAS.findall(data)}
    safe: set[int] = set()
    for start in leads:
        passed: set[int] = set()
        at = start
        while at in leads and at not in safe:
            if at in passed:
                return True
            passed.add(at)
            at = leads[at]
        safe |= passed
    return False


class _Layer:
    """What one unpacking gives, and what lies packed in that."""

    def __init__(self, layers: int) -> None:
        self._unpacker = zlib.decompressobj()
        self._layers = layers
        self._inner: _Layer | None = None
        self._size = 0
        self._is_broken = False
        self.left_over = 0
        """Bytes of the last chunk that were not unpacked any more."""

    @property
    def is_open(self) -> bool:
        """Whether there may be more to unpack."""
        return not (self._unpacker.eof or self._is_broken or self.largest > LARGEST_STREAM)

    @property
    def largest(self) -> int:
        """Bytes that came out, here or further in."""
        return max(self._size, self._inner.largest if self._inner else 0)

    def feed(self, data: bytes) -> None:
        """Unpack the next bytes."""
        while data and self.is_open:
            self.left_over = len(data)
            try:
                piece = self._unpacker.decompress(data, _PIECE)
            except zlib.error:
                self._is_broken = True
                return
            data = self._unpacker.unconsumed_tail
            self._take(piece)
        self.left_over = len(self._unpacker.unused_data)

    def _take(self, piece: bytes) -> None:
        if not self._size and self._layers and piece.startswith(_PACKED):
            self._inner = _Layer(self._layers - 1)
        self._size += len(piece)
        if self._inner:
            self._inner.feed(piece)
