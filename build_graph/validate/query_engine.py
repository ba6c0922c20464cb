"""The constraints that are SPARQL queries, each asked once of the whole graph.

SHACL binds ``$this`` to one focus node after the other. Here ``$this`` is left free and the answers are
kept whose node is a target. That is the same because every query has ``$this`` in a triple pattern.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from build_graph.validate.findings import Finding, background, focus_text
from ontology import PREFIXES, RG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.validate.rdf import Statement, Term
    from build_graph.validate.shapes import QueryConstraint, Shapes

_INSTANCES = f"""
    PREFIX rdf: <{PREFIXES["rdf"]}>
    PREFIX rdfs: <{PREFIXES["rdfs"]}>
    SELECT DISTINCT ?this WHERE {{ ?class rdfs:subClassOf* <%s> . ?this rdf:type ?class }}
"""


def query_findings(statements: Iterable[Statement], shapes: Shapes) -> set[Finding]:
    """Return which nodes do not meet which constraints that are queries."""
    graph = _Graph((*background(), *statements))
    return {finding for constraint in shapes.queries() for finding in graph.findings(constraint)}


class _Graph:
    """A graph that can be queried, and that knows its values as they were written."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._store = ox.Store()
        self._store.bulk_extend(ox.Quad(*statement) for statement in statements)
        self._objects: dict[tuple[Term, str], list[Term]] = defaultdict(list)
        for subject, predicate, value in statements:
            self._objects[subject, predicate.value].append(value)

    def findings(self, constraint: QueryConstraint) -> Iterator[Finding]:
        targets = {this for target in constraint.targets for (this,) in self._select(_INSTANCES % target)}
        for this, found in self._select(constraint.query):
            if this in targets:
                for value in self._as_written(this, constraint.path, found):
                    yield Finding(focus_text(this), constraint.path, str(value), constraint.shape, constraint.name)

    def _as_written(self, subject: Term, path: str, stored: Term) -> Iterator[Term]:
        return (value for value in self._objects[subject, path] if _as_stored(value) == stored)

    def _select(self, query: str) -> Iterator[tuple[Term, ...]]:
        for solution in cast("ox.QuerySolutions", self._store.query(query)):
            yield tuple(solution)


def _as_stored(value: Term) -> Term:
    """Return what Oxigraph's store makes of a value: 80.0 is kept as 80, every integer type as xsd:integer."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode(RG), ox.NamedNode(RG), value))
    return cast("Term", next(iter(store)).object)
