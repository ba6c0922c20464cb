"""What the shapes look at beyond a bucket: which nodes, and their statements."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from build_graph.validate.cutting import root_of
from build_graph.validate.findings import SUBCLASS
from build_graph.validate.reach import TYPE
from build_graph.validate.slices import slices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_graph.validate.partition import Piece
    from build_graph.validate.reach import Reach
    from build_graph.validate.slices import Slice

_Link = tuple[bytes, bytes, bytes]
"""Subject, predicate and value of a statement whose value is a node, as N-Triples has them."""

_TYPE: Final = f"<{TYPE}>".encode()
_SUBCLASS: Final = str(SUBCLASS).encode()


@dataclass(slots=True)
class Survey:
    """How a bucket hangs together with others, by roots."""

    ahead: set[int] = field(default_factory=set)
    """Roots of other buckets, nodes of which are looked at."""
    behind: set[tuple[int, int]] = field(default_factory=set)
    """A root of another bucket, and the root here that points to it and is looked at from there."""
    ways: set[tuple[int, int]] = field(default_factory=set)
    """Steps from root to root by properties that are followed any number of steps."""
    classes: bool = False
    """Whether the bucket says which class is below which: then all of the graph hangs together."""

    def to_bytes(self) -> bytes:
        """Return this as bytes, in this machine's order of bytes."""
        counts = [int(self.classes), len(self.ahead), len(self.behind)]
        pairs = chain.from_iterable((*sorted(self.behind), *sorted(self.ways)))
        return array("Q", [*counts, *sorted(self.ahead), *pairs]).tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Survey:
        """Return what ``to_bytes`` wrote."""
        classes, ahead, behind, *roots = array("Q", data)
        pairs = list(zip(roots[ahead::2], roots[ahead + 1 :: 2], strict=True))
        return cls(set(roots[:ahead]), set(pairs[:behind]), set(pairs[behind:]), bool(classes))


class Neighbours:
    """What the shapes look at from buckets."""

    def __init__(self, reach: Reach) -> None:
        """Take how far the shapes look."""
        self._forward = {
            _bytes(path): None if classes is None else frozenset(map(_bytes, classes))
            for path, classes in reach.forward.items()
        }
        self._backward = {_bytes(path): frozenset(map(_bytes, read)) for path, read in reach.backward.items()}
        self._walked = frozenset(map(_bytes, reach.walked))
        self._read = frozenset(map(_bytes, reach.read | reach.walked | reach.backward.keys()))

    def survey(self, piece: Piece) -> Survey:
        """Return how the statements of a bucket hang together with those of others.

        Raises:
            NotPlainError: if its lines are not plain.
        """
        survey = Survey()
        for each in slices(piece):
            self._add(each, survey)
        return survey

    def beside(self, part: Slice, own: bytes, behind: Iterable[int]) -> bytes:
        """Return the statements of other nodes that the shapes look at from those of a slice, as the files have them.

        Args:
            part: the slice, of a bucket with all roots that are looked at.
            own: its own statements.
            behind: roots that point to nodes of its bucket and are looked at from there.
        """
        piece = part.piece
        pointing: dict[bytes, frozenset[bytes]] = {}
        for node, read in self._behind(part, chain(behind, () if part.is_whole else piece.roots)):
            pointing[node] = pointing.get(node, read) | read
        found = [b"".join(self._of(piece, pointing))]
        seen, new = set[bytes](), self._ahead(part, _links(own)) | self._ways(part, found[0])
        while new:
            found.append(b"".join(self._of(piece, dict.fromkeys(new, self._read))))
            seen |= new
            new = self._ways(part, found[-1]) - seen
        return b"".join(found)

    def _add(self, part: Slice, survey: Survey) -> None:
        """Add to a survey how the statements of a slice hang together with those of other buckets."""
        own, holds = part.own(), part.piece.holds
        part.piece.lines.verify(own)
        links = list(_links(own))
        survey.ahead |= {root_of(node) for node in self._ahead(part.piece, links)}
        for subject, predicate, value in links:
            if predicate in self._backward and not holds(value):
                survey.behind.add((root_of(value), root_of(subject)))
            if predicate in self._walked and root_of(subject) != root_of(value):
                survey.ways.add((root_of(subject), root_of(value)))
            survey.classes |= predicate == _SUBCLASS

    def _ahead(self, held: Piece | Slice, links: Iterable[_Link]) -> set[bytes]:
        """The nodes elsewhere that are looked at."""
        classes: dict[bytes, set[bytes]] = defaultdict(set)
        looks: list[tuple[bytes, frozenset[bytes] | None, bytes]] = []
        for subject, predicate, value in links:
            if predicate == _TYPE:
                classes[subject].add(value)
            if predicate in self._forward:
                looks.append((subject, self._forward[predicate], value))
        nodes = {value for subject, wanted, value in looks if wanted is None or wanted & classes[subject]}
        return {node for node in nodes if not held.holds(node)}

    def _behind(self, part: Slice, roots: Iterable[int]) -> Iterator[tuple[bytes, frozenset[bytes]]]:
        """Yield nodes elsewhere that point to some of a slice, with the properties that are read of them."""
        for lines in part.piece.stretches(roots):
            for subject, predicate, value in _links(lines):
                if predicate in self._backward and part.holds(value) and not part.holds(subject):
                    yield subject, self._backward[predicate]

    def _ways(self, part: Slice, lines: bytes) -> set[bytes]:
        """The nodes elsewhere to which statements lead by properties that are followed any number of steps."""
        values = {value for _, predicate, value in _links(lines) if predicate in self._walked}
        return {value for value in values if not part.holds(value)}

    @staticmethod
    def _of(piece: Piece, read: Mapping[bytes, frozenset[bytes]]) -> Iterator[bytes]:
        """Yield the statements of nodes, as lines, with the properties that are read of each."""
        for lines in piece.stretches(sorted({root_of(node) for node in read})):
            for line in lines.splitlines(keepends=True):
                subject, predicate, _ = line.split(b" ", 2)
                if predicate in read.get(subject, ()):
                    yield line


def _links(lines: bytes) -> Iterator[_Link]:
    """Yield the statements of N-Quads or N-Triples whose value is a node."""
    for line in lines.splitlines():
        subject, predicate, value = line.split(b" ", 2)
        if not value.startswith(b'"'):
            yield subject, predicate, value.partition(b" ")[0]


def _bytes(iri: str) -> bytes:
    return f"<{iri}>".encode()
