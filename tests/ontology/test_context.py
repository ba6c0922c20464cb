"""The JSON-LD context: a key for every term, and nothing lost on the way there and back."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, Graph
from rdflib.compare import isomorphic

from ontology import CONTEXT_FILE, PREFIXES, RG, ontology_graph, text

# rdflib 7.6 warns of its own JSON-LD parser.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

CONTEXT = json.loads(text(CONTEXT_FILE))["@context"]
VALID = Path(__file__).with_name("shapes") / "valid.ttl"


def expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def keys() -> dict[str, str]:
    """IRI -> key"""
    return {
        expanded(definition["@id"] if isinstance(definition, dict) else definition): key
        for key, definition in CONTEXT.items()
        if not str(definition).startswith("http") and not key.startswith("@") and key not in {"id", "type"}
    }


@pytest.fixture(scope="module")
def valid() -> Graph:
    return Graph().parse(VALID)


@pytest.fixture(scope="module")
def compacted(valid: Graph) -> str:
    return valid.serialize(format="json-ld", context=CONTEXT, auto_compact=False, sort_keys=True)


def test_every_term_of_the_ontology_has_a_key_of_its_own_name() -> None:
    terms = {str(term) for term in ontology_graph().subjects() if str(term).startswith(RG)}
    assert {term: keys().get(term) for term in terms} == {term: term.removeprefix(RG) for term in terms}


def test_every_term_that_a_graph_uses_has_a_key(valid: Graph) -> None:
    used = {str(p) for p in valid.predicates()} | {str(o) for o in valid.objects(None, None) if str(o).startswith(RG)}
    assert used - {PREFIXES["rdf"] + "type"} <= keys().keys()


def test_no_two_keys_mean_the_same() -> None:
    assert len(keys()) == len([k for k in CONTEXT if k in keys().values()])


def test_a_prefix_of_the_context_is_one_of_the_table() -> None:
    prefixes = {key: value for key, value in CONTEXT.items() if str(value).startswith("http")}
    assert prefixes.items() <= PREFIXES.items()


def test_a_key_holds_iris_exactly_where_its_property_points_to_something() -> None:
    graph = ontology_graph()
    for term in graph.subjects(RDF.type, OWL.ObjectProperty):
        assert CONTEXT[keys()[str(term)]]["@type"] == "@id"
    for term in graph.subjects(RDF.type, OWL.DatatypeProperty):
        assert CONTEXT[keys()[str(term)]].get("@type") != "@id"


def test_a_graph_comes_back_the_same_through_rdflib(valid: Graph, compacted: str) -> None:
    assert isomorphic(Graph().parse(data=compacted, format="json-ld"), valid)


def test_a_graph_comes_back_the_same_through_oxigraph(valid: Graph, compacted: str) -> None:
    quads = ox.parse(compacted, ox.RdfFormat.JSON_LD)
    triples = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert isomorphic(Graph().parse(data=triples, format="nt"), valid)


def test_plain_keys_read_as_typed_values() -> None:
    document = {
        "@context": CONTEXT,
        "id": "https://example.org/unit",
        "type": "PilotUnit",
        "program": "https://example.org/program",
        "designationLevel": "list:designation-level/pilot-county",
        "designation": {"zh-hans": "试点县"},
        "passage": ["https://example.org/d#char=0,3"],
    }
    turtle = """
        @prefix rg: <https://w3id.org/reformgraph/ontology#> .
        <https://example.org/unit> a rg:PilotUnit ;
            rg:program <https://example.org/program> ;
            rg:designationLevel <https://w3id.org/reformgraph/list/designation-level/pilot-county> ;
            rg:designation "试点县"@zh-hans ;
            rg:passage <https://example.org/d#char=0,3> ."""
    read = Graph().parse(data=json.dumps(document), format="json-ld")
    assert isomorphic(read, Graph().parse(data=turtle))


def test_several_documents_can_be_told_apart_as_named_graphs() -> None:
    document = {
        "@context": CONTEXT,
        "@graph": [
            {"id": "urn:g:1", "@graph": [{"id": "urn:a", "type": "Goal", "ordinal": 1}]},
            {"id": "urn:g:2", "@graph": [{"id": "urn:a", "type": "Goal", "deadlineInferred": True}]},
        ],
    }
    quads = list(ox.parse(json.dumps(document), ox.RdfFormat.JSON_LD))
    assert sorted({quad.graph_name.value for quad in quads}) == ["urn:g:1", "urn:g:2"]
    assert {str(quad.object) for quad in quads} >= {
        '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
    }
