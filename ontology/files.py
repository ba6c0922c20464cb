"""The vocabulary's files: the ontology, the controlled lists, the shapes and the JSON-LD context."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Graph

ONTOLOGY_FILE = "reformgraph.ttl"
LISTS_FILE = "lists.ttl"
CONTEXT_FILE = "context.jsonld"
SHAPES_FOLDER = "shapes"


def text(name: str) -> str:
    """Return the text of a file of this package, named with ``/``: ``text("shapes/places.ttl")``.

    Raises FileNotFoundError if the package has no such file.
    """
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def shape_files() -> tuple[str, ...]:
    """Return the names of the files of SHACL shapes, sorted, as ``text`` takes them."""
    folder = files(__package__).joinpath(SHAPES_FOLDER)
    return tuple(sorted(f"{SHAPES_FOLDER}/{f.name}" for f in folder.iterdir() if f.name.endswith(".ttl")))


def ontology_graph() -> Graph:
    """Return the classes and properties as an rdflib graph of the caller's own."""
    return _graph(ONTOLOGY_FILE)


def lists_graph() -> Graph:
    """Return the controlled lists (SKOS concept schemes) as an rdflib graph of the caller's own."""
    return _graph(LISTS_FILE)


def shapes_graph() -> Graph:
    """Return all SHACL shapes as one rdflib graph of the caller's own."""
    return _graph(*shape_files())


def _graph(*names: str) -> Graph:
    from rdflib import Graph  # noqa: PLC0415  (rdflib takes 0.2 s to import, and few callers need it)

    graph = Graph()
    for name in names:
        graph.parse(data=text(name), format="turtle")
    return graph
