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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.validate.partition import Piece
    from build_graph.validate.reach import Reach

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
        self._backward = frozenset(map(_bytes, reach.backward))
        self._walked = frozenset(map(_bytes, reach.walked))
        self._read = frozenset(map(_bytes, reach.read | reach.walked | reach.backward))

    def survey(self, piece: Piece) -> Survey:
        """Return how the statements of a bucket hang together with those of others.

        Raises:
            NotPlainError: if its lines are not plain.
        """
        own = piece.own()
        piece.lines.verify(own)
        links = list(_links(own))
        survey = Survey(ahead={root_of(node) for node in self._ahead(piece, links)})
        for subject, predicate, value in links:
            if predicate in self._backward and not piece.holds(value):
                survey.behind.add((root_of(value), root_of(subject)))
            if predicate in self._walked and root_of(subject) != root_of(value):
                survey.ways.add((root_of(subject), root_of(value)))
            survey.classes |= predicate == _SUBCLASS
        return survey

    def beside(self, piece: Piece, own: bytes, behind: Iterable[int]) -> bytes:
        """Return the statements of other buckets that the shapes look at from one, as the files have them.

        Args:
            piece: the bucket, with all roots that are looked at.
            own: its own statements.
            behind: roots that point to nodes of it and are looked at from there.
        """
        found: list[bytes] = []
        seen = self._ahead(piece, _links(own)) | set(self._behind(piece, behind))
        new = seen
        while new:
            lines = b"".join(self._of(piece, new))
            found.append(lines)
            ways = {value for _, predicate, value in _links(lines) if predicate in self._walked}
            new = {value for value in ways - seen if not piece.holds(value)}
            seen = seen | new
        return b"".join(found)

    def _ahead(self, piece: Piece, links: Iterable[_Link]) -> set[bytes]:
        """The nodes of other buckets that are looked at."""
        classes: dict[bytes, set[bytes]] = defaultdict(set)
        looks: list[tuple[bytes, frozenset[bytes] | None, bytes]] = []
        for subject, predicate, value in links:
            if predicate == _TYPE:
                classes[subject].add(value)
            if predicate in self._forward:
                looks.append((subject, self._forward[predicate], value))
        nodes = {value for subject, wanted, value in looks if wanted is None or wanted & classes[subject]}
        return {node for node in nodes if not piece.holds(node)}

    def _behind(self, piece: Piece, roots: Iterable[int]) -> Iterator[bytes]:
        for root in roots:
            for subject, predicate, value in _links(piece.statements(root)):
                if predicate in self._backward and piece.holds(value):
                    yield subject

    def _of(self, piece: Piece, nodes: set[bytes]) -> Iterator[bytes]:
        """Yield the statements that are read of nodes, as lines."""
        for root in sorted({root_of(node) for node in nodes}):
            for line in piece.statements(root).splitlines(keepends=True):
                subject, predicate, _ = line.split(b" ", 2)
                if subject in nodes and predicate in self._read:
                    yield line


def _links(lines: bytes) -> Iterator[_Link]:
    """Yield the statements of N-Quads or N-Triples whose value is a node."""
    for line in lines.splitlines():
        subject, predicate, value = line.split(b" ", 2)
        if not value.startswith(b'"'):
            yield subject, predicate, value.partition(b" ")[0]


def _bytes(iri: str) -> bytes:
    return f"<{iri}>".encode()
