"""The names of things: our own namespaces and the one prefix table that every serializer uses."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE: Final = "https://w3id.org/reformgraph/"
"""Where data lives unless a portal chooses a base of its own."""

RG: Final = "https://w3id.org/reformgraph/ontology#"
"""Classes and properties. Fixed: it does not follow the base of the data."""

LIST: Final = "https://w3id.org/reformgraph/list/"
"""Concepts of the controlled lists, as ``LIST + "goal-kind/target"``. Fixed."""

SHAPES: Final = "https://w3id.org/reformgraph/shapes#"
"""Names of the SHACL shapes and constraints. Fixed."""

LISTS: Final = (
    "comparator",
    "correction-action",
    "designation-level",
    "discrepancy-type",
    "document-kind",
    "document-relation",
    "goal-kind",
    "policy-area",
    "program-tier",
    "quality-metric",
)
"""The controlled lists, each of which has a prefix of its own name: ``goal-kind:target``."""

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "rg": RG,
        **{name: f"{LIST}{name}/" for name in LISTS},
        "list": LIST,
        "rgsh": SHAPES,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
        "vann": "http://purl.org/vocab/vann/",
        "schema": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "dqv": "http://www.w3.org/ns/dqv#",
        "eli": "http://data.europa.eu/eli/ontology#",
        "geo": "http://www.opengis.net/ont/geosparql#",
    }
)
"""Prefix -> namespace, for every RDF file, query and report that the project writes. Longer namespaces stand first."""


def prefixed(iri: str) -> tuple[str, str] | None:
    """Return the prefix and the local name of an IRI; None if its namespace is none of the table.

    >>> prefixed("https://w3id.org/reformgraph/ontology#Goal")
    ('rg', 'Goal')
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return prefix, iri.removeprefix(namespace)
    return None


def expanded(name: str) -> str:
    """Return the IRI of a name with a prefix of the table; raises KeyError for another prefix.

    >>> expanded("rg:Goal")
    'https://w3id.org/reformgraph/ontology#Goal'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
