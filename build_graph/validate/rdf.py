"""Reading RDF of any syntax, as a stream of statements of one graph, or one clear line about what is wrong."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

import pyoxigraph as ox

from ontology.errors import ReformgraphError
from ontology.nesting import DEEPEST, file_too_deep
from ontology.xml_entities import unfold_too_far
from publishing.parts import held_parts, in_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal

_UNKNOWN_SUFFIX = (ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS, ox.RdfFormat.RDF_XML, ox.RdfFormat.JSON_LD)
"""Tried in this order; Turtle and N-Triples are also TriG."""

_REMOTE_CONTEXT = "LoadDocumentCallback"
"""What pyoxigraph says where a file names a JSON-LD context by its address."""


class RdfError(ReformgraphError):
    """A file that is no RDF, or cannot be read. One line: file, line if known, what is wrong."""


class Statement(NamedTuple):
    """A triple, whichever graph it is in."""

    subject: Node
    predicate: ox.NamedNode
    object: Term


def read_quads(files: Iterable[str | IO[bytes]]) -> Iterator[Statement]:
    """Yield the statements of N-Quads in files that together are one graph.

    Blank nodes are numbered in the order in which they appear; a label is the same node in all files. Raises RdfError,
    with file and line, if one is malformed or cannot be read.
    """
    rename = _namer(count(1))
    for each in files:
        with opened(each) as file:
            name = each if isinstance(each, str) else "N-Quads"
            yield from _statements(name, file, ox.RdfFormat.N_QUADS, None, rename)


def read_files(paths: Iterable[Path]) -> Iterator[Statement]:
    """Yield the statements of RDF files: Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD.

    The suffix tells the syntax; where it does not, the syntaxes are tried. A folder with the parts of a file stands
    for it. Blank nodes of different files stay different, and are numbered in the order in which they appear. Raises
    RdfError if a file cannot be read, is malformed or holds no statement.
    """
    numbers = count(1)
    for path in paths:
        empty = True
        for name, part in _parts(path):
            for statement in _read_file(name, part, _namer(numbers)):
                empty = False
                yield statement
        if empty:
            raise RdfError(f"{path}: holds no RDF statement; give a file with a graph")


@contextmanager
def opened(source: str | Path | IO[bytes], name: Path | None = None) -> Iterator[IO[bytes]]:
    """Open a file of RDF for the time of a block, if it is not open. Raises RdfError if it cannot be read.

    Args:
        source: the file.
        name: what people know it by, if that is another path.
    """
    if not isinstance(source, str | Path):
        yield source
        return
    path, called = Path(source), name or source
    try:
        file = path.open("rb")
    except IsADirectoryError:
        raise RdfError(f"{called}: is a folder; name the RDF files in it") from None
    except OSError as error:
        raise RdfError(f"{called}: cannot be read: {error.strerror}") from None
    with file:
        yield file


def _parts(path: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the name and the place of each part of a file in parts, else those of the path, whatever it is."""
    try:
        yield from held_parts(path) if in_parts(path) else [(path, path)]
    except OSError as error:
        raise RdfError(f"{path}: cannot be read: {error.strerror}") from None


def _read_file(name: Path, path: Path, rename: Callable[[ox.BlankNode], ox.BlankNode]) -> Iterator[Statement]:
    base = name.absolute().as_uri()
    with opened(path, name) as file:
        known = ox.RdfFormat.from_extension(path.suffix.lower().removeprefix("."))
        if known in {None, ox.RdfFormat.RDF_XML}:
            _check_entities(name, file)
        syntax = known or _recognise(name, file, base)
        yield from _statements(str(name), file, syntax, base, rename)


def _check_entities(path: Path, file: IO[bytes]) -> None:
    if unfold_too_far(file.read()):
        raise RdfError(f"{path}: its XML entities unfold to far more than the file; write them out")
    file.seek(0)


def _recognise(path: Path, file: IO[bytes], base: str) -> ox.RdfFormat:
    for syntax in _UNKNOWN_SUFFIX:
        if file_too_deep(file, syntax):
            continue
        try:
            for _ in ox.parse(file, syntax, base_iri=base):
                pass
        except SyntaxError:
            continue
        file.seek(0)
        return syntax
    raise RdfError(f"{path}: is no RDF that can be read; use a suffix such as .ttl, .nq, .rdf or .jsonld")


def _namer(numbers: Iterator[int]) -> Callable[[ox.BlankNode], ox.BlankNode]:
    """Return a function that names the blank nodes of one file b1, b2 … in their order."""
    names: dict[ox.BlankNode, ox.BlankNode] = {}

    def rename(node: ox.BlankNode) -> ox.BlankNode:
        if node not in names:
            names[node] = ox.BlankNode(f"b{next(numbers)}")
        return names[node]

    return rename


def _statements(
    name: str,
    data: IO[bytes],
    syntax: ox.RdfFormat,
    base: str | None,
    rename: Callable[[ox.BlankNode], ox.BlankNode],
) -> Iterator[Statement]:
    if file_too_deep(data, syntax):
        raise RdfError(f"{name}: nests more than {DEEPEST} levels deep: it is not read; write it flatter")
    try:
        for quad in ox.parse(data, syntax, base_iri=base):
            subject, object_ = quad.subject, quad.object
            if isinstance(subject, ox.Triple) or isinstance(object_, ox.Triple):
                raise RdfError(f"{name}: has triple terms (RDF 1.2), which SHACL does not know; remove them")
            yield Statement(
                rename(subject) if isinstance(subject, ox.BlankNode) else subject,
                quad.predicate,
                rename(object_) if isinstance(object_, ox.BlankNode) else object_,
            )
    except SyntaxError as error:
        raise RdfError(_explain(name, syntax, error)) from None
    except OSError as error:
        raise RdfError(f"{name}: cannot be read: {error.strerror}") from None


def _explain(name: str, syntax: ox.RdfFormat, error: SyntaxError) -> str:
    reason = " ".join(error.msg.split())
    if _REMOTE_CONTEXT in reason:
        return f"{name}: names a JSON-LD context on the network, which is never fetched; put it into the file"
    where = name if error.lineno is None else f"{name}:{error.lineno}"
    return f"{where}: malformed {syntax.name}: {reason.removesuffix('.')}"
