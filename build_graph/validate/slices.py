"""A bucket slice by slice: one root alone can have far more statements than a bucket should.

A program that every tenth document names has a tenth of the graph below it. The engines take some six times the bytes
that they look at, so of such a bucket they get some nodes at a time, and beside them what the shapes look at from
these, as if it lay in other buckets.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.validate.partition import Piece

_SLICE: Final = 8 << 20
"""Bytes of statements that are looked at together. For each slice all of a bucket is read, so there should be few."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Some nodes of a bucket, with all of their statements."""

    piece: Piece
    """The bucket."""
    number: int
    slices: int
    """How many there are."""

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the bucket."""
        return self.slices == 1

    def own(self) -> bytes:
        """Return the statements of its nodes, as the files have them."""
        if self.is_whole:
            return self.piece.own()
        return b"".join(line for lines in self.piece.stretches(self.piece.roots) for line in self._lines(lines))

    def holds(self, node: bytes) -> bool:
        """Tell whether a node is among its nodes."""
        return self.piece.holds(node) and (self.is_whole or self._is_mine(node))

    def _lines(self, lines: bytes) -> Iterator[bytes]:
        last, mine = b"", False
        for line in lines.splitlines(keepends=True):
            subject = line.partition(b" ")[0]
            if subject != last:
                last, mine = subject, self._is_mine(subject)
            if mine:
                yield line

    def _is_mine(self, node: bytes) -> bool:
        return zlib.crc32(node) % self.slices == self.number


def slices(piece: Piece) -> Iterator[Slice]:
    """Yield the slices of a bucket: one, but for a large bucket."""
    number = 1 + piece.size // _SLICE
    return (Slice(piece, each, number) for each in range(number))
