"""How far the shapes look from a node: what has to lie beside a part of a graph, to be validated on its own.

A shape looks at the statements of its focus node. Through some properties it looks one step further: at the class of
a value, at what a value's shape demands, at whatever a query joins. All of that is read off the shapes themselves.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from build_graph.validate.findings import at_or_below
from build_graph.validate.shapes import SH
from ontology import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_graph.validate.rdf import Term
    from build_graph.validate.shapes import Shapes

TYPE: Final = f"{PREFIXES['rdf']}type"
_RDFS_CLASS: Final = f"{PREFIXES['rdfs']}Class"

_OWN: Final = frozenset(
    [
        *(
            "minCount",
            "maxCount",
            "qualifiedMinCount",
            "qualifiedMaxCount",
            "uniqueLang",
            "hasValue",
            "in",
            "languageIn",
        ),
        *("datatype", "nodeKind", "pattern", "flags", "minLength", "maxLength"),
        *("minInclusive", "minExclusive", "maxInclusive", "maxExclusive"),
        *("targetClass", "targetSubjectsOf", "path", "message", "severity", "name", "order", "sparql"),
    ]
)
"""Parameters that look at the focus node and its values only; queries are read by ``query_reach``. Closed shapes
are not among them, because a part is validated with marks on its nodes (``core_engine``)."""
_PAIRS: Final = frozenset({"disjoint", "equals", "lessThan", "lessThanOrEquals"})
_ONE: Final = frozenset({"node", "not", "qualifiedValueShape"})
_LISTS: Final = frozenset({"and", "or", "xone"})


class TooFarError(Exception):
    """The shapes look further than one step, or in a way that is not understood."""


@dataclass(slots=True)
class Reach:
    """Which statements beyond those of a focus node are looked at. Properties and classes are IRIs."""

    forward: dict[str, set[str] | None] = field(default_factory=dict)
    """Properties whose values are looked at, for nodes of these classes, or for all nodes."""
    backward: dict[str, set[str]] = field(default_factory=dict)
    """Properties by which other nodes point to a focus node and are then looked at, with what is read of these."""
    walked: set[str] = field(default_factory=set)
    """Properties that are followed any number of steps."""
    read: set[str] = field(default_factory=set)
    """Properties that are read of nodes that are not the focus node."""

    def look(self, through: str, classes: Iterable[str] | None) -> None:
        """Add a property whose values are looked at."""
        known = self.forward.setdefault(through, set())
        if classes is None or known is None:
            self.forward[through] = None
        else:
            known.update(classes)

    def to_json(self) -> bytes:
        """Return this as JSON, the same for the same shapes."""
        forward = {path: None if classes is None else sorted(classes) for path, classes in self.forward.items()}
        backward = {path: sorted(read) for path, read in self.backward.items()}
        parts = [sorted(forward.items()), sorted(backward.items()), sorted(self.walked), sorted(self.read)]
        return json.dumps(parts).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Reach:
        """Return what ``to_json`` wrote."""
        forward, backward, walked, read = json.loads(data)
        looked = {path: None if classes is None else set(classes) for path, classes in forward}
        return cls(looked, {path: set(read) for path, read in backward}, set(walked), set(read))


def reach(shapes: Shapes) -> Reach:
    """Return how far shapes look.

    Raises:
        TooFarError: if they look further than one step.
    """
    from build_graph.validate.query_reach import add_queries  # noqa: PLC0415  (rdflib takes 0.2 s to import)

    found = Reach()
    walk = _Walk(shapes)
    for shape in sorted(walk.targeted(), key=str):
        classes = walk.classes(shape)
        for path, read in walk.steps(shape):
            if read:
                found.look(path, classes)
                found.read |= read
    add_queries(shapes, found)
    return found


class _Walk:
    """A walk over shapes."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes

    def targeted(self) -> set[Term]:
        known = {f"{SH}targetClass", f"{SH}targetSubjectsOf"}
        found = set()
        for node in self._shapes.subjects():
            said = self._shapes.said(node)
            targets = {predicate for predicate in said if predicate.startswith(f"{SH}target")}
            if targets - known or ox.NamedNode(_RDFS_CLASS) in said.get(TYPE, []):
                raise TooFarError
            if targets:
                found.add(node)
        return found

    def classes(self, shape: Term) -> set[str] | None:
        """The classes that a shape is for; None if it is for nodes of any class."""
        if self._shapes.all(shape, "targetSubjectsOf"):
            return None
        return {name for target in self._shapes.all(shape, "targetClass") for name in at_or_below(target.value)}

    def steps(self, shape: Term) -> Iterator[tuple[str, set[str]]]:
        """Yield each property that a shape constrains, with what is read of its values."""
        path = self._shapes.one(shape, "path")
        if path is not None:
            yield _iri(path), self._read(shape)
            return
        for parameter, value in self._parameters(shape):
            if parameter == "property":
                yield from self.steps(value)
            for nested in self._nested(parameter, value):
                yield from self.steps(nested)

    def _read(self, shape: Term) -> set[str]:
        """What a shape reads of the node, or of the values, that it is asked about."""
        found: set[str] = set()
        for parameter, value in self._parameters(shape):
            if parameter == "class":
                found.add(TYPE)
            elif parameter == "property":
                found |= self._read_one_step(value)
            for nested in self._nested(parameter, value):
                found |= self._read_of_nested(nested)
        return found

    def _read_of_nested(self, shape: Term) -> set[str]:
        is_property = self._shapes.one(shape, "path") is not None
        return self._read_one_step(shape) if is_property else self._read(shape)

    def _read_one_step(self, property_shape: Term) -> set[str]:
        if self._read(property_shape):
            raise TooFarError
        pairs = {_iri(value) for name in _PAIRS for value in self._shapes.all(property_shape, name)}
        return {_iri(self._shapes.all(property_shape, "path")[0]), *pairs}

    def _nested(self, parameter: str, value: Term) -> Iterator[Term]:
        if parameter in _ONE:
            yield value
        elif parameter in _LISTS:
            yield from self._shapes.members(value)

    def _parameters(self, shape: Term) -> Iterator[tuple[str, Term]]:
        for predicate, values in self._shapes.said(shape).items():
            if not predicate.startswith(SH):
                continue
            name = predicate.removeprefix(SH)
            if name not in _OWN | _PAIRS | _ONE | _LISTS | {"class", "property"}:
                raise TooFarError
            yield from ((name, value) for value in values)


def _iri(path: Term) -> str:
    if not isinstance(path, ox.NamedNode):
        raise TooFarError
    return path.value
