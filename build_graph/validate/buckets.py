"""Validation of a large graph bucket by bucket: bounded memory, and only what changed is validated again.

A bucket is validated with the statements of other buckets that the shapes look at from it. What was found is kept by
a digest of the shapes, of the bucket and of every root that it looks at, so nothing that could change it is missed.
How a file is cut is kept by its key: a file that is what it was is not even read.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import pyoxigraph
import shacl

from build_graph.validate.cutting import Cut
from build_graph.validate.engines import Checked
from build_graph.validate.findings import background
from build_graph.validate.neighbours import Survey
from build_graph.validate.partition import Partition
from build_graph.validate.reach import TooFarError, reach
from build_graph.validate.steps import Task, check, checked, cut_file, survey
from build_graph.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from build_graph.validate.findings import Finding
    from build_graph.validate.lines import Lines
    from build_graph.validate.shapes import Shapes

A = TypeVar("A")


class Cache(Protocol):
    """Where results are kept from one run to the next. Nothing is ever kept under a name with two meanings."""

    def get(self, key: str) -> bytes | None:
        """Return what was put under a key, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keep bytes under a key."""


class Each(Protocol):
    """Calls a function for each of many arguments, as the built-in ``map`` does, or in other processes."""

    def __call__(self, function: Callable[[Any], bytes], arguments: Iterable[Any], /) -> Iterator[object]:
        """Yield the results in the order of the arguments; what is no bytes tells that a call was lost."""


class _NoCache:
    """Keeps nothing."""

    def get(self, _: str) -> bytes | None:
        return None

    def put(self, _: str, __: bytes) -> None:
        pass


def check_buckets(lines: Lines, shapes: Shapes, cache: Cache | None, each: Each, bucket_size: int) -> Checked:
    """Validate a graph bucket by bucket; the results are those of the whole.

    Raises:
        NotPlainError: if the lines are not plain.
        SyntaxError: if they are malformed.
        TooFarError: if the shapes look so far that only the whole graph can be validated.
        RdfError: if they cannot be read, or hold what cannot be validated.
    """
    kept = _Kept(_NoCache() if cache is None else cache, each if lines.shared else map, shapes)
    looks = kept.get_or_make(kept.key("reach"), lambda: reach(shapes).to_json())
    parts = [kept.key_of_part(key, size) for key, size in zip(lines.keys, lines.sizes, strict=True)]
    cuts = kept.results(cut_file, parts, lambda part: lines.files[part])
    return _Buckets(Partition(lines, map(Cut.from_bytes, cuts), bucket_size), looks, shapes, kept).check()


class _Kept:
    """Results that are taken from a cache, or made. Their keys also depend on the shapes and on all programs."""

    def __init__(self, cache: Cache, each: Each, shapes: Shapes) -> None:
        self._cache = cache
        self._each = each
        parts = [__version__, shacl.__version__, pyoxigraph.__version__, shapes.digest, sys.byteorder]
        self._salt = hashlib.sha256("\0".join(parts).encode() + background()).digest()

    def key(self, *name: str | int, digests: bytes = b"") -> str:
        return hashlib.sha256(self._salt + json.dumps(name).encode() + digests).hexdigest()

    def key_of_part(self, key: str | None, size: int) -> str | None:
        return None if key is None else self.key("cut", key, size)

    def get_or_make(self, key: str, make: Callable[[], bytes]) -> bytes:
        value = self._cache.get(key)
        if value is None:
            value = make()
            self._cache.put(key, value)
        return value

    def results(
        self, function: Callable[[A], bytes], keys: Sequence[str | None], argument: Callable[[int], A]
    ) -> Iterator[bytes]:
        """Yield what is kept under each key, or what a function makes of the argument of that number."""
        values = [None if key is None else self._cache.get(key) for key in keys]
        made = self._each(function, (argument(number) for number, value in enumerate(values) if value is None))
        for number, (key, value) in enumerate(zip(keys, values, strict=True)):
            if value is not None:
                yield value
                continue
            result = next(made)
            new = result if isinstance(result, bytes) else function(argument(number))
            if key is not None:
                self._cache.put(key, new)
            yield new


class _Buckets:
    """All buckets of a graph."""

    def __init__(self, partition: Partition, looks: bytes, shapes: Shapes, kept: _Kept) -> None:
        self._partition = partition
        self._looks = looks
        self._shapes = shapes
        self._kept = kept
        self._behind: dict[int, set[int]] = defaultdict(set)
        self._ways: dict[int, set[int]] = defaultdict(set)

    def check(self) -> Checked:
        surveys = list(self._surveys())  # as bytes: opened one by one, they take a tenth of the memory
        for one in map(Survey.from_bytes, surveys):
            if one.classes:
                raise TooFarError
            for root, other in one.behind:
                self._behind[root].add(other)
            for root, other in one.ways:
                self._ways[root].add(other)
        findings: set[Finding] = set()
        nodes = 0
        for found in map(checked, self._findings(surveys)):
            findings |= found.findings
            nodes += found.nodes
        return Checked(frozenset(findings), nodes)

    def _surveys(self) -> Iterator[bytes]:
        keys = [self._key("survey", bucket) for bucket in range(len(self._partition))]
        return self._kept.results(survey, keys, self._task)

    def _findings(self, surveys: Sequence[bytes]) -> Iterator[bytes]:
        def looked_at(bucket: int) -> list[int]:
            return sorted(self._looked_at(bucket, Survey.from_bytes(surveys[bucket])))

        keys = [
            self._key("findings", bucket, self._partition.digests(looked_at(bucket)))
            for bucket in range(len(self._partition))
        ]
        return self._kept.results(check, keys, lambda bucket: self._task(bucket, looked_at(bucket)))

    def _task(self, bucket: int, looked_at: Collection[int] = ()) -> Task:
        piece = self._partition.piece(bucket, looked_at)
        return Task(piece, frozenset(self._pointing_to(bucket)), self._looks, self._shapes.texts)

    def _key(self, what: str, bucket: int, looked_at: bytes = b"") -> str:
        own = self._partition.digests(self._partition.roots(bucket))
        return self._kept.key(what, bucket, len(self._partition), digests=own + looked_at)

    def _pointing_to(self, bucket: int) -> set[int]:
        return {other for root in self._behind.keys() & self._partition.roots(bucket) for other in self._behind[root]}

    def _looked_at(self, bucket: int, survey: Survey) -> set[int]:
        """The roots that a bucket looks at, at any distance."""
        found = survey.ahead | self._pointing_to(bucket)
        new = found | set(self._partition.roots(bucket))
        while new := {other for root in self._ways.keys() & new for other in self._ways[root]} - found:
            found |= new
        return found
