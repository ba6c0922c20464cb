"""Validation of a whole graph: in one piece while it is small, else bucket by bucket, with the same results."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from build_graph.validate.buckets import check_buckets
from build_graph.validate.engines import Engines
from build_graph.validate.lines import NotPlainError, Part, of_bytes, of_parts, written
from build_graph.validate.rdf import read_files, read_quads
from build_graph.validate.reach import TooFarError
from build_graph.validate.report import Report, Result
from build_graph.validate.shapes import Shapes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.validate.buckets import Cache, Each
    from build_graph.validate.engines import Checked
    from build_graph.validate.lines import Lines

_BUCKET: Final = 2 << 20
"""Bytes of statements that are validated together where a graph has to be cut: about 9,000 statements."""
_WHOLE: Final = 24 << 20
"""Bytes of a graph that is not cut."""


def validate_quads(
    graph: bytes | Path | Sequence[Part], *, cache: Cache | None = None, scratch: Path | None = None, each: Each = map
) -> Report:
    """Validate the union of the graphs of N-Quads.

    Args:
        graph: their text, or its file, or the files of its parts in their order. A part that is known by its key is
            read again only where it has statements that are looked at from what changed.
        cache: where results for buckets of a large graph are kept, and taken from.
        scratch: a folder for temporary files; that of the system if None.
        each: makes the calls that a large graph in files takes, as ``map`` does or several at once.

    Raises RdfError if it is malformed or cannot be read.
    """
    lines, shapes = _lines(graph), Shapes.shipped()
    try:
        return validate(lines, shapes, cache=cache, each=each)
    except (NotPlainError, SyntaxError):  # the parser knows the line, or what can be read all the same
        with written(read_quads(lines.files), scratch) as triples:
            return validate(triples, shapes, cache=cache)


def validate_files(paths: Sequence[Path], *, scratch: Path | None = None) -> Report:
    """Validate the union of RDF files of any syntax.

    Raises RdfError, with file and line, for a file that cannot be read, is malformed or is empty.
    """
    with written(read_files(paths), scratch) as lines:
        return validate(lines, Shapes.shipped())


def validate(
    lines: Lines,
    shapes: Shapes,
    *,
    cache: Cache | None = None,
    each: Each = map,
    whole: int = _WHOLE,
    bucket: int = _BUCKET,
) -> Report:
    """Validate a graph, together with the ontology's classes and controlled lists.

    Args:
        lines: its statements.
        shapes: what it is validated against.
        cache: where results for buckets of a large graph are kept, and taken from.
        each: makes the calls that a large graph in files takes.
        whole: bytes of a graph that is validated in one piece.
        bucket: bytes that a bucket of a larger one has, about.

    Raises:
        NotPlainError: if the lines are not plain.
        SyntaxError: if they are malformed.
        RdfError: if they cannot be read, or hold what cannot be validated.
    """
    if lines.size > whole:
        try:
            return _report(check_buckets(lines, shapes, cache, each, bucket), shapes)
        except TooFarError:
            pass
    data = lines.all()
    lines.verify(data)
    return _report(Engines(shapes).check(lines.triples(data)), shapes)


def _lines(graph: bytes | Path | Sequence[Part]) -> Lines:
    if isinstance(graph, bytes):
        return of_bytes(graph)
    return of_parts([Part(graph)] if isinstance(graph, Path) else graph)


def _report(checked: Checked, shapes: Shapes) -> Report:
    demands = {shape: (shapes.severity(shape), shapes.message(shape)) for shape in {f.shape for f in checked.findings}}
    results = (
        Result(focus, path, value, demands[shape][0], shape, constraint, demands[shape][1])
        for focus, path, value, shape, constraint in checked.findings
    )
    return Report.of(results, checked=checked.nodes)
