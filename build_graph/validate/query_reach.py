"""How far the queries among the constraints look, read off their algebra.

Every triple pattern has to start at the focus node, or at a node that one pattern of the same scope ties to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rdflib.paths import MulPath
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import URIRef, Variable

from build_graph.validate.findings import at_or_below
from build_graph.validate.reach import TooFarError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_graph.validate.reach import Reach
    from build_graph.validate.shapes import Shapes

_THIS: Final = Variable("this")
_EXISTS: Final = frozenset({"Builtin_EXISTS", "Builtin_NOTEXISTS"})
_MODIFIERS: Final = frozenset({"SelectQuery", "Project", "Distinct", "Reduced", "OrderBy", "Extend", "Filter"})


def add_queries(shapes: Shapes, reach: Reach) -> None:
    """Add to a reach how far the queries of shapes look.

    Raises:
        TooFarError: if one looks further than one step.
    """
    for constraint in shapes.queries():
        classes = {name for target in constraint.targets for name in at_or_below(target)}
        algebra = prepareQuery(constraint.query).algebra
        _Scope(reach, classes, list(_all_triples(algebra))).visit(algebra, frozenset())


class _Scope:
    """A walk over the algebra of one query."""

    def __init__(self, reach: Reach, classes: set[str], triples: list[tuple[object, object, object]]) -> None:
        self._reach = reach
        self._classes = classes
        self._starts = {subject for subject, _, _ in triples}
        """What any pattern of the query starts at."""
        self._pointing = [
            (subject, str(predicate))
            for subject, predicate, value in triples
            if value == _THIS != subject and not isinstance(predicate, MulPath)
        ]
        """What points to the focus node in any pattern of the query by one step, and by which property."""

    def visit(self, part: CompValue, outer: frozenset[object]) -> None:
        """Look at a part, in whose scope the nodes of ``outer`` are tied to the focus node."""
        tied = outer | _tied(part)
        if part.name == "BGP":
            for triple in part.triples:
                self._pattern(*triple, tied=tied)
        elif part.name == "Join":
            self.visit(part.p1, tied)
            self.visit(part.p2, tied)
        elif part.name == "Union":
            self.visit(part.p1, outer)
            self.visit(part.p2, outer)
        elif part.name in _MODIFIERS:
            self.visit(part.p, tied)
            for inner in _exists(part.get("expr")):
                self.visit(inner, tied)
        else:
            raise TooFarError

    def _pattern(self, subject: object, predicate: object, value: object, *, tied: frozenset[object]) -> None:
        if subject != _THIS and subject not in tied:
            raise TooFarError
        path = _property(predicate)
        self._reach.read.add(path)
        for way in (way for other, way in self._pointing if other == subject):
            self._reach.backward.setdefault(way, set()).add(path)
        if isinstance(predicate, MulPath):
            self._reach.walked.add(path)
            self._reach.look(path, None)  # the way may lead over nodes of any class
        elif subject == _THIS and value in self._starts - {_THIS}:
            self._reach.look(path, self._classes)


def _tied(part: CompValue) -> frozenset[object]:
    """The nodes that a part ties to the focus node wherever it has a solution."""
    if part.name == "BGP":
        after = {value for subject, _, value in part.triples if subject == _THIS}
        before = {subject for subject, _, value in part.triples if value == _THIS}
        return frozenset((after | before) - {_THIS})
    if part.name == "Join":
        return _tied(part.p1) | _tied(part.p2)
    if part.name == "Union":
        return _tied(part.p1) & _tied(part.p2)
    return _tied(part.p) if part.name in _MODIFIERS else frozenset()


def _exists(expression: object) -> Iterator[CompValue]:
    """Yield the patterns of EXISTS and NOT EXISTS in an expression."""
    if isinstance(expression, CompValue):
        if expression.name in _EXISTS:
            yield expression.graph
        else:
            for inner in expression.values():
                yield from _exists(inner)
    elif isinstance(expression, list):
        for inner in expression:
            yield from _exists(inner)


def _all_triples(part: object) -> Iterator[tuple[object, object, object]]:
    if isinstance(part, CompValue):
        if part.name == "BGP":
            yield from part.triples
        for inner in [part.graph] if part.name in _EXISTS else part.values():  # among its values it is not translated
            yield from _all_triples(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _all_triples(inner)


def _property(predicate: object) -> str:
    if isinstance(predicate, MulPath) and predicate.mod in {"*", "+"}:
        predicate = predicate.path
    if not isinstance(predicate, URIRef):
        raise TooFarError
    return str(predicate)
