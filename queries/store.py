"""Opening a graph: the folder of a build, or any RDF file, which may lie in parts."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, Store, parse

from ontology.nesting import DEEPEST, file_too_deep
from ontology.xml_entities import unfold_too_far
from publishing.parts import held_parts, in_parts
from publishing.readers import held
from queries.errors import QueryError
from queries.union import load_union, names_graphs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples

BUILT_GRAPH: Final = "graph.nq"
"""The file of a built folder that holds the whole graph, as N-Quads; of a big graph a folder of parts."""

BUILT_STORE: Final = "graph"
"""The folder of a built folder that holds the store of a big graph; it is only read."""

_UNITE: Final = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


class GraphFile:
    """A graph in a file, in two views: its statements as written, and what answers questions about it.

    ``file`` may be a folder of parts, each a complete file of its syntax. Their statements make one graph.
    """

    def __init__(self, file: Path, syntax: RdfFormat) -> None:
        self.file = file
        self._syntax = syntax

    @classmethod
    def at(cls, path: Path) -> GraphFile:
        """Return the graph of a built folder, or of an RDF file, or folder of parts, whose suffix names its syntax.

        Raises QueryError if there is none.
        """
        file = _graph_file(path)
        return cls(file, _syntax(file))

    def parts(self) -> Iterator[tuple[Path, Path]]:
        """Yield the files that hold the graph, in order: the file alone, or its parts.

        Each with its name and where it is to be read while the iteration goes on; all are of one build. Raises
        QueryError if a part is missing.
        """
        try:
            yield from held_parts(self.file)
        except OSError as error:
            raise QueryError(f"{self.file} cannot be read: {error.strerror or error}") from error

    def statements(self) -> Iterator[Quad]:
        """Yield the statements of the file as they are written, datatypes and all.

        (A store keeps the values of numbers, not their lexical forms.) Raises QueryError if it is malformed.
        """
        for name, file in self.parts():
            with self._reading(name, file):
                yield from parse(path=file, format=self._syntax, base_iri=_base(name))

    def query(
        self, sparql: str, *, prefixes: dict[str, str] | None = None
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Return what the engine answers; the graph is loaded, once, as far as the query looks into it.

        Raises QueryError if the file is malformed, SyntaxError if the query is.
        """
        store = self.store if names_graphs(sparql) else self.union
        return store.query(sparql, prefixes=prefixes)

    @cached_property
    def union(self) -> Store:
        """The union of the named graphs as default graph, each triple once: ``store`` without the named graphs.

        (Those are there, too, where the build has made a store.) Raises QueryError if the file is malformed.
        """
        if ready := self._ready():
            return ready
        store = Store()
        for name, file in self.parts():
            with self._reading(name, file):
                load_union(store, file, self._syntax, _base(name))
        return store

    @cached_property
    def store(self) -> Store:
        """The named graphs, and as default graph their union, each triple once.

        So what several documents say is counted once by a query that names no graph. (The engine's own union
        repeats such triples.) Raises QueryError if the file is malformed.
        """
        if ready := self._ready():
            return ready
        store = Store()
        for name, file in self.parts():
            with self._reading(name, file):
                store.bulk_load(path=file, format=self._syntax, base_iri=_base(name))
        store.update(_UNITE)
        return store

    def _ready(self) -> Store | None:
        """Return the store that the build has made, if it has made one; a new build does not take it away."""
        folder = self.file.parent
        if self.file.name != BUILT_GRAPH or not (folder / BUILT_STORE / "CURRENT").is_file():
            return None
        at = folder.stat()
        try:
            store, _ = _opened(folder.resolve(), (at.st_dev, at.st_ino))
        except (OSError, RuntimeError) as error:
            raise QueryError(f"{folder / BUILT_STORE} cannot be opened: {error}; build the graph again") from error
        return store

    @contextmanager
    def _reading(self, name: Path, file: Path) -> Iterator[None]:
        try:
            self._check(name, file)
            yield
        except SyntaxError as error:
            raise QueryError(f"{name} is not well-formed: {_one_line(error)}") from error
        except OSError as error:
            raise QueryError(f"{name} cannot be read: {error.strerror or error}") from error

    def _check(self, name: Path, file: Path) -> None:
        """Raise QueryError for a file that would take the engine all memory, or its stack."""
        if self._syntax == RdfFormat.RDF_XML and unfold_too_far(file.read_bytes()):
            raise QueryError(f"{name}: its XML entities unfold to far more than the file; write them out")
        with file.open("rb") as opened:
            if file_too_deep(opened, self._syntax):
                raise QueryError(f"{name}: nests more than {DEEPEST} levels deep: it is not read; write it flatter")


@cache
def _opened(folder: Path, _: tuple[int, int]) -> tuple[Store, ExitStack]:
    """Return the store of a folder, which is told by its device and number, and what holds it.

    It is held until the process ends: nobody can say earlier when the last question about it has been asked, and an
    engine that has lost its files does not stop, it fills the memory with errors.
    """
    with ExitStack() as holding:
        store = Store.read_only(str(holding.enter_context(held(folder)) / BUILT_STORE))
        return store, holding.pop_all()


def _graph_file(path: Path) -> Path:
    try:
        if path.is_dir():
            return _in_folder(path)
        if path.exists():
            return path
    except OSError as error:
        raise QueryError(f"{path} cannot be read: {error.strerror or error}") from error
    if path.parts[:1] in {("http:",), ("https:",)}:
        raise QueryError("a file or a folder is asked for here, and no address: download the graph, and name that file")
    raise QueryError(
        f"there is no {path}: build a graph with `reformgraph build`, or name another folder or an RDF file"
    )


def _in_folder(path: Path) -> Path:
    for file in (path / BUILT_GRAPH, path):
        if file.is_file() or in_parts(file):
            return file
    raise QueryError(f"no graph in {path} (it has no {BUILT_GRAPH}): make one with `reformgraph build DOCUMENTS`")


def _base(name: Path) -> str:
    return name.absolute().as_uri()


def _syntax(file: Path) -> RdfFormat:
    syntax = RdfFormat.from_extension(file.suffix.removeprefix(".").lower())
    if syntax is None:
        raise QueryError(f"{file}: the suffix names no RDF syntax; known are .ttl .trig .nt .nq .rdf .jsonld .n3")
    return syntax


def _one_line(error: SyntaxError) -> str:
    return " ".join(str(error.args[0]).split()) + (f" (line {error.lineno})" if error.lineno else "")
