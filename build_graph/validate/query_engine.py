"""The constraints that are SPARQL queries, each asked once of a graph, by Oxigraph.

SHACL binds ``$this`` to one focus node after the other. Here ``$this`` is left free and the answers are
kept whose node is a target. That is the same because every query has ``$this`` in a triple pattern, and
takes a thousandth of the time.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from build_graph.validate.findings import Finding, background
from ontology import PREFIXES, RG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.validate.rdf import Term
    from build_graph.validate.shapes import QueryConstraint, Shapes

_INSTANCES = f"""
    PREFIX rdf: <{PREFIXES["rdf"]}>
    PREFIX rdfs: <{PREFIXES["rdfs"]}>
    SELECT DISTINCT ?this WHERE {{ ?class rdfs:subClassOf* <%s> . ?this rdf:type ?class }}
"""


class QueryEngine:
    """Validates graphs against the constraints that are queries."""

    def __init__(self, shapes: Shapes) -> None:
        """Take the queries of the shapes."""
        self._constraints = tuple(shapes.queries())
        self._background = tuple(ox.parse(background(), ox.RdfFormat.N_TRIPLES))

    def findings(self, triples: bytes, beside: bytes = b"") -> set[Finding]:
        """Return which nodes of a graph do not meet which constraints.

        Args:
            triples: the graph, as N-Triples.
            beside: more of its statements; what is found of their nodes is left out, if a statement tells it.

        Raises SyntaxError if the triples are malformed.
        """
        graph = _Graph(self._background, triples + beside)
        answers = [(one, this, value) for one in self._constraints for this, value in graph.answers(one)]
        written = _as_written(triples, {(this, one.path) for one, this, _ in answers})
        return {
            Finding(_focus(this), one.path, str(value), one.shape, one.name)
            for one, this, stored in answers
            for value in written[this, one.path]
            if _as_stored(value) == stored
        }


class _Graph:
    """A graph that can be queried."""

    def __init__(self, background_quads: tuple[ox.Quad, ...], triples: bytes) -> None:
        self._store = ox.Store()
        self._store.bulk_extend(background_quads)
        self._store.bulk_extend(ox.parse(triples, ox.RdfFormat.N_TRIPLES))  # bulk_load would rename blank nodes
        self._instances: dict[str, frozenset[Term]] = {}
        """Target class -> its instances. No memo of a method: a graph that refers to itself stays in memory."""

    def answers(self, constraint: QueryConstraint) -> Iterator[tuple[Term, Term]]:
        """Yield targets that do not meet a constraint, each with the value as the store keeps it."""
        for this, value in self._select(constraint.query):
            if any(this in self._instances_of(target) for target in constraint.targets):
                yield this, value

    def _instances_of(self, target: str) -> frozenset[Term]:
        if target not in self._instances:
            self._instances[target] = frozenset(this for (this,) in self._select(_INSTANCES % target))
        return self._instances[target]

    def _select(self, query: str) -> Iterator[tuple[Term, ...]]:
        for solution in cast("ox.QuerySolutions", self._store.query(query)):
            yield tuple(solution)


def _as_written(triples: bytes, wanted: set[tuple[Term, str]]) -> dict[tuple[Term, str], list[Term]]:
    """Return values as the graph has them, because the store rewrites numbers."""
    written: dict[tuple[Term, str], list[Term]] = defaultdict(list)
    starts = {f"{this} <{path}> ".encode() for this, path in wanted}
    for line in triples.splitlines() if starts else ():
        if line[: line.index(b"> ", line.index(b" ")) + 2] in starts:
            (quad,) = ox.parse(line, ox.RdfFormat.N_TRIPLES)
            written[cast("Term", quad.subject), quad.predicate.value].append(cast("Term", quad.object))
    return written


def _as_stored(value: Term) -> Term:
    """Return what Oxigraph's store makes of a value: 80.0 is kept as 80, every integer type as xsd:integer."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode(RG), ox.NamedNode(RG), value))
    return cast("Term", next(iter(store)).object)


def _focus(node: Term) -> str:
    """Return a node as ``Result.focus`` has it: a bare IRI, or ``_:b1``."""
    return node.value if isinstance(node, ox.NamedNode) else str(node)
