"""What the vocabulary says that a description needs: its version, the kinds of facts, whose terms are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rdflib import DCTERMS, OWL, RDFS, Literal, URIRef

from ontology import PREFIXES, RG, ontology_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rdflib import Graph

_FACT: Final = URIRef(RG + "Fact")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The ontology, as a description refers to it."""

    version: str
    """IRI of its version."""
    titles: Mapping[str, str]
    """Language -> title."""
    facts: Mapping[str, Mapping[str, str]]
    """IRI of a kind of fact -> its labels by language."""


def shipped_vocabulary() -> Vocabulary:
    """Return the vocabulary of this version of the program."""
    graph = ontology_graph()
    ontology, version = next(iter(graph.subject_objects(OWL.versionIRI)))
    kinds = {str(kind) for kind in graph.transitive_subjects(RDFS.subClassOf, _FACT)} - {str(_FACT)}
    return Vocabulary(
        str(version),
        _texts(graph, str(ontology), DCTERMS.title),
        {kind: _texts(graph, kind, RDFS.label) for kind in sorted(kinds)},
    )


def _texts(graph: Graph, subject: str, predicate: URIRef) -> dict[str, str]:
    """The texts of a property by primary language: ``zh`` for ``zh-Hans``."""
    found = (text for text in graph.objects(URIRef(subject), predicate) if isinstance(text, Literal))
    return dict(sorted(((text.language or "").partition("-")[0].lower(), str(text)) for text in found))


def namespaces(terms: Iterable[str]) -> list[str]:
    """Return the vocabularies to which terms belong, sorted: the known namespace, else what stands before the name.

    >>> namespaces(["https://w3id.org/reformgraph/ontology#Goal", "urn:x-mine/shape#round"])
    ['https://w3id.org/reformgraph/ontology#', 'urn:x-mine/shape#']
    """
    return sorted({_namespace(term) for term in terms})


def _namespace(term: str) -> str:
    known = [namespace for namespace in PREFIXES.values() if term.startswith(namespace)]
    cut = max(term.rfind("#"), term.rfind("/"), term.rfind(":")) + 1
    return max(known, key=len) if known else term[:cut]
