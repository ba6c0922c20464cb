"""A large graph cut into buckets, by the roots of the names of its nodes.

A root is in one bucket with all of its statements, whichever graph or file they are in. What is known of a file may
come from an earlier run: nothing here reads a statement before it is asked for.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, groupby, repeat
from typing import TYPE_CHECKING, Final

from build_graph.validate.cutting import DIGEST, root_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from build_graph.validate.cutting import Cut
    from build_graph.validate.lines import Lines, Place

_BITS: Final = 64
"""Of the number of a root."""


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

    @property
    def size(self) -> int:
        """Bytes of the statements of the bucket."""
        return sum(length for root in self.roots for _, _, length in self.places[root])

    def own(self) -> bytes:
        """Return the statements of the bucket, as the files have them."""
        return b"".join(self.stretches(self.roots))

    def stretches(self, roots: Iterable[int]) -> Iterator[bytes]:
        """Yield the statements of roots, as the files have them: some lines at a time."""
        return self.lines.stretches(sorted(place for root in roots for place in self.places.get(root, ())))

    def holds(self, node: bytes) -> bool:
        """Tell whether a node is in the bucket."""
        return root_of(node) % self.buckets == self.bucket


class Partition:
    """Where the statements of each root lie, and which bucket it is in.

    Numbers in arrays, in the order of the buckets: some 60 bytes for each stretch of statements of a root, less than a
    thousandth of the graph's size.
    """

    def __init__(self, lines: Lines, cuts: Iterable[Cut], bucket_size: int) -> None:
        """Take the lines of a graph, and how each of its files is cut."""
        self._lines = lines
        self._bits = (lines.size // bucket_size).bit_length()
        """Those of a root that tell its bucket."""
        ranks, places, digests = self._stretches(cuts)
        order = array("Q", sorted(range(len(ranks)), key=ranks.__getitem__))
        self._places = tuple(array("Q", map(column.__getitem__, order)) for column in places)
        """Of each stretch its file, where it starts, and its length."""
        self._ranks, self._firsts, self._digests = array("Q"), array("Q"), bytearray()
        """Of each root its rank, its first stretch, and its digest."""
        first = 0
        for rank, stretches in groupby(order, key=ranks.__getitem__):
            own = list(stretches)
            self._ranks.append(rank)
            self._firsts.append(first)
            self._digests += _digest(digests, own)
            first += len(own)
        self._firsts.append(first)  # where the stretches of the last root end

    def __len__(self) -> int:
        """The number of buckets, a power of two: most stay what they were when a graph grows a little."""
        return 1 << self._bits

    def roots(self, bucket: int) -> list[int]:
        """Return the roots of a bucket, in a fixed order."""
        first, last = (bisect_left(self._ranks, each << (_BITS - self._bits)) for each in (bucket, bucket + 1))
        return list(map(self._root, self._ranks[first:last]))

    def digests(self, roots: Iterable[int]) -> bytes:
        """Return digests of the statements of roots, one after the other; nothing for those that have none."""
        found = (number for number in map(self._number, roots) if number is not None)
        return b"".join([self._digests[DIGEST * number : DIGEST * (number + 1)] for number in found])

    def piece(self, bucket: int, looked_at: Collection[int] = ()) -> Piece:
        """Return a bucket with the roots that it may look at."""
        roots = self.roots(bucket)
        places = {root: found for root in (*roots, *looked_at) if (found := self._places_of(root))}
        return Piece(self._lines, bucket, len(self), roots, places)

    def _stretches(self, cuts: Iterable[Cut]) -> tuple[array[int], tuple[array[int], ...], bytearray]:
        """Return of each stretch, in the order of the files, the rank of its root, its place, and its digest."""
        ranks, places, digests = array("Q"), (array("Q"), array("Q"), array("Q")), bytearray()
        for number, cut in enumerate(cuts):
            ranks.extend(map(self._rank, cut.roots))
            starts = list(accumulate(cut.lengths, initial=0))[:-1]
            for column, values in zip(places, (repeat(number, len(starts)), starts, cut.lengths), strict=True):
                column.extend(values)
            digests += cut.digests
        return ranks, places, digests

    def _places_of(self, root: int) -> list[Place]:
        number = self._number(root)
        if number is None:
            return []
        files, starts, lengths = (column[slice(*self._firsts[number : number + 2])] for column in self._places)
        return list(zip(files, starts, lengths, strict=True))

    def _number(self, root: int) -> int | None:
        """Return the number of a root, if it has statements."""
        rank = self._rank(root)
        number = bisect_left(self._ranks, rank)
        return number if number < len(self._ranks) and self._ranks[number] == rank else None

    def _rank(self, root: int) -> int:
        """Return a root with the bits first that tell its bucket: by this, roots are in the order of the buckets."""
        return (root & (len(self) - 1)) << (_BITS - self._bits) | root >> self._bits

    def _root(self, rank: int) -> int:
        """Return the root that has a rank."""
        return (rank & ((1 << (_BITS - self._bits)) - 1)) << self._bits | rank >> (_BITS - self._bits)


def _digest(digests: bytearray, stretches: Iterable[int]) -> bytes:
    parts = (digests[DIGEST * each : DIGEST * (each + 1)] for each in stretches)
    return hashlib.sha256(b"".join(parts)).digest()
