"""The facts of a graph, attribute by attribute, and which thing of an old graph is which of a new one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, NamedNode

from queries.run import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Store

    from queries.changes.kinds import Kind
    from queries.terms import Term

    Subject = NamedNode | BlankNode
    Values = frozenset[Term]
    Renamed = Mapping[Term, Term]
    """Thing of the old graph -> the same thing in the new graph, where it goes by another IRI there."""

NOTHING: Values = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A fact of one graph."""

    kind: Kind
    subject: Subject
    attributes: Mapping[str, Values]
    """Attribute -> its values; one that the fact does not have is not there."""

    def values(self, columns: Iterable[str]) -> tuple[Values, ...]:
        """Return the values of several attributes."""
        return tuple(self.attributes.get(column, NOTHING) for column in columns)


def facts_of(store: Store, kind: Kind) -> dict[Subject, Fact]:
    """Return the facts of a kind, by subject."""
    table = select(store, kind.sparql)
    found: dict[Subject, defaultdict[str, set[Term]]] = {}
    for row in table.terms:
        subject, *_ = row
        if isinstance(subject, NamedNode | BlankNode):
            attributes = found.setdefault(subject, defaultdict(set))
            for column, term in zip(table.columns[1:], row[1:], strict=True):
                if term is not None:
                    attributes[column].add(term)
    return {
        subject: Fact(kind, subject, {column: frozenset(terms) for column, terms in attributes.items()})
        for subject, attributes in found.items()
    }


def carried(values: Values, renamed: Renamed) -> Values:
    """Return values of the old graph as the new one writes them."""
    return frozenset(renamed.get(term, term) for term in values)
