"""What the shapes look at beyond a bucket: which nodes, and their statements."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from build_graph.validate.findings import SUBCLASS
from build_graph.validate.partition import root_of
from build_graph.validate.reach import TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.validate.partition import Partition
    from build_graph.validate.reach import Reach

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

    def to_json(self) -> bytes:
        """Return this as JSON."""
        return json.dumps([sorted(self.ahead), sorted(self.behind), sorted(self.ways), self.classes]).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Survey:
        """Return what ``to_json`` wrote."""
        ahead, behind, ways, classes = json.loads(data)
        return cls(set(ahead), {(a, b) for a, b in behind}, {(a, b) for a, b in ways}, classes)


class Neighbours:
    """The neighbourhoods of the buckets of a partition."""

    def __init__(self, partition: Partition, reach: Reach) -> None:
        """Take a partition, and how far the shapes look."""
        self._partition = partition
        self._forward = {
            _bytes(path): None if classes is None else frozenset(map(_bytes, classes))
            for path, classes in reach.forward.items()
        }
        self._backward = frozenset(map(_bytes, reach.backward))
        self._walked = frozenset(map(_bytes, reach.walked))
        self._read = frozenset(map(_bytes, reach.read | reach.walked | reach.backward))

    def survey(self, bucket: int) -> Survey:
        """Return how the statements of a bucket hang together with those of others.

        Raises:
            NotPlainError: if its lines are not plain.
        """
        own = self.own(bucket)
        self._partition.lines.verify(own)
        survey = Survey(ahead={root_of(node) for node in self._ahead(bucket, own)})
        for subject, predicate, value in _links(own):
            if predicate in self._backward and self._is_elsewhere(bucket, value):
                survey.behind.add((root_of(value), root_of(subject)))
            if predicate in self._walked and root_of(subject) != root_of(value):
                survey.ways.add((root_of(subject), root_of(value)))
            survey.classes |= predicate == _SUBCLASS
        return survey

    def own(self, bucket: int) -> bytes:
        """Return the statements of a bucket, as the file has them."""
        return b"".join(map(self._partition.statements, self._partition.roots(bucket)))

    def beside(self, bucket: int, own: bytes, behind: Iterable[int]) -> bytes:
        """Return the statements of other buckets that the shapes look at from one, as the file has them.

        Args:
            bucket: its number.
            own: its own statements.
            behind: roots that point to nodes of it and are looked at from there.
        """
        found: list[bytes] = []
        seen = self._ahead(bucket, own) | set(self._behind(bucket, behind))
        new = seen
        while new:
            lines = b"".join(self._of(new))
            found.append(lines)
            ways = {value for _, predicate, value in _links(lines) if predicate in self._walked}
            new = {value for value in ways - seen if self._is_elsewhere(bucket, value)}
            seen = seen | new
        return b"".join(found)

    def _ahead(self, bucket: int, own: bytes) -> set[bytes]:
        """The nodes of other buckets that are looked at."""
        classes: dict[bytes, set[bytes]] = defaultdict(set)
        looks: list[tuple[bytes, frozenset[bytes] | None, bytes]] = []
        for subject, predicate, value in _links(own):
            if predicate == _TYPE:
                classes[subject].add(value)
            if predicate in self._forward:
                looks.append((subject, self._forward[predicate], value))
        nodes = {value for subject, wanted, value in looks if wanted is None or wanted & classes[subject]}
        return {node for node in nodes if self._is_elsewhere(bucket, node)}

    def _behind(self, bucket: int, roots: Iterable[int]) -> Iterator[bytes]:
        for root in roots:
            for subject, predicate, value in _links(self._partition.statements(root)):
                if predicate in self._backward and not self._is_elsewhere(bucket, value):
                    yield subject

    def _of(self, nodes: set[bytes]) -> Iterator[bytes]:
        """Yield the statements that are read of nodes, as lines."""
        for root in sorted({root_of(node) for node in nodes}):
            for line in self._partition.statements(root).splitlines(keepends=True):
                subject, predicate, _ = line.split(b" ", 2)
                if subject in nodes and predicate in self._read:
                    yield line

    def _is_elsewhere(self, bucket: int, node: bytes) -> bool:
        return self._partition.bucket_of(root_of(node)) != bucket


def _links(lines: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield the statements of N-Quads or N-Triples whose value is a node."""
    for line in lines.splitlines():
        subject, predicate, value = line.split(b" ", 2)
        if not value.startswith(b'"'):
            yield subject, predicate, value.partition(b" ")[0]


def _bytes(iri: str) -> bytes:
    return f"<{iri}>".encode()
