"""The shapes as the gate uses them: what can be reported, and the queries among the constraints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rdflib import SH, Graph, URIRef

from build_graph.validate.report import SEVERITIES, Message, Severity
from ontology import shapes_graph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Literal

_SEVERITIES: dict[str, Severity] = {str(SH[severity.capitalize()]): severity for severity in SEVERITIES}


@dataclass(frozen=True, slots=True)
class QueryConstraint:
    """A SPARQL constraint of a property shape, ready to be asked of a whole graph."""

    shape: str
    name: str
    path: str
    query: str
    """Finds ``?this`` and ``?value`` of all nodes; only those of the targets count."""
    targets: tuple[str, ...]
    """Classes whose instances, and whose subclasses' instances, the constraint is for."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """A graph of SHACL shapes, with what the gate asks of it."""

    graph: Graph

    @classmethod
    def shipped(cls) -> Shapes:
        """Return the shapes of the ontology."""
        return cls(shapes_graph())

    def core(self) -> Graph:
        """Return the shapes without their queries: what the core of SHACL can say."""
        core = Graph()
        for triple in self.graph:
            if triple[1] != SH.sparql:
                core.add(triple)
        return core

    def severity(self, shape: str) -> Severity:
        """Return how grave it is not to meet a shape; a violation unless it says otherwise."""
        value = self.graph.value(URIRef(shape), SH.severity, default=SH.Violation)
        return _SEVERITIES[str(value)]

    def message(self, shape: str) -> Message:
        """Return what a shape demands, in both languages."""
        literals = cast("Iterator[Literal]", self.graph.objects(URIRef(shape), SH.message))
        texts = {(literal.language or "").lower(): str(literal) for literal in literals}
        return Message(en=texts["en"], zh_hans=texts["zh-hans"])

    def queries(self) -> Iterator[QueryConstraint]:
        """Yield the constraints that are queries, by name."""
        for shape, constraint in sorted(self.graph.subject_objects(SH.sparql)):
            path = str(self.graph.value(shape, SH.path))
            yield QueryConstraint(
                shape=str(shape),
                name=str(constraint),
                path=path,
                query=self._prologue(cast("URIRef", constraint))
                + str(self.graph.value(constraint, SH.select)).replace("$PATH", f"<{path}>"),
                targets=tuple(sorted(self._targets(cast("URIRef", shape)))),
            )

    def _prologue(self, constraint: URIRef) -> str:
        declarations = self.graph.objects(self.graph.value(constraint, SH.prefixes), SH.declare)
        return "".join(
            f"PREFIX {self.graph.value(one, SH.prefix)}: <{self.graph.value(one, SH.namespace)}>\n"
            for one in sorted(declarations, key=str)
        )

    def _targets(self, property_shape: URIRef) -> Iterator[str]:
        for node_shape in self.graph.subjects(SH.property, property_shape):
            yield from map(str, self.graph.objects(node_shape, SH.targetClass))
