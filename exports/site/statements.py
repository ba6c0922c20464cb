"""What the graph says of a thing, and what says something of it: the union of the graphs, indexed both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from exports.rdf.order import sorted_union
from ontology import PREFIXES, RG
from queries.terms import lexical

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyoxigraph import Triple

    from queries.store import GraphFile
    from queries.terms import Term

    Properties = Mapping[str, Sequence[Term]]
    """IRI of a property -> its values."""

PARTS: Final = frozenset({RG + "target", RG + "change"})
"""Properties whose values are no things of their own: the target of a goal, the changes of a correction."""
_OA: Final = PREFIXES["oa"]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Characters of a source document."""

    document: str
    """IRI of the document."""
    start: int
    """First code point, in the document as decoded."""
    end: int
    """Code point after the last."""
    quote: str
    guessed: bool
    """Whether some characters are read by guess."""


class Statements:
    """The statements of a graph, by subject and by object."""

    def __init__(self, graph: GraphFile) -> None:
        self._about: dict[str, list[Triple]] = {}
        self._pointing: dict[str, list[Triple]] = {}
        for triple in sorted_union(graph):
            self._about.setdefault(lexical(triple.subject), []).append(triple)
            if isinstance(triple.object, NamedNode):
                self._pointing.setdefault(triple.object.value, []).append(triple)

    def about(self, iri: str) -> Properties:
        """Return what is said of a thing, property by property."""
        properties: dict[str, list[Term]] = {}
        for triple in self._about.get(iri, ()):
            properties.setdefault(triple.predicate.value, []).append(triple.object)
        return properties

    def triples(self, iri: str) -> list[Triple]:
        """Return what is said of a thing, and of its parts."""
        own = self._about.get(iri, [])
        parts = dict.fromkeys(lexical(each.object) for each in own if each.predicate.value in PARTS)
        return [*own, *(triple for part in parts for triple in self._about.get(part, ()))]

    def pointing_at(self, iri: str) -> Mapping[str, Sequence[str]]:
        """Return what says something of a thing: IRI of a property -> IRIs of what has the thing as its value."""
        found: dict[str, list[str]] = {}
        for triple in self._pointing.get(iri, ()):
            found.setdefault(triple.predicate.value, []).append(lexical(triple.subject))
        return found

    def passages(self, iri: str, property_name: str = "passage") -> list[Passage]:
        """Return the passages of a thing, in the order of documents and characters."""
        names = self.about(iri).get(RG + property_name, ())
        return sorted(found for name in names if (found := self.passage(lexical(name))))

    def passage(self, iri: str) -> Passage | None:
        """Return the passage of this name; None for what is none, or says not where it lies."""
        properties = self.about(iri)
        selected: dict[str, str] = {}
        for selector in properties.get(_OA + "hasSelector", ()):
            for name, values in self.about(lexical(selector)).items():
                selected[name] = lexical(values[0])
        try:
            return Passage(
                document=lexical(properties[_OA + "hasSource"][0]),
                start=int(selected[_OA + "start"]),
                end=int(selected[_OA + "end"]),
                quote=selected[_OA + "exact"],
                guessed=any(lexical(value) == "true" for value in properties.get(RG + "repairedByGuess", ())),
            )
        except (KeyError, ValueError):  # somebody else's graph, whose passages are made otherwise
            return None
