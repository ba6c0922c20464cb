"""The steps of a validation bucket by bucket, each a call that another process can make: bytes come out of it."""

from __future__ import annotations

import json
from functools import lru_cache
from sys import intern
from typing import IO, TYPE_CHECKING, NamedTuple

from build_graph.validate.cutting import cut
from build_graph.validate.engines import Checked, Engines
from build_graph.validate.findings import Finding
from build_graph.validate.neighbours import Neighbours
from build_graph.validate.rdf import opened
from build_graph.validate.reach import Reach
from build_graph.validate.shapes import Shapes
from build_graph.validate.slices import slices

if TYPE_CHECKING:
    from build_graph.validate.partition import Piece


class Task(NamedTuple):
    """A bucket that is to be surveyed or checked."""

    piece: Piece
    behind: frozenset[int]
    """Roots that point to nodes of it and are looked at from there."""
    reach: bytes
    """How far the shapes look, as JSON."""
    shapes: tuple[str, ...]
    """The shapes, as Turtle."""


def cut_file(file: str | IO[bytes]) -> bytes:
    """Return how a file is cut, as ``Cut.from_bytes`` takes it.

    Raises:
        NotPlainError: if a line has no subject.
        RdfError: if it cannot be read.
    """
    with opened(file) as lines:
        return cut(lines).to_bytes()


def survey(task: Task) -> bytes:
    """Return how a bucket hangs together with others, as ``Survey.from_bytes`` takes it.

    Raises:
        NotPlainError: if its lines are not plain.
        RdfError: if they cannot be read.
    """
    return _neighbours(task.reach).survey(task.piece).to_bytes()


def check(task: Task) -> bytes:
    """Return what there is to find in a bucket, as ``checked`` takes it.

    Raises:
        SyntaxError: if its lines are malformed.
        RdfError: if they cannot be read, or hold what cannot be validated.
    """
    neighbours, engines, triples = _neighbours(task.reach), _engines(task.shapes), task.piece.lines.triples
    findings: set[Finding] = set()
    nodes = 0
    for part in slices(task.piece):
        own = part.own()
        beside = neighbours.beside(part, own, task.behind)
        found = engines.check(_once(triples(own)), _once(triples(beside)))
        findings |= {one for one in found.findings if part.holds(_node(one.focus))}
        nodes += found.nodes
    return json.dumps([sorted(findings, key=str), nodes]).encode()


def checked(data: bytes) -> Checked:
    """Return what ``check`` found."""
    findings, nodes = json.loads(data)
    return Checked(frozenset(_finding(*one) for one in findings), nodes)


def _finding(focus: str, path: str | None, value: str | None, shape: str, constraint: str) -> Finding:
    """Return a finding whose names of properties and shapes, which many findings share, are in memory once."""
    return Finding(focus, path and intern(path), value, intern(shape), intern(constraint))


def _once(triples: bytes) -> bytes:
    """Return each statement once: many graphs say the same of what many documents name."""
    return b"".join(dict.fromkeys(triples.splitlines(keepends=True)))


def _node(focus: str) -> bytes:
    return (focus if focus.startswith("_:") else f"<{focus}>").encode()


@lru_cache(maxsize=1)
def _neighbours(reach: bytes) -> Neighbours:
    return Neighbours(Reach.from_json(reach))


@lru_cache(maxsize=1)  # to compile the shapes takes as long as to check a bucket
def _engines(shapes: tuple[str, ...]) -> Engines:
    return Engines(Shapes(shapes))
