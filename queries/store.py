"""Opening a graph: the folder of a build, or any RDF file."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, Store, parse

from queries.errors import QueryError
from queries.held import held

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Quad

BUILT_GRAPH: Final = "graph.nq"
"""The file of a built folder that holds the whole graph, as N-Quads."""

BUILT_STORE: Final = "graph"
"""The folder of a built folder that holds the store of a big graph; it is only read."""

_UNITE: Final = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


class GraphFile:
    """A graph in a file, in two views: its statements as written, and a store that answers questions."""

    def __init__(self, file: Path, syntax: RdfFormat) -> None:
        self.file = file
        self._syntax = syntax

    @classmethod
    def at(cls, path: Path) -> GraphFile:
        """Return the graph of a built folder, or of an RDF file whose suffix names its syntax.

        Raises QueryError if there is none.
        """
        file = _graph_file(path)
        return cls(file, _syntax(file))

    def statements(self) -> Iterator[Quad]:
        """Yield the statements of the file as they are written, datatypes and all.

        (A store keeps the values of numbers, not their lexical forms.) Raises QueryError if it is malformed.
        """
        with self._reading():
            yield from parse(path=self.file, format=self._syntax, base_iri=self._base)

    @cached_property
    def store(self) -> Store:
        """The named graphs, and as default graph their union, each triple once.

        So what several documents say is counted once by a query that names no graph. (The engine's own union
        repeats such triples.) Raises QueryError if the file is malformed.
        """
        if ready := self._ready():
            return ready
        store = Store()
        with self._reading():
            store.bulk_load(path=self.file, format=self._syntax, base_iri=self._base)
        store.update(_UNITE)
        return store

    def _ready(self) -> Store | None:
        """Return the store that the build has made, if it has made one."""
        folder = self.file.with_name(BUILT_STORE)
        if self.file.name != BUILT_GRAPH or not (folder / "CURRENT").is_file():
            return None
        try:
            return held(folder)
        except (OSError, RuntimeError) as error:
            raise QueryError(f"{folder} cannot be opened: {error}; build the graph again") from error

    @property
    def _base(self) -> str:
        return self.file.absolute().as_uri()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except SyntaxError as error:
            raise QueryError(f"{self.file} is not well-formed: {_one_line(error)}") from error
        except OSError as error:
            raise QueryError(f"{self.file} cannot be read: {error.strerror or error}") from error


def _graph_file(path: Path) -> Path:
    if path.is_dir():
        file = path / BUILT_GRAPH
        if file.is_file():
            return file
        raise QueryError(f"no graph in {path} (it has no {BUILT_GRAPH}): make one with `reformgraph build DOCUMENTS`")
    if path.exists():
        return path
    if path.parts[:1] in {("http:",), ("https:",)}:
        raise QueryError("a file or a folder is asked for here, and no address: download the graph, and name that file")
    raise QueryError(
        f"there is no {path}: build a graph with `reformgraph build`, or name another folder or an RDF file"
    )


def _syntax(file: Path) -> RdfFormat:
    syntax = RdfFormat.from_extension(file.suffix.removeprefix(".").lower())
    if syntax is None:
        raise QueryError(f"{file}: the suffix names no RDF syntax; known are .ttl .trig .nt .nq .rdf .jsonld .n3")
    return syntax


def _one_line(error: SyntaxError) -> str:
    return " ".join(str(error.args[0]).split()) + (f" (line {error.lineno})" if error.lineno else "")
