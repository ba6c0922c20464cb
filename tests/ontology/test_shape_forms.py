"""The house rules of the shapes, which their fixtures cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef

from ontology import LIST, RG, SHAPES, lists_graph, ontology_graph, shapes_graph
from ontology.files import shape_files, text

if TYPE_CHECKING:
    from collections.abc import Iterator

GRAPH = shapes_graph()
NODE_SHAPES = sorted(GRAPH.subjects(RDF.type, SH.NodeShape))
TARGETED = sorted({*GRAPH.subjects(SH.targetClass), *GRAPH.subjects(SH.targetSubjectsOf)})
REPORTED = sorted(
    {part for shape in TARGETED for part in GRAPH.objects(shape, SH.property)}
    | {shape for shape in TARGETED if GRAPH.value(shape, SH.message)}
)
QUERIES = sorted(GRAPH.subjects(RDF.type, SH.SPARQLConstraint))


def local(term: URIRef) -> str:
    return str(term).rpartition("#")[2]


def list_cells() -> set[BNode]:
    return {cell for cell in GRAPH.subjects(RDF.first) if isinstance(cell, BNode)}


def own_terms(predicate: URIRef) -> Iterator[str]:
    return (str(term) for term in GRAPH.objects(None, predicate) if str(term).startswith(RG))


def test_every_shape_and_query_has_a_name() -> None:
    blank = {term for triple in GRAPH for term in triple if isinstance(term, BNode)}
    assert blank == list_cells()
    assert all(str(shape).startswith(SHAPES) for shape in {*NODE_SHAPES, *REPORTED, *QUERIES})


def test_a_name_is_used_in_one_file_only() -> None:
    seen: set[object] = set()
    for name in shape_files():
        shapes = set(Graph().parse(data=text(name)).subjects(RDF.type))
        assert not shapes & seen, name
        seen |= shapes


@pytest.mark.parametrize("shape", REPORTED, ids=local)
def test_what_a_report_can_name_has_one_message_in_each_language(shape: URIRef) -> None:
    messages = {message.language.lower(): str(message) for message in GRAPH.objects(shape, SH.message)}
    assert messages.keys() == {"zh-hans", "en"}
    assert messages["en"].endswith(".")
    assert messages["zh-hans"].endswith("。")
    assert len(list(GRAPH.objects(shape, SH.message))) == 2


@pytest.mark.parametrize("query", QUERIES, ids=local)
def test_a_query_can_be_asked_once_of_the_whole_graph(query: URIRef) -> None:
    select = " ".join(str(GRAPH.value(query, SH.select)).split())
    assert select.startswith("SELECT DISTINCT $this ?value WHERE {")
    assert "{ $this " in select
    shapes = list(GRAPH.subjects(SH.sparql, query))
    assert shapes
    for shape in shapes:
        holders = list(GRAPH.subjects(SH.property, shape))
        assert holders
        assert all(GRAPH.value(holder, SH.targetClass) for holder in holders)


def test_no_property_shape_is_forgotten() -> None:
    held = set(GRAPH.objects(None, SH.property))
    assert set(GRAPH.subjects(RDF.type, SH.PropertyShape)) == held


def test_a_shape_without_a_target_is_used_by_another() -> None:
    used = {*GRAPH.objects(None, RDF.first), *GRAPH.objects(None, SH.node), *GRAPH.objects(None, SH["not"]),
            *GRAPH.objects(None, SH.qualifiedValueShape)}  # fmt: skip
    assert set(NODE_SHAPES) - set(TARGETED) == used & set(NODE_SHAPES)


def test_every_class_has_a_shape() -> None:
    ontology = ontology_graph()
    classes = {str(c) for c in ontology.subjects(RDFS.subClassOf) if str(c).startswith(RG)}
    assert classes == set(own_terms(SH.targetClass))


def test_every_property_has_a_shape() -> None:
    properties = {str(p) for p in ontology_graph().subjects(RDFS.isDefinedBy) if local(p)[0].islower()}
    assert properties == set(own_terms(SH.path))


def test_every_list_is_the_one_of_a_property() -> None:
    schemes = {str(scheme) for scheme in GRAPH.objects(None, SH.hasValue) if str(scheme).startswith(LIST)}
    listed = {str(scheme) for scheme in lists_graph().subjects(RDF.type) if str(scheme).count("/") == 5}
    assert listed <= schemes


def test_the_shapes_are_valid_shacl() -> None:
    conforms, _, report = pyshacl.validate(Graph(), shacl_graph=GRAPH, meta_shacl=True)
    assert conforms, report
