"""The statements of a graph in the one order in which all files are written.

By graph, then by subject, the class of a thing before its other properties: grouped as Turtle and JSON-LD
write them, and the same for every run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad, Triple

    from queries.store import GraphFile

_TYPE: Final = PREFIXES["rdf"] + "type"


def sorted_quads(graph: GraphFile) -> list[Quad]:
    """Return the statements with the graphs in which they were made, each once."""
    return sorted(set(graph.statements()), key=lambda quad: (str(quad.graph_name), *_key(quad.triple)))


def sorted_union(graph: GraphFile) -> list[Triple]:
    """Return the statements of all graphs, each once."""
    return sorted_triples(quad.triple for quad in graph.statements())


def sorted_triples(triples: Iterable[Triple]) -> list[Triple]:
    """Return triples in that order, each once."""
    return sorted(set(triples), key=_key)


def _key(triple: Triple) -> tuple[str, bool, str, str]:
    predicate = triple.predicate.value
    return str(triple.subject), predicate != _TYPE, predicate, str(triple.object)
