"""The steps of a validation bucket by bucket, each a call that another process can make: bytes come out of it."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import IO, TYPE_CHECKING, NamedTuple

from build_graph.validate.cutting import cut
from build_graph.validate.engines import Checked, Engines
from build_graph.validate.findings import Finding
from build_graph.validate.neighbours import Neighbours
from build_graph.validate.rdf import opened
from build_graph.validate.reach import Reach
from build_graph.validate.shapes import Shapes

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
    piece = task.piece
    own = piece.own()
    beside = _neighbours(task.reach).beside(piece, own, task.behind)
    found = _engines(task.shapes).check(*map(piece.lines.triples, (own, beside)))
    findings = sorted((one for one in found.findings if piece.holds(_node(one.focus))), key=str)
    return json.dumps([findings, found.nodes]).encode()


def checked(data: bytes) -> Checked:
    """Return what ``check`` found."""
    findings, nodes = json.loads(data)
    return Checked(frozenset(Finding(*one) for one in findings), nodes)


def _node(focus: str) -> bytes:
    return (focus if focus.startswith("_:") else f"<{focus}>").encode()


@lru_cache(maxsize=1)
def _neighbours(reach: bytes) -> Neighbours:
    return Neighbours(Reach.from_json(reach))


@lru_cache(maxsize=1)  # to compile the shapes takes as long as to check a bucket
def _engines(shapes: tuple[str, ...]) -> Engines:
    return Engines(Shapes(shapes))
