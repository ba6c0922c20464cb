"""Validation of a large graph bucket by bucket: bounded memory, and only what changed is validated again.

A bucket is validated with the statements of other buckets that the shapes look at from it. What was found is kept by
a digest of the shapes, of the bucket and of every root that it looks at, so nothing that could change it is missed.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

import pyoxigraph
import shacl

from build_graph.validate.engines import Checked, Engines
from build_graph.validate.findings import Finding, background
from build_graph.validate.neighbours import Neighbours, Survey
from build_graph.validate.partition import Partition, root_of
from build_graph.validate.reach import Reach, TooFarError, reach
from build_graph.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_graph.validate.lines import Lines
    from build_graph.validate.shapes import Shapes


class Cache(Protocol):
    """Where results are kept from one run to the next. Nothing is ever kept under a name with two meanings."""

    def get(self, key: str) -> bytes | None:
        """Return what was put under a key, or None."""

    def put(self, key: str, value: bytes) -> None:
        """Keep bytes under a key."""


class _NoCache:
    """Keeps nothing."""

    def get(self, _: str) -> bytes | None:
        return None

    def put(self, _: str, __: bytes) -> None:
        pass


def check_buckets(lines: Lines, shapes: Shapes, cache: Cache | None, bucket_size: int) -> Checked:
    """Validate a graph bucket by bucket; the results are those of the whole.

    Raises:
        NotPlainError: if the lines are not plain.
        SyntaxError: if they are malformed.
        TooFarError: if the shapes look so far that only the whole graph can be validated.
    """
    kept = _Kept(_NoCache() if cache is None else cache, shapes)
    looks = Reach.from_json(kept.get_or_make(["reach"], lambda: reach(shapes).to_json()))
    return _Buckets(Partition(lines, bucket_size), looks, shapes, kept).check()


class _Kept:
    """A cache whose keys also depend on the shapes and on all programs that take part."""

    def __init__(self, cache: Cache, shapes: Shapes) -> None:
        self._cache = cache
        parts = [__version__, shacl.__version__, pyoxigraph.__version__, shapes.digest]
        self._salt = hashlib.sha256("\0".join(parts).encode() + background()).digest()

    def get_or_make(self, name: list[str], make: Callable[[], bytes], *digests: bytes) -> bytes:
        digest = hashlib.sha256(self._salt + json.dumps(name).encode())
        for one in digests:
            digest.update(one)
        key = digest.hexdigest()
        value = self._cache.get(key)
        if value is None:
            value = make()
            self._cache.put(key, value)
        return value


class _Buckets:
    """All buckets of a graph."""

    def __init__(self, partition: Partition, looks: Reach, shapes: Shapes, kept: _Kept) -> None:
        self._partition = partition
        self._neighbours = Neighbours(partition, looks)
        self._engines = Engines(shapes)
        self._kept = kept
        self._behind: dict[int, set[int]] = defaultdict(set)
        self._ways: dict[int, set[int]] = defaultdict(set)

    def check(self) -> Checked:
        surveys = [self._survey(bucket) for bucket in range(len(self._partition))]
        if any(survey.classes for survey in surveys):
            raise TooFarError
        for survey in surveys:
            for root, other in survey.behind:
                self._behind[root].add(other)
            for root, other in survey.ways:
                self._ways[root].add(other)
        checked = [self._check_or_recall(bucket, survey) for bucket, survey in enumerate(surveys)]
        return Checked(frozenset().union(*(one.findings for one in checked)), sum(one.nodes for one in checked))

    def _survey(self, bucket: int) -> Survey:
        def make() -> bytes:
            return self._neighbours.survey(bucket).to_json()

        return Survey.from_json(self._kept.get_or_make(self._name("survey", bucket), make, *self._digests(bucket)))

    def _check_or_recall(self, bucket: int, survey: Survey) -> Checked:
        def make() -> bytes:
            return _to_json(self._check(bucket))

        looked_at = self._looked_at(bucket, survey)
        digests = (*self._digests(bucket), *map(self._partition.digest, sorted(looked_at)))
        return _from_json(self._kept.get_or_make(self._name("findings", bucket), make, *digests))

    def _check(self, bucket: int) -> Checked:
        own = self._neighbours.own(bucket)
        beside = self._neighbours.beside(bucket, own, self._pointing_to(bucket))
        checked = self._engines.check(*map(self._partition.lines.triples, (own, beside)))
        return checked._replace(findings=frozenset(f for f in checked.findings if self._is_in(f, bucket)))

    def _digests(self, bucket: int) -> list[bytes]:
        return [self._partition.digest(root) for root in self._partition.roots(bucket)]

    def _name(self, what: str, bucket: int) -> list[str]:
        return [what, str(bucket), str(len(self._partition))]

    def _pointing_to(self, bucket: int) -> set[int]:
        return {other for root in self._behind.keys() & self._partition.roots(bucket) for other in self._behind[root]}

    def _looked_at(self, bucket: int, survey: Survey) -> set[int]:
        """The roots that a bucket looks at, at any distance."""
        found = survey.ahead | self._pointing_to(bucket)
        new = found | set(self._partition.roots(bucket))
        while new := {other for root in self._ways.keys() & new for other in self._ways[root]} - found:
            found |= new
        return found

    def _is_in(self, finding: Finding, bucket: int) -> bool:
        focus = finding.focus if finding.focus.startswith("_:") else f"<{finding.focus}>"
        return self._partition.bucket_of(root_of(focus.encode())) == bucket


def _to_json(checked: Checked) -> bytes:
    return json.dumps([sorted(checked.findings, key=str), checked.nodes]).encode()


def _from_json(data: bytes) -> Checked:
    findings, nodes = json.loads(data)
    return Checked(frozenset(Finding(*one) for one in findings), nodes)
