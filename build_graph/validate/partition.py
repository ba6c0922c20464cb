"""A large graph cut into buckets, by the names of its nodes.

Everything below a document or a program shares the *root* of its name, because it is validated together:
``document/A01``, ``document/A01#char=4,9``. Any other node is its own root. A root is in one bucket with all of its
statements, whichever graph they are in. Cutting only notes where the statements lie in the file.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from build_graph.validate.lines import NotPlainError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.validate.lines import Lines

_OWNER: Final = rb"<[^>\n]*?/(?:document|program)/[^/#>\n]+"
_NODE: Final = rb"<[^>\n]*>|_:\S+"
_ROOT: Final = re.compile(rb"%b(?=[/#>])|%b" % (_OWNER, _NODE))
_RUN: Final = re.compile(rb"(%b)[/#>][^\n]*\n(?:\1[/#>][^\n]*\n)*+|(%b) [^\n]*\n(?:\2 [^\n]*\n)*+" % (_OWNER, _NODE))
"""Statements of one root that stand together."""

_CHUNK: Final = 4 << 20
"""Bytes that are read at once."""


def root_of(node: bytes) -> int:
    """Return the root of a node's name, as a number that is the same in every run."""
    found = _ROOT.match(node)
    return _number(found[0] if found else node)


def _number(name: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(name, digest_size=8).digest())


class Partition:
    """Where the statements of each root lie, and which bucket it is in.

    It holds some 100 bytes for each stretch of statements of a root, about a thousandth of the graph's size.
    """

    def __init__(self, lines: Lines, bucket_size: int) -> None:
        """Read all lines once.

        Raises:
            NotPlainError: if a line has no subject.
        """
        self.lines = lines
        self._starts, self._lengths = array("Q"), array("Q")
        self._runs: dict[int, list[int]] = defaultdict(list)
        self._digests: dict[int, bytes] = {}
        for start, run, name in _runs(lines):
            self._add(start, run, _number(name))
        self._buckets: list[list[int]] = [[] for _ in range(1 << (lines.size // bucket_size).bit_length())]
        for root in sorted(self._runs):
            self._buckets[self.bucket_of(root)].append(root)

    def __len__(self) -> int:
        """The number of buckets, a power of two: most stay what they were when a graph grows a little."""
        return len(self._buckets)

    def bucket_of(self, root: int) -> int:
        """Return the bucket of a root."""
        return root % len(self._buckets)

    def roots(self, bucket: int) -> list[int]:
        """Return the roots of a bucket, in a fixed order."""
        return self._buckets[bucket]

    def digest(self, root: int) -> bytes:
        """Return a digest of the statements of a root; empty where there are none."""
        return self._digests.get(root, b"")

    def statements(self, root: int) -> bytes:
        """Return the statements of a root, as the file has them."""
        return b"".join(self.lines.read(self._starts[run], self._lengths[run]) for run in self._runs.get(root, ()))

    def _add(self, start: int, run: memoryview, root: int) -> None:
        self._runs[root].append(len(self._starts))
        self._starts.append(start)
        self._lengths.append(len(run))
        digest = hashlib.sha256(self._digests.get(root, b""))
        digest.update(run)
        self._digests[root] = digest.digest()


def _runs(lines: Lines) -> Iterator[tuple[int, memoryview, bytes]]:
    """Yield each stretch of statements of one root: where it starts, the lines, the root's name."""
    for start, chunk, end in _chunks(lines):
        at, view = 0, memoryview(chunk)
        for found in _RUN.finditer(chunk, 0, end):
            if found.start() != at:
                raise NotPlainError
            at = found.end()
            yield start + found.start(), view[found.start() : at], found[1] or found[2]
        if at != end:
            raise NotPlainError


def _chunks(lines: Lines) -> Iterator[tuple[int, bytes, int]]:
    """Yield the file in pieces: where each starts, its bytes, and where in them its last whole stretch ends."""
    lines.file.seek(0)
    start, rest = 0, b""
    while piece := lines.file.read(_CHUNK):
        data = rest + piece
        end = _last_run(data)
        yield start, data, end
        start, rest = start + end, data[end:]
    yield start, rest, len(rest)


def _last_run(data: bytes) -> int:
    """Return where the last stretch of statements of one root starts; it may go on in the next piece."""
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
