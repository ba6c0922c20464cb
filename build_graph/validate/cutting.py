"""A file of a graph cut into stretches: statements of one root that stand together.

Everything below a document or a program shares the *root* of its name, because it is validated together:
``document/A01``, ``document/A01#char=4,9``. Any other node is its own root.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from build_graph.validate.lines import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWNER: Final = rb"<[^>\n]*?/(?:document|program)/[^/#>\n]+"
_NODE: Final = rb"<[^>\n]*>|_:\S+"
_ROOT: Final = re.compile(rb"%b(?=[/#>])|%b" % (_OWNER, _NODE))
_STRETCH: Final = re.compile(
    rb"(%b)[/#>][^\n]*\n(?>(?:\1[/#>][^\n]*\n)*)|(%b) [^\n]*\n(?>(?:\2 [^\n]*\n)*)" % (_OWNER, _NODE)
)

_CHUNK: Final = 4 << 20
"""Bytes that are read at once."""

DIGEST: Final = hashlib.sha256().digest_size
"""Bytes of a digest."""
_NUMBER: Final = array("Q").itemsize


class Cut(NamedTuple):
    """The stretches of a file, one after the other; nothing lies between them."""

    roots: array[int]
    """Whose statements each holds."""
    lengths: array[int]
    """In bytes."""
    digests: bytes
    """A digest of each, one after the other."""

    def to_bytes(self) -> bytes:
        """Return this as bytes, in this machine's order of bytes."""
        return b"".join((self.roots.tobytes(), self.lengths.tobytes(), self.digests))

    @classmethod
    def from_bytes(cls, data: bytes) -> Cut:
        """Return what ``to_bytes`` wrote."""
        length = len(data) // (2 * _NUMBER + DIGEST) * _NUMBER
        return cls(array("Q", data[:length]), array("Q", data[length : 2 * length]), data[2 * length :])


def cut(file: IO[bytes]) -> Cut:
    """Read all lines of a file once, and cut it.

    Raises:
        NotPlainError: if a line has no subject.
    """
    roots, lengths, digests = array("Q"), array("Q"), bytearray()
    for lines, name in _stretches(file):
        roots.append(_number(name))
        lengths.append(len(lines))
        digests += hashlib.sha256(lines).digest()
    return Cut(roots, lengths, bytes(digests))


def root_of(node: bytes) -> int:
    """Return the root of a node's name, as a number that is the same in every run."""
    found = _ROOT.match(node)
    return _number(found[0] if found else node)


def _number(name: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(name, digest_size=8).digest())


def _stretches(file: IO[bytes]) -> Iterator[tuple[memoryview, bytes]]:
    """Yield each stretch: its lines, the name of its root."""
    for chunk, end in _chunks(file):
        at, view = 0, memoryview(chunk)
        for found in _STRETCH.finditer(chunk, 0, end):
            if found.start() != at:
                raise NotPlainError
            at = found.end()
            yield view[found.start() : at], found[1] or found[2]
        if at != end:
            raise NotPlainError


def _chunks(file: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield the file in pieces: the bytes of each, and where in them its last whole stretch ends."""
    file.seek(0)
    rest = b""
    while piece := file.read(_CHUNK):
        data = rest + piece
        end = _last_stretch(data)
        yield data, end
        rest = data[end:]
    yield rest, len(rest)


def _last_stretch(data: bytes) -> int:
    """Return where the last stretch starts; it may go on in the next piece."""
    start = _line_before(data, data.rfind(b"\n") + 1)
    root = _root_at(data, start)
    while start and _root_at(data, before := _line_before(data, start)) == root:
        start = before
    return start


def _line_before(data: bytes, end: int) -> int:
    return data.rfind(b"\n", 0, max(end - 1, 0)) + 1


def _root_at(data: bytes, start: int) -> bytes | None:
    found = _ROOT.match(data, start)
    return found[0] if found else None
