"""A stream of what lies in a file, packed with gzip or not, which knows where in the file it stands."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

GZIP = b"\x1f\x8b\x08"
_CHUNK = 2**16
_WITH_HEADER = 31
"""Window bits of zlib: the largest window, and a gzip header."""


class DamagedError(Exception):
    """What is packed cannot be unpacked. Its text says why; what came before it has been read."""


class Unpacked:
    """The bytes of a file from ``start`` on; members of gzip one after the other."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        file.seek(start)
        self._file = file
        self.is_packed = file.read(len(GZIP)) == GZIP
        file.seek(start)
        self._next = start
        self._given = 0
        self._members: list[tuple[int, int]] = [(0, start)]
        """Where members start: in what was given, and in the file."""
        self._unpacker = zlib.decompressobj(_WITH_HEADER)
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """Return at most ``size`` bytes, none at the end.

        Raises:
            DamagedError: if they cannot be unpacked, or the file ends inside a member.
        """
        size = _CHUNK if size < 0 else size
        if not self.is_packed:
            found = self._file.read(size)
            self._given += len(found)
            return found
        while True:
            data = self._rest or self._file.read(_CHUNK)
            if not data:
                if self._members[-1][1] != self._next:
                    raise DamagedError("it is cut off")
                return b""
            found = self._unpack(data, size)
            if found:
                self._given += len(found)
                return found

    def tell(self) -> int:
        """Return how many bytes were given."""
        return self._given

    def _unpack(self, data: bytes, size: int) -> bytes:
        try:
            found = self._unpacker.decompress(data, size)
        except zlib.error as error:
            raise DamagedError("it cannot be unpacked") from error
        self._rest = self._unpacker.unconsumed_tail or self._unpacker.unused_data
        self._next = self._file.tell() - len(self._rest)
        if self._unpacker.eof:
            self._unpacker = zlib.decompressobj(_WITH_HEADER)
            self._members.append((self._given + len(found), self._next))
        return found

    def place(self, given: int) -> int:
        """Return where in the file that stands (or its member starts) which is at ``given`` of this stream."""
        if not self.is_packed:
            return self._members[0][1] + given
        return self._members[bisect_right(self._members, given, key=lambda member: member[0]) - 1][1]

    def after(self, place: int) -> int:
        """Return where in the file the next member starts after the one at ``place``; ``place`` if none is known."""
        return min((start for _, start in self._members if start > place), default=place)

    @property
    def member(self) -> int:
        """Where in the file the member starts that is being unpacked."""
        return self._members[-1][1]


def find(file: BinaryIO, what: bytes, start: int) -> int | None:
    """Return where ``what`` stands next in a file, from ``start`` on."""
    file.seek(start)
    kept = b""
    while data := file.read(_CHUNK):
        at = (kept + data).find(what)
        if at >= 0:
            return start - len(kept) + at
        start += len(data)
        kept = (kept + data)[1 - len(what) :]
    return None
