"""A large graph cut into buckets, by the roots of the names of its nodes.

A root is in one bucket with all of its statements, whichever graph or file they are in. What is known of a file may
come from an earlier run: nothing here reads a statement before it is asked for.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, repeat
from typing import TYPE_CHECKING

from build_graph.validate.cutting import DIGEST, root_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from build_graph.validate.cutting import Cut
    from build_graph.validate.lines import Lines, Place


@dataclass(frozen=True, slots=True)
class Piece:
    """A bucket with what it may look at. It says where the statements lie: another process can read them."""

    lines: Lines
    bucket: int
    buckets: int
    """How many there are."""
    roots: Sequence[int]
    """Those of the bucket, in a fixed order."""
    places: Mapping[int, Sequence[Place]]
    """Where the statements of roots lie, of those that have any."""

    def own(self) -> bytes:
        """Return the statements of the bucket, as the files have them."""
        return self.lines.read(sorted(place for root in self.roots for place in self.places[root]))

    def statements(self, root: int) -> bytes:
        """Return the statements of a root, as the files have them."""
        return self.lines.read(self.places.get(root, ()))

    def holds(self, node: bytes) -> bool:
        """Tell whether a node is in the bucket."""
        return root_of(node) % self.buckets == self.bucket


class Partition:
    """Where the statements of each root lie, and which bucket it is in.

    It holds some 100 bytes for each stretch of statements of a root, about a thousandth of the graph's size.
    """

    def __init__(self, lines: Lines, cuts: Iterable[Cut], bucket_size: int) -> None:
        """Take the lines of a graph, and how each of its files is cut."""
        self._lines = lines
        self._files, self._starts, self._lengths = array("Q"), array("Q"), array("Q")
        self._stretches: dict[int, list[int]] = defaultdict(list)
        digests = bytearray()
        for number, cut in enumerate(cuts):
            for stretch, root in enumerate(cut.roots, len(self._files)):
                self._stretches[root].append(stretch)
            self._files.extend(repeat(number, len(cut.roots)))
            self._starts.extend(list(accumulate(cut.lengths, initial=0))[:-1])
            self._lengths.extend(cut.lengths)
            digests += cut.digests
        self._digests = {root: _digest(digests, stretches) for root, stretches in self._stretches.items()}
        self._buckets: list[list[int]] = [[] for _ in range(1 << (lines.size // bucket_size).bit_length())]
        for root in sorted(self._stretches):
            self._buckets[root % len(self._buckets)].append(root)

    def __len__(self) -> int:
        """The number of buckets, a power of two: most stay what they were when a graph grows a little."""
        return len(self._buckets)

    def roots(self, bucket: int) -> list[int]:
        """Return the roots of a bucket, in a fixed order."""
        return self._buckets[bucket]

    def digests(self, roots: Iterable[int]) -> bytes:
        """Return digests of the statements of roots, one after the other; nothing for those that have none."""
        digests = self._digests
        return b"".join([digests[root] for root in roots if root in digests])

    def piece(self, bucket: int, looked_at: Collection[int] = ()) -> Piece:
        """Return a bucket with the roots that it may look at."""
        roots = self.roots(bucket)
        places = {root: self._places(root) for root in (*roots, *looked_at) if root in self._stretches}
        return Piece(self._lines, bucket, len(self), roots, places)

    def _places(self, root: int) -> list[Place]:
        return [(self._files[each], self._starts[each], self._lengths[each]) for each in self._stretches[root]]


def _digest(digests: bytearray, stretches: list[int]) -> bytes:
    parts = (digests[DIGEST * each : DIGEST * (each + 1)] for each in stretches)
    return hashlib.sha256(b"".join(parts)).digest()
