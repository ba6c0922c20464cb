"""The shapes as the gate uses them: what can be reported, and the queries among the constraints."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from build_graph.validate.report import SEVERITIES, Message, Severity
from ontology import PREFIXES, text
from ontology.files import shape_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.validate.rdf import Term

SH: Final = PREFIXES["sh"]
_RDF: Final = PREFIXES["rdf"]
_SEVERITIES: Final[dict[str, Severity]] = {f"{SH}{severity.capitalize()}": severity for severity in SEVERITIES}


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


class Shapes:
    """A graph of SHACL shapes, with what the gate asks of it."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take shapes from Turtle texts. Raises SyntaxError if one is malformed."""
        self.texts: Final = tuple(texts)
        self._objects: dict[tuple[Term, str], list[Term]] = defaultdict(list)
        for triple in self._triples():
            self._objects[triple.subject, triple.predicate.value].append(triple.object)  # type: ignore[index,arg-type]

    @classmethod
    def shipped(cls) -> Shapes:
        """Return the shapes of the ontology."""
        return cls(map(text, shape_files()))

    @cached_property
    def digest(self) -> str:
        """A digest that differs for different shapes."""
        return hashlib.sha256("\0".join(self.texts).encode()).hexdigest()

    def core(self) -> tuple[ox.Triple, ...]:
        """Return the shapes without their queries: what the core of SHACL can say."""
        return tuple(triple for triple in self._triples() if triple.predicate.value != f"{SH}sparql")

    def severity(self, shape: str) -> Severity:
        """Return how grave it is not to meet a shape; a violation unless it says otherwise."""
        value = self.one(ox.NamedNode(shape), "severity")
        return _SEVERITIES[f"{SH}Violation" if value is None else value.value]

    def message(self, shape: str) -> Message:
        """Return what a shape demands, in both languages."""
        literals = self.all(ox.NamedNode(shape), "message")
        texts = {(one.language or "").lower(): one.value for one in literals if isinstance(one, ox.Literal)}
        return Message(en=texts["en"], zh_hans=texts["zh-hans"])

    def queries(self) -> Iterator[QueryConstraint]:
        """Yield the constraints that are queries, by the shape that has them."""
        for shape, constraint in sorted(self.pairs("sparql"), key=str):
            path = self._value(shape, "path")
            yield QueryConstraint(
                shape=shape.value,
                name=constraint.value,
                path=path,
                query=self._prologue(constraint) + self._value(constraint, "select").replace("$PATH", f"<{path}>"),
                targets=tuple(sorted(self._targets(shape))),
            )

    def subjects(self) -> set[Term]:
        """Return all nodes that something is said of."""
        return {subject for subject, _ in self._objects}

    def said(self, node: Term) -> dict[str, list[Term]]:
        """Return what is said of a node: its values by the IRI of the property."""
        return {predicate: values for (subject, predicate), values in self._objects.items() if subject == node}

    def all(self, node: Term, name: str) -> list[Term]:
        """Return the values of a property of SHACL."""
        return self._objects.get((node, SH + name), [])

    def one(self, node: Term, name: str) -> Term | None:
        """Return a value of a property of SHACL, or None."""
        return next(iter(self.all(node, name)), None)

    def pairs(self, name: str) -> list[tuple[Term, Term]]:
        """Return each node with each of its values of a property of SHACL."""
        return [(s, value) for (s, p), values in self._objects.items() if p == SH + name for value in values]

    def members(self, cell: Term) -> Iterator[Term]:
        """Yield the members of an RDF list."""
        while cell.value != f"{_RDF}nil":
            yield self._objects[cell, f"{_RDF}first"][0]
            (cell,) = self._objects[cell, f"{_RDF}rest"]

    def _triples(self) -> Iterator[ox.Triple]:
        for turtle in self.texts:
            yield from (quad.triple for quad in ox.parse(turtle, ox.RdfFormat.TURTLE, rename_blank_nodes=True))

    def _value(self, node: Term, name: str) -> str:
        return self.all(node, name)[0].value

    def _prologue(self, constraint: Term) -> str:
        declarations = (one for prefixes in self.all(constraint, "prefixes") for one in self.all(prefixes, "declare"))
        return "".join(
            f"PREFIX {self._value(one, 'prefix')}: <{self._value(one, 'namespace')}>\n"
            for one in sorted(declarations, key=str)
        )

    def _targets(self, property_shape: Term) -> Iterator[str]:
        for node_shape, part in self.pairs("property"):
            if part == property_shape:
                yield from (target.value for target in self.all(node_shape, "targetClass"))
