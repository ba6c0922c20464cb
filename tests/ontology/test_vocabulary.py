"""Every term of the ontology explains itself in both languages and is tied to its neighbours."""

from __future__ import annotations

import re

import pytest
from rdflib import OWL, RDF, RDFS, SDO, SKOS, Graph, Literal, URIRef

from ontology import BASE, RG, ontology_graph

ONTOLOGY = URIRef(BASE + "ontology")
GRAPH = ontology_graph()
TERMS = sorted(term for term in set(GRAPH.subjects(RDF.type)) if term.startswith(RG))
CLASSES = sorted(GRAPH.subjects(RDF.type, OWL.Class))
PROPERTIES = sorted(set(TERMS) - set(CLASSES))
NAMED_BY_THE_USER = ["Province", "Program", "PilotUnit", "Goal", "Condition", "Task"]


def local(term: URIRef) -> str:
    return term.removeprefix(RG)


def in_languages(graph: Graph, term: URIRef, predicate: URIRef) -> dict[str, str]:
    values = list(graph.objects(term, predicate))
    texts = {value.language.lower(): str(value) for value in values if isinstance(value, Literal)}
    assert len(texts) == len(values)
    return texts


@pytest.mark.parametrize("term", TERMS, ids=local)
def test_a_term_has_one_label_in_chinese_and_one_in_english(term: URIRef) -> None:
    labels = in_languages(GRAPH, term, RDFS.label)
    assert labels.keys() == {"zh-hans", "en"}
    assert re.search(r"[\u4e00-\u9fff]", labels["zh-hans"])
    assert re.fullmatch(r"[A-Za-z0-9 -]+", labels["en"])


@pytest.mark.parametrize("term", TERMS, ids=local)
def test_a_term_is_explained_in_a_full_sentence_in_both_languages(term: URIRef) -> None:
    comments = in_languages(GRAPH, term, RDFS.comment)
    assert comments.keys() == {"zh-hans", "en"}
    assert comments["zh-hans"].endswith("。")
    assert re.fullmatch(r"[A-Z].+\.", comments["en"])


@pytest.mark.parametrize("term", TERMS, ids=local)
def test_a_term_has_an_example_and_says_where_it_is_defined(term: URIRef) -> None:
    assert list(GRAPH.objects(term, SKOS.example))
    assert list(GRAPH.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


@pytest.mark.parametrize("name", NAMED_BY_THE_USER)
def test_the_classes_that_users_count_on_keep_their_names(name: str) -> None:
    assert URIRef(RG + name) in CLASSES


@pytest.mark.parametrize("term", CLASSES, ids=local)
def test_a_class_is_below_another_class(term: URIRef) -> None:
    assert list(GRAPH.objects(term, RDFS.subClassOf))


@pytest.mark.parametrize("term", PROPERTIES, ids=local)
def test_a_property_says_what_it_is_for(term: URIRef) -> None:
    domains = {*GRAPH.objects(term, RDFS.domain), *GRAPH.objects(term, SDO.domainIncludes)}
    assert domains
    assert domains <= set(CLASSES)


@pytest.mark.parametrize("term", sorted(GRAPH.subjects(RDF.type, OWL.ObjectProperty)), ids=local)
def test_an_object_property_says_what_it_points_to(term: URIRef) -> None:
    ranges = set(GRAPH.objects(term, RDFS.range))
    assert len(ranges) == 1
    assert ranges <= {*CLASSES, SKOS.Concept}


def test_every_own_term_that_is_mentioned_is_declared() -> None:
    mentioned = {term for triple in GRAPH for term in triple if isinstance(term, URIRef) and term.startswith(RG)}
    assert mentioned == set(TERMS)


def test_classes_begin_with_a_capital_and_properties_do_not() -> None:
    assert all(local(term)[0].isupper() for term in CLASSES)
    assert all(local(term)[0].islower() for term in PROPERTIES)


def test_no_class_is_below_two_classes_that_exclude_each_other() -> None:
    for first, second in GRAPH.subject_objects(OWL.disjointWith):
        below_both = set(GRAPH.transitive_subjects(RDFS.subClassOf, first)) & set(
            GRAPH.transitive_subjects(RDFS.subClassOf, second)
        )
        assert not below_both, (first, second)


def test_the_ontology_names_its_version_in_both_ways() -> None:
    version = str(GRAPH.value(ONTOLOGY, OWL.versionInfo))
    assert GRAPH.value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/{version}")
