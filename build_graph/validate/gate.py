"""Validation of a whole graph: in one piece while it is small, else bucket by bucket, with the same results."""

from __future__ import annotations

import io
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from build_graph.validate.buckets import check_buckets
from build_graph.validate.engines import Engines
from build_graph.validate.lines import NotPlainError, parsed, plain, written
from build_graph.validate.rdf import opened, read_files
from build_graph.validate.reach import TooFarError
from build_graph.validate.report import Report, Result
from build_graph.validate.shapes import Shapes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_graph.validate.buckets import Cache
    from build_graph.validate.engines import Checked
    from build_graph.validate.lines import Lines

_BUCKET: Final = 2 << 20
"""Bytes of statements that are validated together where a graph has to be cut: about 9,000 statements."""
_WHOLE: Final = 24 << 20
"""Bytes of a graph that is not cut."""


def validate_quads(nquads: bytes | Path, *, cache: Cache | None = None, scratch: Path | None = None) -> Report:
    """Validate the union of the graphs of N-Quads text or of an N-Quads file.

    Args:
        nquads: the text, or the file.
        cache: where results for parts of a large graph are kept, and taken from.
        scratch: a folder for temporary files; that of the system if None.

    Raises RdfError if it is malformed or cannot be read.
    """
    if isinstance(nquads, Path):
        with opened(nquads) as file:
            return _validate_nquads(file, str(nquads), cache, scratch)
    return _validate_nquads(io.BytesIO(nquads), "N-Quads", cache, scratch)


def validate_files(paths: Sequence[Path], *, scratch: Path | None = None) -> Report:
    """Validate the union of RDF files of any syntax.

    Raises RdfError, with file and line, for a file that cannot be read, is malformed or is empty.
    """
    with written(read_files(paths), scratch) as lines:
        return validate(lines, Shapes.shipped())


def validate(
    lines: Lines, shapes: Shapes, *, cache: Cache | None = None, whole: int = _WHOLE, bucket: int = _BUCKET
) -> Report:
    """Validate a graph, together with the ontology's classes and controlled lists.

    Args:
        lines: its statements.
        shapes: what it is validated against.
        cache: where results for parts of a large graph are kept, and taken from.
        whole: bytes of a graph that is validated in one piece.
        bucket: bytes that a part of a larger one has.

    Raises:
        NotPlainError: if the lines are not plain.
        SyntaxError: if they are malformed.
    """
    return _report(_check(lines, shapes, cache, whole, bucket), shapes)


def _validate_nquads(file: IO[bytes], name: str, cache: Cache | None, scratch: Path | None) -> Report:
    shapes = Shapes.shipped()
    try:
        return validate(plain(file), shapes, cache=cache)
    except (NotPlainError, SyntaxError):  # the parser knows the line, or what can be read all the same
        with parsed(file, name, scratch) as lines:
            return validate(lines, shapes, cache=cache)


def _check(lines: Lines, shapes: Shapes, cache: Cache | None, whole: int, bucket: int) -> Checked:
    if lines.size > whole:
        try:
            return check_buckets(lines, shapes, cache, bucket)
        except TooFarError:
            pass
    data = lines.read(0, lines.size)
    lines.verify(data)
    return Engines(shapes).check(lines.triples(data))


def _report(checked: Checked, shapes: Shapes) -> Report:
    results = (
        Result(**one._asdict(), severity=shapes.severity(one.shape), message=shapes.message(one.shape))
        for one in checked.findings
    )
    return Report.of(results, checked=checked.nodes)
