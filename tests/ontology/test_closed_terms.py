"""No misspelt term can hide: whatever is used from our own or a closed namespace is declared there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VANN, XSD, Graph, URIRef
from rdflib.namespace import GEO

from ontology import LIST, PREFIXES, lists_graph, ontology_graph, shapes_graph, text

DECLARED_BY_RDFLIB = {
    "dcterms": DCTERMS, "geo": GEO, "org": ORG, "owl": OWL, "prov": PROV, "rdf": RDF, "rdfs": RDFS,
    "schema": SDO, "sh": SH, "skos": SKOS, "vann": VANN, "xsd": XSD,
}  # fmt: skip
DECLARED_HERE = {"rg": ontology_graph(), "list": lists_graph(), "rgsh": shapes_graph()}
DECLARED_IN_FILES = {path.stem: path for path in Path(__file__).with_name("vocabularies").glob("*.txt")}


def is_declared(prefix: str, name: str) -> bool:
    """Whether a namespace has a term; ``name`` is without the namespace."""
    if prefix in DECLARED_IN_FILES:
        return name in DECLARED_IN_FILES[prefix].read_text(encoding="utf-8").splitlines()
    if PREFIXES[prefix].startswith(LIST):
        return (URIRef(PREFIXES[prefix] + name), RDF.type, None) in DECLARED_HERE["list"]
    if prefix in DECLARED_HERE:
        return (URIRef(PREFIXES[prefix] + name), RDF.type, None) in DECLARED_HERE[prefix]
    return PREFIXES[prefix] + name in DECLARED_BY_RDFLIB[prefix]


def context_graph() -> Graph:
    """The terms that the JSON-LD context maps to, as a graph of one statement each."""
    graph = Graph()
    context = json.loads(text("context.jsonld"))["@context"]
    for key, definition in context.items():
        mapped = definition.get("@id") if isinstance(definition, dict) else definition
        datatype = definition.get("@type", "@id") if isinstance(definition, dict) else "@id"
        for name in (mapped, datatype):
            if ":" in str(name) and not str(name).startswith("http"):
                prefix, term = name.split(":", 1)
                graph.add((URIRef(f"urn:key:{key}"), RDF.type, URIRef(PREFIXES[prefix] + term)))
    return graph


FILES = {
    "ontology": DECLARED_HERE["rg"],
    "lists": DECLARED_HERE["list"],
    "shapes": DECLARED_HERE["rgsh"],
    "context": context_graph(),
    "a valid graph": Graph().parse(Path(__file__).with_name("shapes") / "valid.ttl"),
}


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("file", FILES)
def test_a_term_that_is_used_is_declared(file: str, prefix: str) -> None:
    namespace = PREFIXES[prefix]
    iris = {term for triple in FILES[file] for term in triple if isinstance(term, URIRef)}
    names = {iri.removeprefix(namespace) for iri in iris if iri.startswith(namespace) and iri != URIRef(namespace)}
    assert {name for name in names if not is_declared(prefix, name)} == set()


def test_a_misspelt_term_would_be_noticed() -> None:
    for prefix, right, wrong in [
        ("sh", "minCount", "minCounts"), ("oa", "exact", "exakt"), ("rg", "place", "plaec"),
        ("list", "goal-kind/target", "goal-kind/targets"), ("goal-kind", "target", "targets"), ("dqv", "qualityAssessment", "qualityassessment"),
    ]:  # fmt: skip
        assert is_declared(prefix, right)
        assert not is_declared(prefix, wrong)


@pytest.mark.parametrize("file", FILES)
def test_a_file_uses_no_namespace_outside_the_prefix_table(file: str) -> None:
    predicates = {str(predicate) for predicate in FILES[file].predicates()}
    assert [p for p in predicates if not p.startswith(tuple(PREFIXES.values()))] == []


def test_the_prefixes_are_those_that_the_world_uses() -> None:
    for prefix, namespace in DECLARED_BY_RDFLIB.items():
        assert PREFIXES[prefix] == str(namespace)
